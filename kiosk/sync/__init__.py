"""Sync: what a device and its hub say to each other."""
