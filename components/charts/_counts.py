"""Counts where there is little room: at most four signs."""


def short_count(count: int) -> str:
    """Write a count in at most four signs: "999", "1.2k", "31k"; the exact one is in the table."""
    if count < 1_000:
        return str(count)
    unit, sign = (1_000, "k") if count < 999_500 else (1_000_000, "m")
    short = f"{count / unit:.1f}" if count / unit < 9.95 else f"{count / unit:.0f}"
    return f"{short.removesuffix('.0')}{sign}"
