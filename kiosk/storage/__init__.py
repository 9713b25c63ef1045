"""The data folder: facts, the rows that follow from them, and nothing else."""
