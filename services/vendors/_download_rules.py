"""Download rules: which links of a vendor's may be followed at all, and how much may come."""

from dataclasses import dataclass
from typing import NoReturn

import httpx

from services.errors import VendorAnswerError

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class DownloadRules:
    """What may be downloaded from one vendor's links, and which settings say so.

    A link is a secret for as long as it works: no sentence names more than its host.
    """

    title: str
    """The vendor's own spelling, for sentences."""
    hosts: tuple[str, ...]
    """Names as they are, or `*.example.com` for every host below example.com."""
    hosts_variable: str
    limit_bytes: int
    limit_variable: str
    timeout_s: float = 20
    """For each step: connecting, or waiting for the next piece."""
    longest_s: float = 300
    """For one recording as a whole."""

    def allowed(self, target: str, *, base: httpx.URL | None = None) -> httpx.URL:
        """Return the address that a link names, or a redirect from `base`.

        Raises:
            VendorAnswerError: it is not https on the usual port, or its host is not allowed.
        """
        try:
            url = base.join(target) if base else httpx.URL(target.strip())
            host = host_of(url)
        except (httpx.InvalidURL, ValueError) as error:
            what = "the link to the recording is no web address."
            raise VendorAnswerError(self.title, what) from error
        if url.scheme != "https" or url.port not in (None, 443) or url.userinfo:
            self.refuse("the link to the recording is not a plain https address: not followed.")
        if not any(_matches(host, allowed.lower()) for allowed in self.hosts):
            self.refuse(
                f"the recording lies at {host[:80]}, which is not an allowed host. Add it to "
                f"{self.hosts_variable} if it is {self.title}'s."
            )
        return url

    def check_size(self, size: int) -> None:
        """Refuse what is too large.

        Raises:
            VendorAnswerError: it is; the sentence names the setting.
        """
        if size > self.limit_bytes:
            self.refuse(
                f"the recording is larger than {self.limit_bytes / MEGABYTE:g} MB. "
                f"Raise {self.limit_variable} to keep it."
            )

    def refuse(self, what: str) -> NoReturn:
        """Say why a recording cannot be had.

        Raises:
            VendorAnswerError: always.
        """
        raise VendorAnswerError(self.title, what)


def host_of(url: httpx.URL) -> str:
    """Return a host as it goes over the wire: in small ASCII letters, without a dot at its end."""
    return url.raw_host.decode("ascii").lower().rstrip(".")


def _matches(host: str, allowed: str) -> bool:
    if allowed.startswith("*."):
        return host.endswith(allowed[1:]) and len(host) > len(allowed[1:])
    return host == allowed
