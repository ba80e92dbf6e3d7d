"""A reader's session without a browser: what is sent to a Streamlit server, and what comes back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from benchmarks.errors import RerunError
from benchmarks.server import Server

_PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Rerun:
    """One run of a page: milliseconds until the last message, how much came, how many figures."""

    took_ms: float
    size: int
    figures: int


@dataclass(frozen=True, slots=True)
class Session:
    """One connection, used by one thread."""

    connection: ClientConnection

    def rerun(self, page: str = "", query: str = "") -> Rerun:
        """Ask for a page (by its place in the URL) and wait for all of it."""
        wanted = BackMsg()
        wanted.rerun_script.page_name = page
        wanted.rerun_script.query_string = query
        size = figures = 0
        started = perf_counter()
        self.connection.send(wanted.SerializeToString())
        while True:
            data = self.connection.recv(timeout=_PATIENCE_S)
            size += len(data)
            message = ForwardMsg.FromString(data)
            figures += message.delta.new_element.WhichOneof("type") == "plotly_chart"
            if message.WhichOneof("type") == "script_finished":
                if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    msg = f"The page '{page}' was not drawn; its server's log says why."
                    raise RerunError(msg)
                return Rerun((perf_counter() - started) * 1000, size, figures)


@contextmanager
def session(server: Server) -> Iterator[Session]:
    """Open a session as a browser does."""
    with connect(
        f"ws://127.0.0.1:{server.port}/_stcore/stream",
        subprotocols=["streamlit"],
        origin=server.url,
        max_size=None,
        compression=None,
        proxy=None,
    ) as connection:
        yield Session(connection)
