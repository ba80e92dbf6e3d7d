"""Admission: a route asks for the scopes that it needs, and a key without them is refused."""

from collections.abc import Awaitable, Callable

from fastapi import Depends, Request
from fastapi.params import Depends as DependsParam

from services.sandbox.instaview.envelope import RefusedError


def needs(*scopes: str) -> DependsParam:
    """Return a dependency that lets keys with all of the scopes through."""

    def check() -> Callable[[Request], Awaitable[None]]:
        async def admit(request: Request) -> None:
            missing = [scope for scope in scopes if scope not in request.state.scopes]
            if missing:
                message = f"The key lacks the scope {', '.join(missing)}."
                raise RefusedError(403, message, details={"requiredScopes": list(scopes)})

        return admit

    found: DependsParam = Depends(check())
    return found
