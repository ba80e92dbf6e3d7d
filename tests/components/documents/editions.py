"""The circumstances under which documents are made in tests."""

from datetime import UTC, datetime

from services.models.answered import Edition

MADE_AT = datetime(2026, 11, 23, 15, 4, tzinfo=UTC)


def edition(**more):
    given = {
        "made_at": MADE_AT,
        "titles": {"qode": "Qode", "zenhire": "ZenHire"},
        "level": 0.95,
    }
    return Edition(**given | more)


def words_of(content):
    """Return every text of a document outside its figures and tables, in one piece."""
    about = content.about
    found = [content.title, content.subtitle, about.filters, about.counted, *about.limits]
    for section in content.sections:
        found.append(section.title)
        for block in section.blocks:
            found += _texts(block)
    return "\n".join(found)


def _texts(block):
    single = [getattr(block, name, "") for name in ("text", "title", "finding", "alt")]
    facts = [text for row in getattr(block, "rows", ()) for text in row]
    return [*single, *facts, *getattr(block, "sentences", ()), *getattr(block, "remarks", ())]


def listing(content, key):
    """Return the table under `key`."""
    return next(table for found, _, table in content.tables() if found == key)


def chart(content, key):
    """Return the figure under `key`."""
    return next(found for found in content.charts() if found.key == key)
