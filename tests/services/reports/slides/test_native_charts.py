"""Native charts: the right numbers, missing stays missing, nothing can be moved apart."""

import dataclasses
import io

import openpyxl
import pytest

from services.models.content import Bars, Chart, Range, Ranges
from tests.services.reports.sample_charts import forest_chart, funnel_chart
from tests.services.reports.slides.opened import charts, deck, document, texts, titles


def with_native(native: Bars | Ranges) -> Chart:
    return dataclasses.replace(forest_chart(0), native=native, remarks=())


def bar_parts(chart) -> dict[str, tuple[float | None, ...]]:
    return {series.name: tuple(series.values) for series in chart.plots[0].series}


def test_bars_are_a_native_chart_with_the_given_numbers():
    """Categories and values are those of the document, in its order from the top."""
    chart = funnel_chart(0)

    (drawn,) = charts(deck(document(chart)))

    assert list(drawn.plots[0].categories) == ["Invited", "Started", "Completed", "Reported"]
    assert bar_parts(drawn)["Nurse"] == (140, 126, 112, 108)
    assert drawn.category_axis.reverse_order


def test_a_missing_bar_is_a_missing_point():
    """None is no point in the chart, an empty cell in its workbook, and a sentence beside it."""
    made = deck(document(funnel_chart(0)))

    (drawn,) = charts(made)

    assert bar_parts(drawn)["Driver"] == (20, 16, 12, None)
    book = openpyxl.load_workbook(io.BytesIO(drawn.part.chart_workbook.xlsx_part.blob))
    assert book["Sheet1"]["C5"].value is None
    assert "it is not 0" in texts(made.slides[1])


def test_bars_begin_at_zero():
    """An axis that begins elsewhere would make small differences look large."""
    (drawn,) = charts(deck(document(funnel_chart(0))))

    assert drawn.value_axis.minimum_scale == 0


def test_parts_too_narrow_for_their_number_are_told():
    """Where a stacked bar hides a number, the slide says where it is."""
    native = Bars(("Invited",), (("Done", (400,)), ("Lost", (1,))), "Interviews", stacked=True)

    made = deck(document(with_native(native)))

    assert "too narrow for its number" in texts(made.slides[1])


def test_many_categories_go_on_on_the_next_slide():
    """Twenty categories make two slides of ten, on one axis."""
    names = tuple(f"Role {n}" for n in range(20))
    native = Bars(names, (("Interviews", tuple(map(float, range(20)))),), "Interviews")

    made = deck(document(with_native(native)))

    first, second = charts(made)
    assert [*first.plots[0].categories, *second.plots[0].categories] == list(names)
    assert first.value_axis.maximum_scale == second.value_axis.maximum_scale
    assert titles(made)[1].endswith("(1 of 2)")


def test_a_range_is_drawn_from_its_lower_to_its_upper_end():
    """The parts of a bar add up: before, band, value, band; the axis is the scale."""
    native = Ranges((Range("Kafka", "72 (70–75)", 72, 70, 75),), low=0, high=100, axis="Score")

    (drawn,) = charts(deck(document(with_native(native))))

    lengths = {name: values[0] for name, values in bar_parts(drawn).items()}
    assert lengths["Before"] == 70
    assert lengths["Before"] + lengths["Band below"] + lengths["Value"] / 2 == pytest.approx(72)
    assert sum(lengths.values()) == pytest.approx(75)
    assert (drawn.value_axis.minimum_scale, drawn.value_axis.maximum_scale) == (0, 100)


def test_a_value_without_a_band_is_a_mark_alone():
    """No band is invented where the vendor gave none."""
    native = Ranges((Range("Kafka", "72, no band given", 72),), low=0, high=100, axis="Score")

    (drawn,) = charts(deck(document(with_native(native))))

    lengths = {name: values[0] for name, values in bar_parts(drawn).items()}
    assert lengths["Band below"] == lengths["Band above"] == 0
    assert lengths["Value"] < 1


def test_a_row_without_a_value_has_words_and_no_bar():
    """Not evaluated is never drawn as a zero."""
    native = Ranges((Range("Sorting", "not evaluated"),), low=0, high=100, axis="Score")

    (drawn,) = charts(deck(document(with_native(native))))

    assert list(drawn.plots[0].categories) == ["Sorting   not evaluated"]
    assert all(values == (None,) for values in bar_parts(drawn).values())


def test_a_value_outside_its_own_band_is_drawn_there():
    """A vendor's 80 in 70 to 75 stays at 80, with a gap between."""
    native = Ranges((Range("Odd", "80 (70–75)", 80, 70, 75),), low=0, high=100, axis="Score")

    (drawn,) = charts(deck(document(with_native(native))))

    lengths = {name: values[0] for name, values in bar_parts(drawn).items()}
    assert lengths["Before"] + lengths["Band below"] == 75
    assert sum(lengths.values()) == pytest.approx(80 + lengths["Value"] / 2)


