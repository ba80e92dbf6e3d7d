"""Documents and extracts as files: HTML, PDF, slides, workbooks, delimited text, pictures."""
