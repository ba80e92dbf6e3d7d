"""How numbers are written: never with more decimals than the data has, never without a band."""

import math
from datetime import date, datetime, timedelta
from decimal import Decimal

from services.models.estimate import Estimate
from services.models.score import PERCENT, Score, ScoreState

_WORDS = {
    ScoreState.NOT_EVALUATED: "not evaluated",
    ScoreState.UNSCORED: "unscored",
    ScoreState.MISSING: "no score given",
}


def decimals(amount: float) -> int:
    """Return how many decimals `amount` has, at most one: bands are wider than a tenth."""
    exponent = Decimal(repr(amount)).normalize().as_tuple().exponent
    return min(1, max(0, -exponent)) if isinstance(exponent, int) else 0


def number(value: float, *, places: int | None = None) -> str:
    """Write one number, with a true minus sign; a zero has none."""
    if not math.isfinite(value):
        return "not a number"
    kept = decimals(value) if places is None else places
    return f"{round(value, kept) + 0.0:.{kept}f}".replace("-", "−")


def signed(value: float) -> str:
    """Write a difference: "+3.1", "−2", "0"."""
    written = number(value)
    return f"+{written}" if value > 0 and written.strip("0.") else written


def band(score: Score) -> str | None:
    """Write the band of a score, such as "70–75", or None when the vendor gave none."""
    if score.lower is None or score.upper is None:
        return None
    ends = (number(score.lower), number(score.upper))
    return (" to " if min(score.lower, score.upper) < 0 else "–").join(ends)


def value(score: Score) -> str:
    """Write the value alone, or the words of its state when there is none."""
    return _WORDS[score.state] if score.value is None else number(score.value)


def with_band(score: Score) -> str:
    """Write a score for a sentence: "72 (70–75)", "72, no band given", "not evaluated"."""
    if score.value is None:
        return value(score)
    ends = band(score)
    return f"{value(score)} ({ends})" if ends else f"{value(score)}, no band given"


def on_its_scale(score: Score) -> str:
    """Write a score that may stand beside another scale's: "72 (70–75)", "3.5 of 5 (3.1–3.9)"."""
    if score.value is None or score.scale == PERCENT:
        return with_band(score)
    ends = band(score)
    points = f"{value(score)} of {number(score.scale.high)}"
    return f"{points} ({ends})" if ends else f"{points}, no band given"


def clock(seconds: float) -> str:
    """Write an offset as m:ss, and as h:mm:ss beyond an hour; parts of a second are cut off."""
    whole = int(abs(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    sign = "−" if seconds < 0 and whole else ""
    return f"{sign}{hours}:{minutes:02}:{rest:02}" if hours else f"{sign}{minutes}:{rest:02}"


def moment(time: datetime) -> str:
    """Write a time of day with its zone: "3 Mar 2026, 09:30 UTC"; the time is in UTC."""
    return f"{day(time)}, {time:%H:%M} UTC"


def day(time: date) -> str:
    """Write a day: "3 Mar 2026"."""
    return f"{time:%-d %b %Y}"


def called(name: str | None, email: str | None) -> str:
    """Return what a candidate is called: the name, else the address, else that there is none."""
    return name or email or "No name given"


def age(span: timedelta) -> str:
    """Write how long ago something was, in its largest whole unit: "3 days ago"."""
    seconds = int(span.total_seconds())
    for size, unit in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            return f"{count(seconds // size, unit)} ago"
    return "just now"


def percent(share: float) -> str:
    """Write a share of a maximum in whole percent, without the sign."""
    return number(100 * share, places=0)


def count(amount: int, noun: str, *, plural: str | None = None) -> str:
    """Write "1 skill", "3 skills", "1,274 scores"."""
    return f"{amount:,} {noun if amount == 1 else plural or noun + 's'}"


def in_words(score: Score) -> str:
    """Write a score for a headline: "72, between 70 and 75", "72, no band given"."""
    if score.value is None or score.lower is None or score.upper is None:
        return with_band(score)
    return f"{value(score)}, between {number(score.lower)} and {number(score.upper)}"


def part_of(part: float | None, whole: float | None) -> str:
    """Write points out of a maximum: "24 of 30"; what is not known is said."""
    points = "no points given" if part is None else number(part)
    return points if whole is None else f"{points} of {number(whole)}"


def with_unit(amount: float | None, unit: str) -> str | None:
    """Write an amount with its unit, or None where there is none."""
    return None if amount is None else f"{amount:,.10g} {unit}"


def rate(found: Estimate) -> str:
    """Write a share with its interval: "62.5 % (48.1 to 75)"; a refusal is a dash."""
    if found.estimate is None:
        return "—"
    return f"{_shown(100 * found.estimate)} %{_ends(found, factor=100)}"


def with_interval(found: Estimate) -> str:
    """Write a figure with its interval: "71.3 (69.8 to 72.9)"; a refusal is a dash."""
    if found.estimate is None:
        return "—"
    return f"{_shown(found.estimate)}{_ends(found, factor=1)}"


def _ends(found: Estimate, *, factor: float) -> str:
    if found.lower is None or found.upper is None:
        return ""
    return f" ({_shown(found.lower * factor)} to {_shown(found.upper * factor)})"


def _shown(value: float) -> str:
    return number(value, places=1)
