"""What a reader should check of a reading, in words."""

import re

from corpora.model import Role
from reports.words.language import Language
from reports.words.reasons import DOUBTS, FOUND_IN, reason_label
from reports.words.vocabulary import label

_CLAIM = re.compile(r"(?P<where>[a-z][a-z ]*): (?P<value>[^;]+)")  # one of those that disagree


def doubt_sentence(code: str, detail: str, language: str) -> str:
    """What is doubtful, without a final stop.

    Args:
        code: the kind of doubt; one that a newer version knows is shown as it stands.
        detail: what it is about, or empty.
        language: `zh` or `en`.
    """
    if code not in DOUBTS:
        return f"{code}: {detail}"
    if detail in set(Role):
        detail = label(Role(detail), language)
    elif code.endswith("-disagrees"):
        detail = _claims(detail, language)
    return reason_label(DOUBTS, code, language).format(detail=detail)


def _claims(detail: str, language: str) -> str:
    colon, between = ("：", "；") if language == Language.ZH else (": ", "; ")
    told = [
        f"{reason_label(FOUND_IN, found['where'], language)}{colon}{found['value']}"
        for found in _CLAIM.finditer(detail)
    ]
    return between.join(told) or detail
