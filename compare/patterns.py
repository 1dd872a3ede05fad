"""Patterns of many words, as quick to look for as few."""

from collections.abc import Iterable


def any_of(patterns: Iterable[str]) -> str:
    """A pattern for any of several, the first that fits; each begins with a letter or digit as it stands.

    Those with the same first character are put together behind it: a place in a text is then tried against
    the few that begin like it, instead of all.

    Args:
        patterns: words, or words and what must or may not follow them.
    """
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        rests.setdefault(pattern[0], []).append(pattern[1:])
    grouped = (
        first + (each[0] if len(each) == 1 else f"(?:{'|'.join(each)})") for first, each in rests.items()
    )
    return f"(?:{'|'.join(grouped)})"
