"""The parameters of the list of runs: every one checked by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from services.sandbox.zenhire.envelope import RefusalError
from services.sandbox.zenhire.run_book import Row
from services.sandbox.zenhire.status import Status

_SERVICES = ("speech", "cv_deepmatch")
_DEFAULT_LIMIT, _MOST = 20, 100


@dataclass(frozen=True)
class RunFilter:
    """Which runs are wanted; None leaves a question open."""

    external_id: str | None
    status: str | None
    service: str | None
    after: datetime | None
    before: datetime | None
    limit: int

    @classmethod
    def read(cls, told: Mapping[str, str]) -> "RunFilter":
        """Check the parameters of a request.

        Raises:
            RefusalError: 400 with the code of the first one that is wrong.
        """
        return cls(
            external_id=told.get("externalId"),
            status=_one_of(told.get("status"), list(Status), code="INVALID_STATUS"),
            service=_one_of(told.get("serviceType"), _SERVICES, code="INVALID_SERVICE_TYPE"),
            after=_date(told.get("createdAfter")),
            before=_date(told.get("createdBefore")),
            limit=_limit(told.get("limit", str(_DEFAULT_LIMIT))),
        )

    def lets_through(self, row: Row) -> bool:
        """Tell whether a run is one of those wanted."""
        return (
            self.service in (None, "speech")
            and self.external_id in (None, row.external_id)
            and self.status in (None, row.status)
            and (self.after is None or row.submitted_at > self.after)
            and (self.before is None or row.submitted_at < self.before)
        )


def _one_of(value: str | None, known: list[Status] | tuple[str, ...], *, code: str) -> str | None:
    if value is not None and value not in known:
        raise RefusalError(400, code, f"Choose from {', '.join(known)}.")
    return value


def _date(value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError as error:
        raise RefusalError(400, "INVALID_DATE", f"'{value}' is no ISO 8601 time.") from error
    if read.tzinfo is None:
        raise RefusalError(400, "INVALID_DATE", f"'{value}' has no offset.")
    return read


def _limit(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= _MOST:
        raise RefusalError(400, "INVALID_PARAMETERS", f"limit is a number from 1 to {_MOST}.")
    return int(value)
