"""The empty page's server: warmed up and frozen as the dashboard's is."""

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
import uvicorn


@asynccontextmanager
async def _frozen(_: st.App) -> AsyncIterator[None]:
    gc.collect()
    gc.freeze()
    yield


def main() -> None:
    """Serve on the port that the command line names."""
    app = st.App(Path(__file__).with_name("empty_page.py"), lifespan=_frozen)
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")


if __name__ == "__main__":
    main()
