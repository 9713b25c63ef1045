"""Hub: the hall's or the city's centre, where the facts of many devices become one truth."""
