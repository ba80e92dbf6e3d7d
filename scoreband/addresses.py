"""Where the dashboard can listen, and how a browser calls that place."""

import socket


def free_port(*, preferred: int, host: str = "127.0.0.1") -> int:
    """Return `preferred` if nothing listens there, else a free port of the system's choice."""
    for port in (preferred, 0):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    return preferred


def page_address(host: str, port: int) -> str:
    """Return the URL of the dashboard for a browser on this machine."""
    if host in ("0.0.0.0", "::"):  # noqa: S104  (compared, not bound)
        return f"http://127.0.0.1:{port}"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
