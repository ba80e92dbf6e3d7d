"""Errors: what keeps a part of the benchmarks from being measured."""


class BenchmarkError(Exception):
    """The base: the other parts go on, and the run ends with exit code 1."""


class ServerError(BenchmarkError):
    """A server did not start."""


class RerunError(BenchmarkError):
    """A page was not drawn."""


class ClickError(BenchmarkError):
    """A click changed nothing."""


class SyncError(BenchmarkError):
    """A sync left something out, so that its time says nothing."""


class ExportError(BenchmarkError):
    """A document or an extract was not made."""
