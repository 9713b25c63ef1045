"""Values from other libraries' files, and values into files that others can read; nothing is stored here."""
