"""Bundle: bodies that a vendor keeps at several addresses, as one document."""

import json
from collections.abc import Mapping


def bundle(bodies: Mapping[str, bytes]) -> bytes:
    """Return one JSON object whose members are the bodies, each byte for byte as received."""
    members = (json.dumps(name).encode() + b": " + body for name, body in bodies.items())
    return b"{" + b", ".join(members) + b"}"
