"""Words of ours in both languages at once, so that a reader can switch the page without leaving it.

A page is made once in each language and the two are laid over each other: where they differ they hold
`Worded` strings, which the templates show in the page's own language with a number for the script.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Self, TypeVar, cast

from msgspec import Struct, field

from reports.words.counts import counting
from reports.words.language import Language

Tree = TypeVar("Tree")

# What a reader may switch between, with the tag of the language and its name for itself.
TAGS = {Language.ZH: "zh-CN", Language.EN: "en"}
NAMES = {Language.ZH: "中文", Language.EN: "English"}


def other_language(language: str) -> Language:
    """The language that a page worded in the given one can be switched to."""
    return Language.EN if language == Language.ZH else Language.ZH


class Worded(str):
    """Text in the page's own language that knows itself in the other one.

    Attributes:
        other: the same in the other language.
    """

    __slots__ = ("other",)
    other: str

    def __new__(cls, text: str, other: str) -> Self:
        """Puts both together."""
        worded = super().__new__(cls, text)
        worded.other = other
        return worded

    def __reduce__(self) -> tuple[type["Worded"], tuple[str, str]]:
        """A copy has both languages, too."""
        return Worded, (str(self), self.other)

    def format(self, *args: object, **values: object) -> "Worded":
        """Fills both in, each with its own side of the values."""
        mine = {name: counting(value) for name, value in values.items()}
        theirs = {name: in_other(value) for name, value in mine.items()}
        return Worded(str.format(self, *args, **mine), self.other.format(*map(in_other, args), **theirs))


def in_other(value: object) -> object:
    """A value as the other language has it; what is in no language stays as it is."""
    return value.other if isinstance(value, Worded) else value


def joined(*parts: object) -> Worded:
    """Several values one after the other, in both languages."""
    return Worded("".join(map(str, parts)), "".join(str(in_other(part)) for part in parts))


def words_in_both(one: Tree, other: Tree) -> Tree:
    """A value of words in both languages; unlike `both`, words that are the same are `Worded` as well.

    A template such as `{count}` is the same in both, but what is filled in need not be.
    """
    worded = {
        name: Worded(getattr(one, name), getattr(other, name)) for name in _names(cast("Any", type(one)))
    }
    return cast("Tree", cast("Any", type(one))(**worded))


def both(one: Tree, other: Tree) -> Tree:
    """Lays a tree in the other language over one in the page's own.

    Args:
        one: strings, numbers, tuples, lists, mappings and values, one in another.
        other: the same made in the other language.

    Returns:
        The tree; strings that differ are `Worded`.

    Raises:
        ValueError: the trees differ in more than their words.
    """
    return cast("Tree", _both(one, other))


def _both(one: object, other: object) -> object:
    if one is other:
        return one
    if type(one) is not type(other):
        message = f"{type(one).__name__} in one language, {type(other).__name__} in the other"
        raise ValueError(message)
    if isinstance(one, str) and isinstance(other, str):
        return one if one == other else Worded(one, other)
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return type(one)(_both(mine, theirs) for mine, theirs in zip(one, other, strict=True))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return {name: _both(one[name], other[name]) for name in dict.fromkeys((*one, *other))}
    if isinstance(one, Struct):
        return _value(one, other)
    if one != other:
        message = f"{one!r} in one language, {other!r} in the other"
        raise ValueError(message)
    return one


def _value(one: object, other: object) -> object:
    merged, differs = {}, False
    for name in _names(cast("Any", type(one))):
        mine = getattr(one, name)
        merged[name] = _both(mine, getattr(other, name))
        differs = differs or merged[name] is not mine
    return cast("Any", type(one))(**merged) if differs else one


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a class
    names: tuple[str, ...] = kind.__struct_fields__
    return names


class Lexicon(Struct):
    """The words of one page, numbered as they are used; the page's script finds both languages by number.

    Attributes:
        language: the page's own language.
    """

    language: str
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, words: Worded) -> int:
        """The number of a text in both languages."""
        return self._numbers.setdefault((str(words), words.other), len(self._numbers))

    def numbered(self, tree: object) -> object:
        """A JSON-like tree in which what is in both languages stands as `{"w": number}`."""
        if isinstance(tree, Worded):
            return {"w": self.number(tree)}
        if isinstance(tree, Mapping):
            return {name: self.numbered(each) for name, each in tree.items()}
        if isinstance(tree, tuple | list):
            return [self.numbered(each) for each in tree]
        return tree

    def as_json(self) -> str:
        """Both languages by tag, each a list of texts in the order of their numbers."""
        own = Language.ZH if self.language == Language.ZH else Language.EN
        mine, theirs = zip(*self._numbers, strict=True) if self._numbers else ((), ())
        table = {TAGS[own]: mine, TAGS[other_language(own)]: theirs}
        return json.dumps(table, ensure_ascii=False, separators=(",", ":"))
