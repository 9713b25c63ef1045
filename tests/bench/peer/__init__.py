"""The peer that sync is measured against: Morango, with the same records, in an environment of its own."""
