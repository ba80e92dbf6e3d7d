"""What pages and commands ask for: one use case per file."""
