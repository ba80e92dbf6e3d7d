"""All that only SQLite can do; another database would stand beside this package."""
