"""Keys and what each may do. The vendor's keys carry scopes; here their names tell them.

The key of the options has every scope. With `-no-candidates` (or `-no-jobs`, `-no-agents`,
`-no-interviews`) after it, it has none for that resource; with `-read-only`, it only reads;
with `-no-delete`, it deletes nothing.
"""

from collections.abc import Mapping
from secrets import compare_digest

RESOURCES = ("candidates", "jobs", "agents", "interviews")
_ALL = frozenset(f"{verb}:{each}" for verb in ("read", "write", "delete") for each in RESOURCES)


def scopes_by_key(api_key: str) -> Mapping[str, frozenset[str]]:
    """Return the known keys with their scopes."""
    lacking = {
        f"{api_key}-no-{resource}": frozenset(
            scope for scope in _ALL if not scope.endswith(f":{resource}")
        )
        for resource in RESOURCES
    }
    return {
        api_key: _ALL,
        f"{api_key}-read-only": frozenset(each for each in _ALL if each.startswith("read:")),
        f"{api_key}-no-delete": frozenset(each for each in _ALL if not each.startswith("delete:")),
        **lacking,
    }


def scopes_of(authorization: str, known: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """Return the scopes of a request's header, or None where the key is missing or wrong."""
    scheme, _, key = authorization.partition(" ")
    if scheme.lower() != "bearer":
        return None
    found = [
        scopes for each, scopes in known.items() if compare_digest(each.encode(), key.encode())
    ]
    return found[0] if found else None
