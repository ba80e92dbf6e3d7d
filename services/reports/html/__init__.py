"""A document as one page that needs nothing else: for readers' browsers, and printed as PDF."""