def test_an_axis_below_zero_keeps_its_numbers():
    """Differences are drawn from −20 to 20: our own numbers stand below the shifted bars."""
    native = Ranges((Range("b − a", "+2 (−4 to 8)", 2, -4, 8),), low=-20, high=20, axis="Points")

    made = deck(document(with_native(native)))

    (drawn,) = charts(made)
    lengths = {name: values[0] for name, values in bar_parts(drawn).items()}
    assert lengths["Before"] == 16
    assert sum(lengths.values()) == pytest.approx(28)
    assert {"−20", "0", "20"} <= set(texts(made.slides[1]).split("\n"))


def test_numbers_beyond_the_axis_are_told():
    """A value of 120 on a scale to 100 is drawn at the end, and the slide says so."""
    native = Ranges((Range("Odd", "120", 120),), low=0, high=100, axis="Score", cut=130)

    made = deck(document(with_native(native)))

    said = texts(made.slides[1])
    assert "1 value beyond the axis" in said
    assert "The cut, 130, is beyond the axis." in said


def test_the_cut_line_lies_at_its_number():
    """The line is drawn at 70 of 100 of the place that the chart's bars are fixed to."""
    made = deck(document(forest_chart(0)))
    frame = next(shape for shape in made.slides[1].shapes if shape.has_chart)
    line = next(shape for shape in made.slides[1].shapes if shape.name == "Cut line")

    layout = frame.chart.element.xpath(".//c:plotArea/c:layout//c:manualLayout/*")
    share = {each.tag.split("}")[1]: each.get("val") for each in layout}

    left = frame.left + float(share["x"]) * frame.width
    assert line.left == pytest.approx(left + 0.7 * float(share["w"]) * frame.width, abs=9525)
    assert share["layoutTarget"] == "inner"
    assert "cut 70" in texts(made.slides[1])


def test_the_workbook_of_ranges_holds_the_true_numbers_and_their_formulas():
    """Who edits the data changes value, lower and upper; the bars follow by formulas."""
    native = Ranges((Range("Kafka", "72 (70–75)", 72, 70, 75),), low=0, high=100, axis="Score")
    (drawn,) = charts(deck(document(with_native(native))))
    blob = drawn.part.chart_workbook.xlsx_part.blob

    formulas = openpyxl.load_workbook(io.BytesIO(blob))["Sheet1"]
    computed = openpyxl.load_workbook(io.BytesIO(blob), data_only=True)["Sheet1"]

    assert [formulas[f"{column}1"].value for column in "IJK"] == ["Value", "Lower", "Upper"]
    assert [formulas[f"{column}2"].value for column in "IJK"] == [72, 70, 75]
    assert formulas["B2"].value.startswith("=MIN(")
    assert computed["B2"].value == 70


def test_a_hostile_category_is_no_formula_in_the_workbook():
    """A name that begins with "=" is a text for a spreadsheet, too."""
    name = '=HYPERLINK("http://example.com","open")'
    native = Bars((name,), ((name, (1,)),), "Interviews")

    (drawn,) = charts(deck(document(with_native(native))))

    book = openpyxl.load_workbook(io.BytesIO(drawn.part.chart_workbook.xlsx_part.blob))
    cell = book["Sheet1"]["A2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_a_name_from_the_right_keeps_its_numbers_in_order():
    """Marks hold "72 (70–75)" together beside a name in Arabic letters."""
    native = Ranges((Range("ليلى", "72 (70–75)", 72, 70, 75),), low=0, high=100, axis="Score")

    (drawn,) = charts(deck(document(with_native(native))))

    assert list(drawn.plots[0].categories) == ["\u200eليلى\u200e   72 (70–75)"]


def test_every_chart_can_be_heard():
    """A chart carries the sentence for who cannot see it, and notes hold its numbers."""
    chart = forest_chart(0)

    slide = deck(document(chart)).slides[1]

    frame = next(shape for shape in slide.shapes if shape.has_chart)
    assert frame.element.xpath(".//p:cNvPr")[0].get("descr") == chart.alt
    notes = slide.notes_slide.notes_text_frame.text
    assert chart.alt in notes
    assert "Олена Ковальчук | – | – | – | not evaluated" in notes


def test_more_rows_than_slides_can_hold_are_counted():
    """Four slides of ranges, then a sentence for the rest."""
    rows = tuple(Range(f"Skill {n}", "50, no band given", 50) for n in range(100))
    native = Ranges(rows, low=0, high=100, axis="Score")

    made = deck(document(with_native(native)))

    assert len(charts(made)) == 4
    assert "more rows: see the workbook." in texts(made.slides[1])
