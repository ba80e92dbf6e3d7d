"""People: candidates as the vendors know them, and what was decided about two being one."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, func, insert, or_, select

from services.cache.dimensions import Dimensions
from services.cache.reading import rows
from services.cache.records import LinkDecisionRecord
from services.cache.rows import milliseconds, moment
from services.cache.tables import InterviewRecord, table_of
from services.models.browse import InterviewRow
from services.models.people import (
    CandidateCard,
    Identity,
    LinkDecision,
    LinkVerdict,
    SharedAddress,
)

_interview: Table = table_of(InterviewRecord)
_decision: Table = table_of(LinkDecisionRecord)
_MOST: Final = 1000
_newest_first = _interview.c.happened_ms.desc(), _interview.c.id.desc()


def candidate_of(connection: Connection, wanted: str) -> str | None:
    """Return the candidate's id of an interview of ours, or of a candidate itself."""
    query = select(_interview.c.candidate_key).where(
        or_(_interview.c.public_id == wanted, _interview.c.candidate_key == wanted)
    )
    found: str | None = connection.execute(query.limit(1)).scalar()
    return found


def cards(
    connection: Connection, keys: Sequence[str], dimensions: Dimensions
) -> tuple[CandidateCard, ...]:
    """Return these candidates in this order, without those that are not kept.

    Name and address are those of the newest interview that has them.
    """
    columns = ("candidate_key", "vendor_id", "candidate_name", "candidate_email")
    query = select(*(_interview.c[name] for name in columns))
    query = query.where(_interview.c.candidate_key.in_(keys)).order_by(*_newest_first)
    found: dict[str, list[tuple[int, str | None, str | None]]] = {}
    for key, *cells in connection.execute(query):
        found.setdefault(key, []).append(tuple(cells))
    return tuple(_card(connection, key, found[key], dimensions) for key in keys if key in found)


def interviews_of(
    connection: Connection, keys: Sequence[str], dimensions: Dimensions
) -> tuple[InterviewRow, ...]:
    """Return the interviews of these candidates, newest first; a thousand at most."""
    query = select(_interview.c.id).where(_interview.c.candidate_key.in_(keys))
    newest = query.order_by(*_newest_first).limit(_MOST)
    numbers = connection.execute(newest).scalars().all()
    return rows(connection, numbers, dimensions)


def identities(connection: Connection, column: str, wanted: Sequence[str]) -> tuple[Identity, ...]:
    """Return who the interviews are about whose `column` holds any of these texts."""
    own, other = _interview, _interview.alias()
    address = (
        select(func.min(other.c.email_key))
        .where(other.c.candidate_key == own.c.candidate_key)
        .scalar_subquery()
    )
    columns = (
        *("public_id", "vendor_interview_id", "candidate_key"),
        *("candidate_name", "name_key", "candidate_email"),
    )
    query = select(*(own.c[name] for name in columns), func.coalesce(address, own.c.email_key))
    found = connection.execute(query.where(own.c[column].in_(wanted)))
    names = tuple(Identity.model_fields)
    return tuple(Identity.model_construct(**dict(zip(names, row, strict=True))) for row in found)


def several_addresses(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Return (candidate, address) of all candidates with more than one, as they are compared."""
    key, address = _interview.c.candidate_key, _interview.c.email_key
    several = (
        select(key)
        .where(address.is_not(None))
        .group_by(key)
        .having(func.min(address) < func.max(address))
    )
    query = select(key, address).distinct().where(key.in_(several), address.is_not(None))
    return tuple((row[0], row[1]) for row in connection.execute(query.order_by(key, address)))


def addresses_of(connection: Connection, keys: Sequence[str]) -> tuple[str, ...]:
    """Return the e-mail addresses of these candidates as they are compared."""
    query = select(_interview.c.email_key).distinct()
    query = query.where(_interview.c.candidate_key.in_(keys), _interview.c.email_key.is_not(None))
    return tuple(connection.execute(query.order_by(_interview.c.email_key)).scalars())


def candidates_with(connection: Connection, addresses: Sequence[str]) -> tuple[str, ...]:
    """Return the candidates who have any of these addresses, as they are compared."""
    query = select(_interview.c.candidate_key).distinct()
    query = query.where(
        _interview.c.email_key.in_(addresses), _interview.c.candidate_key.is_not(None)
    )
    return tuple(connection.execute(query.order_by(_interview.c.candidate_key)).scalars())


def shared_addresses(
    connection: Connection, *, after: str, limit: int
) -> tuple[SharedAddress, ...]:
    """Return the first addresses behind `after` that candidates of several vendors have."""
    address, vendor, key = (
        _interview.c[name] for name in ("email_key", "vendor_id", "candidate_key")
    )
    several = (
        select(address)
        .where(address > after)
        .group_by(address)
        .having(func.min(vendor) < func.max(vendor))
        .order_by(address)
        .limit(limit)
    )
    shared = list(connection.execute(several).scalars())
    query = select(address, vendor, key).distinct().where(address.in_(shared), key.is_not(None))
    found = connection.execute(query.order_by(address, vendor, key))
    return tuple(
        SharedAddress(address=each, candidates=_by_vendor(group))
        for each, group in groupby(found, attrgetter("email_key"))
    )


def add_decision(connection: Connection, decision: LinkDecision) -> None:
    """Add a decision; none is ever changed or removed."""
    values = decision.model_dump(exclude={"made_at"})
    connection.execute(insert(_decision).values(**values, made_ms=milliseconds(decision.made_at)))


def decisions(connection: Connection) -> tuple[LinkDecision, ...]:
    """Return every decision, latest first."""
    query = select(_decision.c.a, _decision.c.b, _decision.c.verdict, _decision.c.made_ms)
    return tuple(
        LinkDecision(a=a, b=b, verdict=LinkVerdict(verdict), made_at=moment(made))
        for a, b, verdict, made in connection.execute(query.order_by(_decision.c.id.desc()))
    )


def _by_vendor(found: Iterable[Row[Any, int, str]]) -> tuple[tuple[str, ...], ...]:
    by_vendor = groupby(found, attrgetter("vendor_id"))
    return tuple(tuple(row.candidate_key for row in rows) for _, rows in by_vendor)


def _card(
    connection: Connection,
    key: str,
    cells: Sequence[tuple[int, str | None, str | None]],
    dimensions: Dimensions,
) -> CandidateCard:
    vendors, names, emails = zip(*cells, strict=True)
    return CandidateCard(
        id=key,
        vendor=dimensions.vendor.name(connection, vendors[0]) or "",
        name=next(filter(None, names), None),
        email=next(filter(None, emails), None),
        interviews=len(cells),
    )
