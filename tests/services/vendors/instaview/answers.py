"""Answers as InstaView seals them, for clients without a network."""

import httpx


def sealed(data, status=200, headers=None):
    """Put an answer into the envelope."""
    body = {"success": True, "data": data, "error": None, "timestamp": "2026-03-01T10:00:00Z"}
    return httpx.Response(status, json=body, headers=headers)


def failed(status, code, message="It is so.", **details):
    """Put an error into the envelope."""
    error = {"code": code, "message": message, "details": details}
    return httpx.Response(status, json={"success": False, "data": None, "error": error})
