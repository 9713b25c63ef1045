"""Values and rules: no disk, no clock, no chance."""
