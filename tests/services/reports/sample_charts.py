"""Figures for documents made by hand: the two kinds that formats draw natively."""

from collections.abc import Mapping
from typing import Any

from services.models.content import Bars, Chart, Range, Ranges
from services.models.table import Table
from tests.services.reports.sample_texts import PEOPLE


def forest_chart(number: int, *, people: tuple[str, ...] = PEOPLE) -> Chart:
    """Return scores on their bands; the last has no score, the one before it no band."""
    names = people[:6]
    scored = [(name, *_score(row)) for row, name in enumerate(names[:-1])]
    rows = tuple(
        Range(
            label=name,
            words=f"{value} ({low}–{high})" if low is not None else f"{value}, no band given",
            value=value,
            lower=low,
            upper=high,
        )
        for name, value, low, high in scored
    )
    missing = Range(label=names[-1], words="not evaluated")
    return Chart(
        key=f"forest-{number}",
        title="Scores with their bands",
        finding="The bands of the first three overlap: they cannot be told apart.",
        alt="Six rows on a scale of 0 to 100; five have a score, the last was not evaluated.",
        figure=_forest(names, scored),
        table=Table(
            columns=("Candidate", "Score", "Low", "High", "State"),
            rows=(
                *(
                    (name, value, low, high, "scored" if low is not None else "no band given")
                    for name, value, low, high in scored
                ),
                (names[-1], None, None, None, "not evaluated"),
            ),
        ),
        native=Ranges((*rows, missing), low=0, high=100, axis="Score, 0 to 100", cut=70),
        remarks=("Vendor interval, level not stated.", "n = 6, shown one by one."),
    )


def funnel_chart(number: int) -> Chart:
    """Return how many interviews reached each stage, by role."""
    stages = ("Invited", "Started", "Completed", "Reported")
    counts: tuple[tuple[str, tuple[float | None, ...]], ...] = (
        ("Nurse", (140, 126, 112, 108)),
        ("Driver", (20, 16, 12, None)),
    )
    return Chart(
        key=f"funnel-{number}",
        title="How far interviews get",
        finding="Nine in ten of those invited start; most of them finish.",
        alt="Bars for four stages and two roles; no reports are known of drivers.",
        figure=_funnel(stages, counts),
        table=Table(
            columns=("Stage", *(name for name, _ in counts)),
            rows=tuple(
                (stage, *(values[index] for _, values in counts))
                for index, stage in enumerate(stages)
            ),
        ),
        native=Bars(stages, counts, axis="Interviews"),
    )


def _score(row: int) -> tuple[float, float | None, float | None]:
    value = 74.0 - 3 * row
    return (value, None, None) if row == 4 else (value, value - 4, value + 3.5)


_FONT = {"family": '"Source Sans", "Open Sans", "Liberation Sans", sans-serif', "size": 13}
_INK, _RULE, _BLUE, _ORANGE = "#2F2D2B", "#E4E2DD", "#0072B2", "#D55E00"


def _layout(*, height: int, left: int, right: int) -> dict[str, Any]:
    return {
        "template": {"layout": {"font": {"color": _INK}}},
        "font": {**_FONT, "color": _INK},
        "paper_bgcolor": "#FFFFFF",
        "plot_bgcolor": "#FFFFFF",
        "height": height,
        "margin": {"l": left, "r": right, "t": 32, "b": 52, "pad": 0, "autoexpand": False},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
    }


def _forest(
    names: tuple[str, ...], scored: list[tuple[str, float, float | None, float | None]]
) -> Mapping[str, Any]:
    """Return a figure as charts make them: rows on a numeric axis, names as annotations."""
    banded = [(row, each) for row, each in enumerate(scored) if each[2] is not None]
    words = [f"{each[1]:g}" for each in scored] + ["not evaluated"]
    labels = [_annotation(name, row, x=0, shift=-178) for row, name in enumerate(names)]
    sides = [_annotation(text, row, x=1, shift=12) for row, text in enumerate(words)]
    axis = {"gridcolor": _RULE, "zeroline": False, "fixedrange": True}
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "lines",
                "x": [end for _, each in banded for end in (each[2], each[3], None)],
                "y": [place for row, _ in banded for place in (row, row, None)],
                "line": {"color": _BLUE, "width": 3},
                "hoverinfo": "skip",
            },
            {
                "type": "scatter",
                "mode": "markers",
                "x": [each[1] for each in scored],
                "y": list(range(len(scored))),
                "marker": {"size": 10, "color": _BLUE},
                "customdata": [[each[0]] for each in scored],
                "hovertemplate": "%{x}<extra></extra>",
            },
        ],
        "layout": {
            **_layout(height=88 + 32 * len(names), left=194, right=112),
            "xaxis": {**axis, "range": [0, 100], "title": {"text": "Score, 0 to 100"}},
            "yaxis": {**axis, "range": [len(names) - 0.5, -0.5], "visible": False},
            "shapes": [
                {
                    "type": "line",
                    "x0": 70,
                    "x1": 70,
                    "yref": "paper",
                    "y0": 0,
                    "y1": 1,
                    "line": {"color": _INK, "width": 1, "dash": "dot"},
                }
            ],
            "annotations": [*labels, *sides],
        },
    }


def _annotation(text: str, row: int, *, x: float, shift: float) -> dict[str, Any]:
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return {
        "text": safe[:40],
        "xref": "paper",
        "x": x,
        "xanchor": "left",
        "xshift": shift,
        "yref": "y",
        "y": row,
        "yanchor": "middle",
        "showarrow": False,
    }


def _funnel(
    stages: tuple[str, ...], counts: tuple[tuple[str, tuple[float | None, ...]], ...]
) -> Mapping[str, Any]:
    axis = {"gridcolor": _RULE, "zeroline": False, "fixedrange": True}
    return {
        "data": [
            {
                "type": "bar",
                "name": name,
                "x": list(stages),
                "y": list(values),
                "marker": {"color": color},
                "text": ["" if value is None else f"{value:g}" for value in values],
                "textposition": "outside",
                "cliponaxis": False,
            }
            for (name, values), color in zip(counts, (_BLUE, _ORANGE), strict=True)
        ],
        "layout": {
            **_layout(height=320, left=64, right=24),
            "xaxis": {"fixedrange": True, "showgrid": False},
            "yaxis": {**axis, "title": {"text": "Interviews"}, "rangemode": "tozero"},
            "showlegend": True,
            "legend": {"orientation": "h", "x": 0, "y": 1.12},
            "bargap": 0.3,
        },
    }
