"""Columns of all interviews in memory, for figures over many of them."""
