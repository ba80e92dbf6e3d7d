"""The words of a frame by their numbers: some at hand, the others known once its details are."""

from collections.abc import Callable, Iterator, Mapping


class Words(Mapping[int, str]):
    """Words of interviews are answered at once; for any other the details are waited for."""

    def __init__(
        self, at_hand: Mapping[int, str], *, others: Callable[[], Mapping[int, str]]
    ) -> None:
        self._at_hand = at_hand
        self._others = others

    def __getitem__(self, number: int) -> str:
        """Return the word."""
        found = self._at_hand.get(number)
        return self._others()[number] if found is None else found

    def __iter__(self) -> Iterator[int]:
        """Go through the numbers of all words."""
        return iter({**self._at_hand, **self._others()})

    def __len__(self) -> int:
        """Return how many words there are."""
        return len({**self._at_hand, **self._others()})
