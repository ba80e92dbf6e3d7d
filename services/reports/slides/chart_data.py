"""The numbers inside a native chart: "Edit data" opens them, and texts in them stay texts."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import xlsxwriter
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from xlsxwriter.worksheet import Worksheet

Extra = Callable[[Worksheet], None]


class ChartData:
    """Categories and series whose workbook holds no formula but ours.

    The workbook that python-pptx writes reads a category that begins with "=" as a formula, and
    an address as a link.
    """

    def __init__(
        self,
        categories: Sequence[str],
        series: Sequence[tuple[str, Sequence[float | None]]],
        *,
        number_format: str = "General",
        extra: Extra | None = None,
    ) -> None:
        made: Any = CategoryChartData
        self._drawn = made(number_format=number_format)
        self._drawn.categories = categories
        for name, values in series:
            self._drawn.add_series(name, values)
        self._held = (tuple(categories), tuple(series), extra)

    def xml_bytes(self, kind: XL_CHART_TYPE) -> bytes:
        """Return the chart as python-pptx writes it."""
        written: bytes = self._drawn.xml_bytes(kind)
        return written

    @property
    def xlsx_blob(self) -> bytes:
        """Return the workbook: categories in A, each series in a column beside it."""
        categories, series, extra = self._held
        held = io.BytesIO()
        book = xlsxwriter.Workbook(held, {"in_memory": True})
        # The chart's references name this sheet.
        sheet = book.add_worksheet("Sheet1")
        sheet.set_column(0, 0, 40)
        for row, category in enumerate(categories, start=1):
            sheet.write_string(row, 0, category)
        for column, (name, values) in enumerate(series, start=1):
            sheet.write_string(0, column, name)
            for row, value in enumerate(values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value)
        if extra:
            extra(sheet)
        book.close()
        return held.getvalue()
