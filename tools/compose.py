"""Reads a compose file whose variables have their defaults, or another YAML file.

usage: compose.py check FILE                  whether each service has the limits that all are to have
       compose.py environment FILE SERVICE    a service's environment: NAME=VALUE, each followed by a NUL
       compose.py json FILE                   the file as JSON
"""

import json
import re
import sys

from ruamel.yaml import YAML

# Services that run once, or do nothing that could be asked for.
WITHOUT_HEALTH_CHECK = {"setup", "network"}
RUN_ONCE = {"setup"}

INNERMOST = re.compile(r"\$\{(\w+):-([^${}]*)\}")


def with_defaults(text):
    """Replaces variables by their defaults, the innermost first."""
    while INNERMOST.search(text):
        text = INNERMOST.sub(r"\2", text)
    return text


def mistakes(service, settings):
    user = str(settings.get("user", ""))
    runs_once = service in RUN_ONCE
    expected = {
        "read_only: true": settings.get("read_only") is True,
        "cap_drop: [ALL]": settings.get("cap_drop") == ["ALL"],
        "no-new-privileges": "no-new-privileges:true" in settings.get("security_opt", []),
        "mem_limit": "mem_limit" in settings,
        "pids_limit": "pids_limit" in settings,
        "a user that is not root": runs_once or (user != "" and not user.startswith("0")),
        "restart": settings.get("restart") == ("no" if runs_once else "unless-stopped"),
        "a health check": service in WITHOUT_HEALTH_CHECK or "healthcheck" in settings,
        "a tag of its image": "build" in settings or ":" in settings.get("image", ""),
    }
    return [name for name, holds in expected.items() if not holds]


def main():
    command, file = sys.argv[1:3]
    with open(file, encoding="utf-8") as text:
        content = YAML(typ="safe").load(with_defaults(text.read()))
    if command == "json":
        json.dump(content, sys.stdout)
        return 0
    services = content["services"]
    if command == "environment":
        for name, value in services[sys.argv[3]]["environment"].items():
            sys.stdout.write(f"{name}={value}\0")
        return 0
    found = [f"{file}: {name} lacks {what}" for name, s in services.items() for what in mistakes(name, s)]
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


sys.exit(main())
