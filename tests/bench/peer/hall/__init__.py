"""The records of a hall as Morango would keep them."""
