"""A short name for each finding that stays the same while other things change.

It is made of the rule and of the words that the finding is about, in their matching form and without
punctuation. No offset, rank, year or unit id goes into it: paragraphs may come, go and move elsewhere. Of
findings that are a figure (a length, a share of silent undertakings) it names the place, not the figure.
Findings that are alike in all of that are numbered in reading order.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable

from compare.matching import bare_form
from reports.gate.observations import Observation

LENGTH = 12  # hexadecimal digits: a collision among a thousand findings is one in half a billion


def fingerprints(observations: Iterable[Observation]) -> tuple[str, ...]:
    """The fingerprint of each observation, in their order.

    Args:
        observations: in reading order, so that those that are alike are numbered as a reader meets them.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for observation in observations:
        identity = (observation.kind.value, *map(_form, observation.identity))
        seen[identity] += 1
        again = (f"#{seen[identity]}",) if seen[identity] > 1 else ()
        digest = hashlib.sha256("\x1f".join((*identity, *again)).encode("utf-8", "surrogatepass"))
        found.append(digest.hexdigest()[:LENGTH])
    return tuple(found)


def _form(words: str) -> str:
    """Punctuation and width aside; words that are nothing else (`——`) stay as they are."""
    return bare_form(words) or words
