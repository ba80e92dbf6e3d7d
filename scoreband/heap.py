"""The heap of a started program: what lives for ever is not searched for cycles again."""

import gc


def settle() -> None:
    """Take everything that start-up made out of the cyclic collector's sight.

    Imports leave some hundred thousand objects that never go away. Searching them again and again
    costs a third of the time of an import or a sync, and holds back the messages of a page.
    """
    gc.collect()
    gc.freeze()
