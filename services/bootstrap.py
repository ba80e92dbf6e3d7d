"""Wiring: the only place that knows which vendor meets which cache."""
