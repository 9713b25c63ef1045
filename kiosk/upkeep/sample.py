"""Sample works and people, the same for the same seed: what the demo and the measurements are filled with."""

from kiosk.upkeep.sample_people import Person, people, staff_names
from kiosk.upkeep.sample_titles import Work, titles, works

__all__ = ["Person", "Work", "people", "staff_names", "titles", "works"]
