"""Versions: what a database must be to be used as it is."""

LOCAL_TABLES_VERSION = 7  # facts and local tables: a migration for each step
ROWS_VERSION = 14  # rows of subjects: made anew from the facts when this changes
WANTED_VERSION = LOCAL_TABLES_VERSION * 1000 + ROWS_VERSION
