"""Download: a recording from a vendor's link, from allowed hosts at public addresses alone."""

import hashlib
import time
from collections.abc import Callable, Iterator
from typing import IO

import httpx
import stamina

from services.errors import VendorDownError
from services.models.downloaded import Downloaded
from services.vendors._download_rules import DownloadRules, host_of
from services.vendors._public_address import Resolve, is_public, resolve
from services.vendors._sound_file import suffix_of

_REDIRECTS = 3
_ATTEMPTS = 3
_REDIRECTING = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 429, 500, 502, 503, 504})


class Downloader:
    """Streams recordings into open files; safe to use from several threads.

    httpx's client would log each address, and a link is a secret: its transport is used alone.
    """

    def __init__(
        self,
        rules: DownloadRules,
        *,
        transport: httpx.BaseTransport | None = None,
        resolver: Resolve = resolve,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rules = rules
        # No connection is kept: the next request to this address may be to another name at it,
        # whose certificate has to be looked at anew. No proxy: it would look names up itself.
        self._transport = transport or httpx.HTTPTransport(
            trust_env=False, limits=httpx.Limits(max_keepalive_connections=0)
        )
        self._resolve = resolver
        self._clock = clock

    def close(self) -> None:
        """Let go of the connections."""
        self._transport.close()

    def download(self, url: str, sink: IO[bytes]) -> Downloaded:
        """Write what the link leads to into `sink`, from its beginning; passing faults are retried.

        Raises:
            VendorAnswerError: the link is not allowed, has died, or leads to no recording, or to
                one that is too large; the sentence names the setting if there is one.
            VendorDownError: no usable answer after the retries.
        """
        for attempt in stamina.retry_context(VendorDownError, attempts=_ATTEMPTS, timeout=None):
            with attempt:
                sink.seek(0)
                sink.truncate()
                return self._download(url, sink)
        raise VendorDownError(self._rules.title, "was not asked at all.")

    def _download(self, url: str, sink: IO[bytes]) -> Downloaded:
        until = self._clock() + self._rules.longest_s
        response, address = self._arrive(url)
        try:
            suffix = self._check(response, address)
            checksum, size = hashlib.sha256(), 0
            for chunk in self._chunks(response, until):
                size += len(chunk)
                self._rules.check_size(size)
                checksum.update(chunk)
                sink.write(chunk)
        finally:
            response.close()
        if not size:
            self._rules.refuse("the recording is empty. Fetch the interview again for a new link.")
        return Downloaded(checksum.hexdigest(), size, suffix)

    def _arrive(self, url: str) -> tuple[httpx.Response, httpx.URL]:
        """Return the first answer that is no redirect; every address on the way is checked."""
        address = self._rules.allowed(url)
        for _ in range(_REDIRECTS + 1):
            response = self._ask(address)
            if response.status_code not in _REDIRECTING:
                return response, address
            target = response.headers.get("Location", "")
            response.close()
            address = self._rules.allowed(target, base=address)
        return self._rules.refuse(f"the link leads on and on: over {_REDIRECTS} redirects.")

    def _ask(self, url: httpx.URL) -> httpx.Response:
        """Ask at the very address that was checked, whatever the name leads to a moment later."""
        host = host_of(url)
        wait = self._rules.timeout_s
        request = httpx.Request(
            "GET",
            url.copy_with(host=self._public_address(host)),
            headers={"Host": host, "Accept-Encoding": "identity", "User-Agent": "scoreband"},
            extensions={
                "sni_hostname": host,
                "timeout": {"connect": min(wait, 10), "read": wait, "write": wait, "pool": wait},
            },
        )
        try:
            return self._transport.handle_request(request)
        except httpx.TransportError as error:
            what = "no connection to the recording. Try again later."
            raise VendorDownError(self._rules.title, what) from error

    def _public_address(self, host: str) -> str:
        try:
            addresses = self._resolve(host)
        except (OSError, UnicodeError) as error:
            what = f"there is no address for {host[:80]}. Check the network, then try again."
            raise VendorDownError(self._rules.title, what) from error
        # One address of another kind among them, and the name is not to be trusted.
        if not addresses or not all(map(is_public, addresses)):
            self._rules.refuse(
                f"{host[:80]} leads into a private network: the recording is not downloaded."
            )
        return addresses[0]

    def _check(self, response: httpx.Response, address: httpx.URL) -> str:
        """Return the suffix for a recording that is neither packed nor known to be too large."""
        status, headers = response.status_code, response.headers
        if status in _PASSING:
            what = f"no recording for now ({status}). Try again later."
            raise VendorDownError(self._rules.title, what)
        if status != 200:
            self._rules.refuse(
                f"the link to the recording is dead ({status}). Fetch the interview again."
            )
        suffix = suffix_of(headers.get("Content-Type", ""), path=address.path)
        if suffix is None or headers.get("Content-Encoding", "identity") != "identity":
            self._rules.refuse("the link leads to something that is no recording: not kept.")
        length = headers.get("Content-Length", "")
        self._rules.check_size(int(length[:18]) if length.isascii() and length.isdigit() else 0)
        return suffix

    def _chunks(self, response: httpx.Response, until: float) -> Iterator[bytes]:
        try:
            for chunk in response.iter_bytes():  # as they come: a slow one is not waited for
                yield chunk
                if self._clock() > until:
                    longest = self._rules.longest_s
                    self._rules.refuse(f"the recording took longer than {longest:g} seconds.")
        except httpx.TransportError as error:
            what = "the recording broke off on its way. Try again later."
            raise VendorDownError(self._rules.title, what) from error
