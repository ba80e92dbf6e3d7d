"""Links to answers' audio: signed, good for a day, and new at every request."""

import hmac
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.responses import FileResponse

from services.sandbox.round0.envelope import refusal
from services.sandbox.vendor_api import Clock

LIFETIME = timedelta(hours=24)
_FILE = Path(__file__).parents[1] / "media" / "answer.ogg"
_NONCE_SIGNS = 8


class AudioLinks:
    """Signs links and checks them; nothing is remembered but how many were signed."""

    def __init__(self, secret: str, *, clock: Clock) -> None:
        self._secret = secret.encode()
        self._clock = clock
        self._numbers = count(1)

    def signer(self, base_url: str) -> Callable[[str], str]:
        """Return what makes a link below this address; all its links end at the same second."""
        expires = round((self._clock() + LIFETIME).timestamp())

        def sign(audio_id: str) -> str:
            nonce = f"{next(self._numbers):0{_NONCE_SIGNS}x}"
            signature = nonce + self._digest(audio_id, expires, nonce)
            return f"{base_url}/round0/audio/{audio_id}?expires={expires}&sig={signature}"

        return sign

    def refused(self, audio_id: str, *, expires: str, signature: str) -> str | None:
        """Return why a link opens nothing, or None for one that does."""
        nonce, digest = signature[:_NONCE_SIGNS], signature[_NONCE_SIGNS:]
        if not expires.isdecimal() or not hmac.compare_digest(
            digest.encode(), self._digest(audio_id, int(expires), nonce).encode()
        ):
            return "The signature does not match."
        if self._clock() >= datetime.fromtimestamp(int(expires), self._clock().tzinfo):
            return "This link has expired. Fetch the interview again for a new one."
        return None

    def _digest(self, audio_id: str, expires: int, nonce: str) -> str:
        signed = f"{audio_id}.{expires}.{nonce}".encode()
        return hmac.new(self._secret, signed, sha256).hexdigest()


def audio_router(links: AudioLinks) -> APIRouter:
    """Return the route below `/audio`; it needs no key and answers range requests."""
    router = APIRouter(tags=["Audio"])

    @router.api_route("/audio/{audio_id}", methods=["GET", "HEAD"])
    async def audio(request: Request, audio_id: str) -> Response:
        told = request.query_params
        reason = links.refused(
            audio_id, expires=told.get("expires", ""), signature=told.get("sig", "")
        )
        return refusal(403, reason) if reason else FileResponse(_FILE, media_type="audio/ogg")

    return router
