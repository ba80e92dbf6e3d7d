"""A document as slides: one finding each, in 16:9, with native charts and tables."""
