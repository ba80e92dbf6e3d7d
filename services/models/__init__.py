"""The domain: frozen values that every other part speaks in. No I/O, no vendor's dialect."""
