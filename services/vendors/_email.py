"""E-mail: the form of an address, as far as it can be told before a vendor is asked."""

import re

EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]+")
