"""Pure charts: values in, figures, tables and sentences out; no Streamlit, no I/O."""

from components.charts._heat import MOST_CRITERIA, most_apart
from components.charts.agents import agents_figure
from components.charts.agents_words import agents_sentence, agents_table
from components.charts.agreement import agreement_figure
from components.charts.agreement_ranges import agreement_ranges
from components.charts.agreement_words import agreement_sentence, agreement_table
from components.charts.cohort_means import means_figure
from components.charts.cohort_means_ranges import mean_number, means_ranges, median_number
from components.charts.cohort_means_words import means_sentence, means_table
from components.charts.comparison import comparison_figure
from components.charts.comparison_words import comparison_sentence, comparison_table
from components.charts.criteria import criteria_figure
from components.charts.criteria_words import criteria_sentence, criteria_table
from components.charts.differences import differences_figure, pass_differences_figure
from components.charts.differences_ranges import differences_ranges, pass_differences_ranges
from components.charts.differences_words import (
    differences_sentence,
    differences_table,
    pass_differences_sentence,
    pass_differences_table,
)
from components.charts.distribution import distribution_figure
from components.charts.distribution_bars import distribution_bars
from components.charts.distribution_words import (
    distribution_sentence,
    distribution_table,
    spread_table,
)
from components.charts.drift import drift_figure
from components.charts.drift_ranges import drift_ranges, has_drifted
from components.charts.drift_words import drift_sentence, drift_table
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
from components.charts.questions import questions_figure
from components.charts.questions_words import (
    questions_sentence,
    questions_table,
    telling_sentence,
)
from components.charts.severity import severity_figure
from components.charts.severity_ranges import severity_finding, severity_ranges
from components.charts.severity_words import severity_sentence, severity_table
from components.charts.signal_rates import signal_rates_figure
from components.charts.signal_rates_ranges import signal_rates_ranges
from components.charts.signal_rates_words import (
    signal_rates_finding,
    signal_rates_sentence,
    signal_rates_table,
)
from components.charts.timeline import timeline_figure
from components.charts.timeline_words import timeline_sentence, timeline_table
from components.charts.trend import trend_figure
from components.charts.trend_lines import trend_lines
from components.charts.trend_words import trend_finding, trend_sentence, trend_table

__all__ = [
    "MOST_CRITERIA",
    "agents_figure",
    "agents_sentence",
    "agents_table",
    "agreement_figure",
    "agreement_ranges",
    "agreement_sentence",
    "agreement_table",
    "comparison_figure",
    "comparison_sentence",
    "comparison_table",
    "criteria_figure",
    "criteria_sentence",
    "criteria_table",
    "differences_figure",
    "differences_ranges",
    "differences_sentence",
    "differences_table",
    "distribution_bars",
    "distribution_figure",
    "distribution_sentence",
    "distribution_table",
    "drift_figure",
    "drift_ranges",
    "drift_sentence",
    "drift_table",
    "forest_figure",
    "forest_sentence",
    "forest_table",
    "funnel_figure",
    "funnel_sentence",
    "funnel_table",
    "groups_figure",
    "groups_sentence",
    "groups_table",
    "has_drifted",
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
    "mean_number",
    "means_figure",
    "means_ranges",
    "means_sentence",
    "means_table",
    "median_number",
    "most_apart",
    "pass_differences_figure",
    "pass_differences_ranges",
    "pass_differences_sentence",
    "pass_differences_table",
    "questions_figure",
    "questions_sentence",
    "questions_table",
    "severity_figure",
    "severity_finding",
    "severity_ranges",
    "severity_sentence",
    "severity_table",
    "signal_rates_figure",
    "signal_rates_finding",
    "signal_rates_ranges",
    "signal_rates_sentence",
    "signal_rates_table",
    "spread_table",
    "telling_sentence",
    "timeline_figure",
    "timeline_sentence",
    "timeline_table",
    "trend_figure",
    "trend_finding",
    "trend_lines",
    "trend_sentence",
    "trend_table",
]
