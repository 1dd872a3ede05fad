"""Choices that look random and are the same everywhere."""

import hashlib
from typing import Any


class Dice:
    """Numbers that look random and are the same everywhere, of any version of any library."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._thrown = 0

    def below(self, limit: int) -> int:
        """A number from 0 to limit - 1."""
        self._thrown += 1
        digest = hashlib.sha256(f"{self._seed} {self._thrown}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % limit

    def shuffle(self, items: list[Any]) -> None:
        """Put items in another order (Fisher & Yates)."""
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]
