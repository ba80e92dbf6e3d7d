"""Pure charts: values in, figures, tables and sentences out; no Streamlit, no I/O."""

from components.charts.comparison import comparison_figure
from components.charts.comparison_words import comparison_sentence, comparison_table
from components.charts.criteria import criteria_figure
from components.charts.criteria_words import criteria_sentence, criteria_table
from components.charts.forest import forest_figure
from components.charts.forest_words import forest_sentence, forest_table
from components.charts.funnel import funnel_figure
from components.charts.funnel_groups import groups_figure
from components.charts.funnel_words import (
    funnel_sentence,
    funnel_table,
    groups_sentence,
    groups_table,
)
from components.charts.ladder import ladder_figure
from components.charts.ladder_words import ladder_sentence, ladder_table
from components.charts.language import is_doubtful, language_figure
from components.charts.language_words import language_sentence, language_table
from components.charts.latency import latency_figure
from components.charts.latency_words import latency_sentence, latency_table
from components.charts.levels import levels_figure
from components.charts.levels_words import levels_sentence, levels_table
from components.charts.timeline import timeline_figure
from components.charts.timeline_words import timeline_sentence, timeline_table

__all__ = [
    "comparison_figure",
    "comparison_sentence",
    "comparison_table",
    "criteria_figure",
    "criteria_sentence",
    "criteria_table",
    "forest_figure",
    "forest_sentence",
    "forest_table",
    "funnel_figure",
    "funnel_sentence",
    "funnel_table",
    "groups_figure",
    "groups_sentence",
    "groups_table",
    "is_doubtful",
    "ladder_figure",
    "ladder_sentence",
    "ladder_table",
    "language_figure",
    "language_sentence",
    "language_table",
    "latency_figure",
    "latency_sentence",
    "latency_table",
    "levels_figure",
    "levels_sentence",
    "levels_table",
    "timeline_figure",
    "timeline_sentence",
    "timeline_table",
]
