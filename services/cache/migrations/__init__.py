"""The schema's history; Alembic runs it, `migrating.py` calls Alembic."""
