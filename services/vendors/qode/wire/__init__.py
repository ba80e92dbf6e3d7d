"""Qode's document in Qode's own words: private to this vendor, lenient about what is absent."""
