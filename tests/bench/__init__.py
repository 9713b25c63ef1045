"""Figures: ratios inside one run, medians of interleaved rounds; `python -m tests.bench` prints and keeps them."""
