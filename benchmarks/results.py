"""The results as a file, for comparing one run with another."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from benchmarks.figure import Chapter, Figure
from benchmarks.table import verdict


def write(path: Path, chapters: Iterable[Chapter], *, machine: Mapping[str, object]) -> None:
    """Write every figure with its target, floor, ratio and verdict as JSON."""
    document = {
        "machine": machine,
        "chapters": [
            {
                "title": chapter.title,
                "skipped": chapter.skipped,
                "figures": [_plain(figure) for figure in chapter.figures],
            }
            for chapter in chapters
        ],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(document, indent=2, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")


def _plain(figure: Figure) -> dict[str, object]:
    return asdict(figure) | {"ratio": figure.ratio, "verdict": verdict(figure)}
