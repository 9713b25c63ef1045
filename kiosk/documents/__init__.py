"""Values become paper and pictures."""
