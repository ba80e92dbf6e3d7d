"""Pure computations: values in, values out; no clock, no I/O, no randomness without a seed."""
