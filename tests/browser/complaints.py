"""What a page must not give rise to: errors on its console, failed requests, foreign hosts."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# On a link into a page, Streamlit's own front end looks for its server below that page first and
# then where it is; nothing of ours is asked for there.
_FRONT_END_LOOKS_FOR_ITS_SERVER = re.compile(
    r"http://127\.0\.0\.1:\d+/(overview|interview|compare|person|search|cohorts|agents|questions"
    r"|integrity|language|funnel|sources)/_stcore/(health|host-config)"
)


def listen(page: Page, complaints: list[str]) -> None:
    """Write down console errors, failed requests, and requests that leave this machine."""
    for event, complaint in _COMPLAINTS.items():
        page.on(event, partial(_note, complaint, complaints))


def _note(complaint: Callable[[Any], str | None], complaints: list[str], what: object) -> None:
    if told := complaint(what):
        complaints.append(told)


def _is_known(url: str) -> bool:
    return bool(_FRONT_END_LOOKS_FOR_ITS_SERVER.fullmatch(url))


def _of_console(message: ConsoleMessage) -> str | None:
    at = message.location["url"]
    return f"{at}: {message.text}" if message.type == "error" and not _is_known(at) else None


def _of_request(request: Request) -> str | None:
    address = urlsplit(request.url)
    leaves = address.scheme in {"http", "https"} and address.hostname != "127.0.0.1"
    return f"{request.url}: leaves this machine" if leaves else None


def _of_failed_request(request: Request) -> str | None:
    # A request that ended because the page moved on has not failed.
    ended = request.failure == "net::ERR_ABORTED"
    return None if ended else f"{request.url}: {request.failure}"


def _of_response(response: Response) -> str | None:
    failed = response.status >= 400 and not _is_known(response.url)
    return f"{response.url}: {response.status}" if failed else None


_COMPLAINTS: dict[Any, Callable[[Any], str | None]] = {
    "console": _of_console,
    "pageerror": str,
    "request": _of_request,
    "requestfailed": _of_failed_request,
    "response": _of_response,
}
