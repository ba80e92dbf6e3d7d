"""What a browser is told to refuse: one strict policy on every answer of the dashboard."""

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import streamlit
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9A-Fa-f:]+\](:\d+)?")
_FIXED = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
)


def inline_script_hashes() -> tuple[str, ...]:
    """Return the CSP sources of the scripts that stand inside Streamlit's own index page.

    Read from the installed file, so that an update of Streamlit needs no edit here.
    """
    index = Path(streamlit.__file__).parent / "static" / "index.html"
    scripts = _INLINE_SCRIPT.findall(index.read_text(encoding="utf-8"))
    return tuple(_csp_hash(script) for script in scripts)


def _csp_hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def content_security_policy(*, media_hosts: Sequence[str] = (), host: str = "") -> str:
    """Return the policy for an answer of `host` (the request's Host header, empty if unusable).

    `blob:` among the scripts: Streamlit hands our components' code, which comes over its own
    websocket, to the browser's module loader as a blob. A blob can only be made by a script that
    already runs, so no injected markup gains by it. Styles are inline because Streamlit's are.
    """
    sockets = f"ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    parts = {
        "default-src": "'self'",
        "script-src": " ".join(("'self'", "blob:", *inline_script_hashes())),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "media-src": " ".join(("'self'", "blob:", *media_hosts)),
        "connect-src": f"'self' {sockets}".strip(),
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in parts.items())


class SecurityHeaders:
    """Pure ASGI middleware: adds the headers to HTTP answers and leaves the websocket alone."""

    def __init__(self, app: ASGIApp, media_hosts: Sequence[str] = ()) -> None:
        self._app = app
        self._media_hosts = tuple(media_hosts)
        self._by_host: dict[str, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; the policy names the host that it came to."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        policy = self._policy(dict(scope["headers"]).get(b"host", b"").decode("latin-1"))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [*message["headers"], (b"content-security-policy", policy), *_FIXED]
                message = {**message, "headers": kept}
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _policy(self, host: str) -> bytes:
        if host not in self._by_host:
            if len(self._by_host) > 64:
                self._by_host.clear()
            text = content_security_policy(media_hosts=self._media_hosts, host=host)
            self._by_host[host] = text.encode()
        return self._by_host[host]
