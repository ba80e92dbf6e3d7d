"""Native trends and distributions: the right numbers, intervals kept, nothing drawn over a gap."""

import dataclasses
import io

import openpyxl

from services.models.content import Bars, Lines, Range
from tests.services.reports.sample_charts import forest_chart
from tests.services.reports.slides.opened import charts, deck, document, texts

POINTS = (Range("Oct", "", 70, 60, 75), None, Range("Dec", "", 72))


def trend(**changed) -> Lines:
    series = (("Nurse", POINTS), ("Nurse, from here v2", (None, Range("Nov", "", 71), None)))
    whole = Lines(
        *(("Oct\n12", "Nov\n9", "Dec\n7"), series, (0, 0)),
        low=0,
        high=100,
        axis="Mean",
        across="By month",
        cut=65,
    )
    return dataclasses.replace(whole, **changed)


def made_of(native):
    return deck(document(dataclasses.replace(forest_chart(0), native=native, remarks=())))


def test_a_trend_is_a_line_chart_with_its_intervals():
    """Values, gaps and the cut are the document's; error bars reach to the ends of intervals."""
    made = made_of(trend())

    (drawn,) = charts(made)
    nurse, later, cut = drawn.plots[0].series
    assert list(drawn.plots[0].categories) == ["Oct\n12", "Nov\n9", "Dec\n7"]
    assert (*nurse.values, *later.values) == (70, None, 72, None, 71, None)
    assert (cut.name, cut.values) == ("cut 65", (65, 65, 65))
    reaches = [float(each.text) for each in nurse._element.xpath("./c:errBars//c:v")]
    assert reaches == [5, 10]
    assert drawn._chartSpace.xpath(".//c:dispBlanksAs/@val") == ["gap"]
    assert "intervals" in texts(made.slides[1])


def test_the_workbook_of_a_trend_holds_its_intervals():
    """Who edits the data finds how far each interval reaches, and nothing where there is none."""
    (drawn,) = charts(made_of(trend()))

    held = openpyxl.load_workbook(io.BytesIO(drawn.part.chart_workbook.xlsx_part.blob))["Sheet1"]
    rows = [[cell.value for cell in row][4:7] for row in held.iter_rows()]
    formulas = drawn._chartSpace.xpath(".//c:errBars//c:f")
    assert rows[0][1:] == ["Nurse, plus", "Nurse, minus"]
    assert [row[1:] for row in rows[1:]] == [[5, 10], [None, None], [None, None]]
    assert [each.text for each in formulas[:2]] == ["Sheet1!$F$2:$F$4", "Sheet1!$G$2:$G$4"]


def test_a_cohort_stands_in_the_legend_once():
    """What is measured by another version has its own line, and no second entry."""
    (drawn,) = charts(made_of(trend()))

    assert drawn._chartSpace.xpath(".//c:legendEntry/c:idx/@val") in ([], ["1"])
    several = trend(series=(*trend().series, ("Driver", POINTS)), colors=(0, 0, 1))
    (drawn,) = charts(made_of(several))
    assert drawn._chartSpace.xpath(".//c:legendEntry/c:idx/@val") == ["1"]


def test_bins_stand_upright_one_group_below_the_other():
    """Each group is a chart of its own, all on one axis, with the given shares."""
    bins = ("0–50", "50–100")
    native = Bars(bins, (("Nurse", (25, 75)), ("Driver", (0, 100))), "Share", across="Score")

    first, second = charts(made_of(native))

    assert [list(each.plots[0].series[0].values) for each in (first, second)] == [
        [25, 75],
        [0, 100],
    ]
    assert first.value_axis.maximum_scale == second.value_axis.maximum_scale
    assert not first.category_axis.reverse_order
    assert first._chartSpace.xpath(".//c:barDir/@val") == ["col"]
