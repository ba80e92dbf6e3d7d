"""A request's body as JSON."""

import json

from fastapi import Request

from services.sandbox.round0.refused_body import RefusedBodyError


async def decoded(request: Request) -> object:
    """Return the decoded body.

    Raises:
        RefusedBodyError: it is not JSON.
    """
    try:
        return json.loads(await request.body())
    except ValueError as error:
        msg = "The body: expected JSON."
        raise RefusedBodyError(msg) from error
