"""Signs the generated requests in, as an agent of the sandbox's identity provider.

A session ends when it is signed out, which the tests do as well: the next request then gets another.
"""

import os
from urllib.parse import urlsplit, urlunsplit

import requests
import schemathesis

PORTAL = os.environ["PARVIS_PORTAL"]
ACCOUNT = "alix"


def sign_in():
    """A session's cookie, by the pages that a person goes through."""
    begin = requests.get(f"{PORTAL}/auth/sign-in", allow_redirects=False, timeout=10)
    page = urlsplit(begin.headers["location"])
    decision = urlunsplit(page._replace(path=page.path.replace("/authorize", "/decision")))
    decided = requests.post(decision, data={"account": ACCOUNT}, allow_redirects=False, timeout=10)
    callback = requests.get(
        decided.headers["location"], cookies=begin.cookies.get_dict(), allow_redirects=False, timeout=10
    )
    session = [f"{name}={value}" for name, value in callback.cookies.get_dict().items() if value]
    if len(session) != 1:
        raise RuntimeError(f"no session from the portal ({callback.status_code})")
    return session[0]


class Session:
    """The session that requests are made with."""

    current = None

    @classmethod
    def cookie(cls):
        cls.current = cls.current or sign_in()
        return cls.current


@schemathesis.auth(refresh_interval=None)
class SignedIn:
    """Adds what a browser adds: the session's cookie, and the page's origin."""

    def get(self, case, context):
        return Session.cookie()

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Cookie": data, "Origin": PORTAL}


@schemathesis.hook
def map_body(context, body):
    """Writes whole numbers as JavaScript does: JSON Schema takes 7.0 for one, the portal does not."""
    if isinstance(body, dict):
        return {name: map_body_value(value) for name, value in body.items()}
    return body


def map_body_value(value):
    return int(value) if isinstance(value, float) and value.is_integer() else value


@schemathesis.hook
def after_call(context, case, response):
    """Signs in again after a session has ended."""
    if case.path.endswith("/sign-out") or response.status_code == 401:
        Session.current = None
