"""Signs the generated requests in, as an agent of the sandbox's identity provider.

A session ends when it is signed out, which the tests do as well: the next request then gets another.
"""

import os
from urllib.parse import urlsplit, urlunsplit

import requests
import schemathesis

PORTAL = os.environ["PARVIS_PORTAL"]
ACCOUNT = "alix"
COOKIE = "parvis"


def sign_in():
    """The value of a session's cookie, by the pages that a person goes through."""
    begin = requests.get(f"{PORTAL}/auth/sign-in", allow_redirects=False, timeout=10)
    page = urlsplit(begin.headers["location"])
    decision = urlunsplit(page._replace(path=page.path.replace("/authorize", "/decision")))
    decided = requests.post(decision, data={"account": ACCOUNT}, allow_redirects=False, timeout=10)
    callback = requests.get(
        decided.headers["location"], cookies=begin.cookies.get_dict(), allow_redirects=False, timeout=10
    )
    return callback.cookies[COOKIE]


class Session:
    """The session that requests are made with."""

    current = None

    @classmethod
    def cookie(cls):
        cls.current = cls.current or sign_in()
        return cls.current


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """The cookie has this name without TLS."""
    raw_schema["components"]["securitySchemes"]["session"]["name"] = COOKIE


@schemathesis.auth(refresh_interval=None)
class SignedIn:
    """Adds what a browser adds: the session's cookie, and the page's origin."""

    def get(self, case, context):
        return Session.cookie()

    def set(self, case, data, context):
        case.cookies = {**(case.cookies or {}), COOKIE: data}
        case.headers = {**(case.headers or {}), "Origin": PORTAL}


@schemathesis.hook
def map_body(context, body):
    """Writes whole numbers as JavaScript does: JSON Schema takes 7.0 for one, the portal does not."""
    if isinstance(body, dict):
        return {name: map_body(context, value) for name, value in body.items()}
    if isinstance(body, list):
        return [map_body(context, value) for value in body]
    return int(body) if isinstance(body, float) and body.is_integer() else body


@schemathesis.hook
def after_call(context, case, response):
    """Signs in again after a session has ended."""
    if case.path.endswith("/sign-out") or response.status_code == 401:
        Session.current = None
