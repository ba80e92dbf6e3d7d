"""The heap of a started program: what lives for ever is not searched for cycles again."""

import gc
from typing import Final

_YOUNG: Final = 20_000
"""So many new objects before the collector looks for cycles among them. Python's own 700 are fewer
than one interview is made of, so that each is searched while it is still being read."""


def settle() -> None:
    """Take everything that start-up made out of the cyclic collector's sight.

    Imports leave some hundred thousand objects that never go away. Searching them again and again
    costs a third of the time of an import or a sync, and holds back the messages of a page. What is
    made later is searched less often.
    """
    gc.collect()
    gc.freeze()
    _, middle, old = gc.get_threshold()
    gc.set_threshold(_YOUNG, middle, old)
