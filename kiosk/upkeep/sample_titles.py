"""Sample titles: well-known works first, then thousands composed from the grammar of each shelf."""

import csv
import random
import re
import tomllib
from functools import cached_property
from itertools import accumulate

from msgspec import Struct, convert

from kiosk.resources import resource
from kiosk.upkeep.sample_people import Names, family, names

SLOT = re.compile(r"{(\w+)}")
TWICE = re.compile(r"(\w\w).*\1")  # 入门入门, but also 焊工安全与安全用电
LONGEST_NAME = 40
LATEST_YEAR = 2024
TRIES = 200  # for a name that is new; a grammar that needs more is exhausted
