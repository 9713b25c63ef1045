"""What is plugged in: the clock, and later scanner, printer, camera."""
