"""What every page carries with it: looks, fonts, the drawing library and our own script."""

import base64
from functools import cache
from importlib.resources import files

_REPORTS = "services.reports"


@cache
def own(name: str) -> str:
    """Return a file that lies beside this one."""
    return (files(__package__) / name).read_text(encoding="utf-8")


@cache
def drawing_library() -> str:
    """Return plotly.js."""
    return _static("plotly-cartesian.min.js").decode()


# One file for each weight: of a variable font, PDF gets drawings of letters instead of a font.
_WEIGHTS = {"source-sans-regular.woff2": "200 500", "source-sans-semibold.woff2": "501 900"}


@cache
def font() -> str:
    """Return the rules that embed the font that figures are measured in."""
    return "".join(
        f'@font-face{{font-family:"Source Sans";font-weight:{weights};font-style:normal;'
        f'src:url(data:font/woff2;base64,{_base64(name)}) format("woff2")}}'
        for name, weights in _WEIGHTS.items()
    )


def _base64(name: str) -> str:
    return base64.b64encode(_static(name)).decode()


def _static(name: str) -> bytes:
    return (files(_REPORTS) / "static" / name).read_bytes()
