"""The languages a result can be worded in; apart from the vocabulary, so that --help need not load that."""

from enum import StrEnum


class Language(StrEnum):
    """The language a result is worded in; quotes stay as they stand in the texts."""

    ZH = "zh"
    EN = "en"
