"""What speaks for a stretch being a formulation that an analyst would name, as figures.

Each sign is a number that can be read off the candidate; `ranking` weighs them. They ask three things: how
new the words are, how the stretch is built and governed, and where it stands.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from compare.formulations.candidates import Candidates
from compare.formulations.lexicon import (
    BLOCKS,
    FOUNDING_VERBS,
    HEADS,
    LOOSE_STARTS,
    PREDICATES,
    SHORT_HEADS,
    SPEECH,
    closes_with,
)
from compare.formulations.novelty import Novelty
from compare.formulations.segmentation import Form
from corpora.model import Role

_NUMERAL = re.compile(r"\d")
_LATIN = re.compile(r"[A-Za-z+]")
# 三大攻坚战, 四个意识, 两学一做: a count word or a second numeral makes a numeral a code.
_CODE = re.compile(
    r"^[三四五六七八九十两双][大个项重张条]|[一二三四五六七八九十两双]\D[一二三四五六七八九十两双]\D"
)
_MARKED = re.compile(r"[\dA-Za-z+年月日次第]|周年")
_OFTEN = 8  # uses: more often is no more of a sign
_LOG2 = np.log2(np.maximum(np.arange(_OFTEN + 1), 1))
_LONGEST_CODE = 8  # characters: longer is a clause about it
_SHORT_NAME = 5  # see SHORT_HEADS
_COUNTS = frozenset("一二三四五六七八九十两双")
_CUT = frozenset({Form.PART, Form.MODIFIER})
_REVIEW, _PROBLEMS = frozenset({Role.REVIEW}), frozenset({Role.PROBLEMS})
_FRAME = frozenset({Role.OPENING, Role.CLOSING})
_DATE = re.compile(r"[年月日]$|年来$|\d年|次会议|第[一二三四五六七八九十\d]+[届次]|周年")


Column = NDArray[np.float64]
Figure = TypeVar("Figure")
Kind = TypeVar("Kind", bound=Hashable)


class Signs(NamedTuple, Generic[Figure]):
    """The signs of candidates, a column for each, or how much each sign counts.

    Every figure is a number or share that is 0 when the sign is absent.

    Attributes:
        new_words: breaks inside or beside single characters: words the reference lacks.
        strange: characters the reference lacks.
        longest_known: share of the stretch that one known piece covers.
        new_share: share of positions at which nothing known of four characters begins.
        surroundings: the same share of the rest of the sentence: a new term stands out of a known sentence.
        hardly_new: less than one break.
        uses: log2 of the uses.
        echo: log2 of the uses of its most repeated new part.
        quoted: in quotation marks.
        title: in book-title marks.
        recurring: found as a stretch the report repeats, not as a piece of a clause.
        verb_object: the object of a task clause.
        item: an item of a list.
        cut: a modifier or a part cut out of a longer clause.
        head: ends in what policies are: 战略, 机制, 行动 …
        short_head: a short compound that ends in 制, 区, 券 …
        founding: governed by a verb that brings something into being.
        governed: governed by any verb.
        opens_unit: at the head of a section or paragraph.
        requirements: in the part that sets requirements and policy stance.
        review: only where past work is told.
        problems: only where problems are told.
        frame: only in opening and closing.
        tiny: up to three characters.
        short: four to seven.
        long: ten to fourteen.
        very_long: more than fourteen.
        latin: has Latin letters or +: 5G, 互联网+.
        numeral: has Arabic numerals: mostly results and targets.
        coded: a slogan in numerals: 三大攻坚战, 两学一做.
        date: an event, a session, a year.
        speech: characters of running speech.
        loose: begins like something cut out of a sentence.
        predicate: ends as a statement about the state of things.
        blocks: made of everyday building blocks alone.
    """

    new_words: Figure
    strange: Figure
    longest_known: Figure
    new_share: Figure
    surroundings: Figure
    hardly_new: Figure
    uses: Figure
    echo: Figure
    quoted: Figure
    title: Figure
    recurring: Figure
    verb_object: Figure
    item: Figure
    cut: Figure
    head: Figure
    short_head: Figure
    founding: Figure
    governed: Figure
    opens_unit: Figure
    requirements: Figure
    review: Figure
    problems: Figure
    frame: Figure
    tiny: Figure
    short: Figure
    long: Figure
    very_long: Figure
    latin: Figure
    numeral: Figure
    coded: Figure
    date: Figure
    speech: Figure
    loose: Figure
    predicate: Figure
    blocks: Figure


def read_signs(candidates: Candidates, new: Novelty) -> Signs[Column]:
    """The signs of candidates: each a column with a figure for each candidate.

    Args:
        candidates: of one text.
        new: the measure of their text.
    """
    found = candidates.found
    starts, ends, cores = (np.array(each, dtype=np.int64) for each in candidates.places)
    breaks = new.breaks(cores, ends)
    share, around = new.shares(starts, ends)
    lengths, core_lengths = ends - starts, ends - cores
    forms = [one.form for one in found]
    bare = [one.form[one.core - one.start :] for one in found]
    kinds = _Each([one.kinds for one in found])
    roles = _Each([one.roles for one in found])
    verbs = _Each([one.verbs for one in found])
    amount = breaks.words + breaks.compounds / 2 + breaks.strange / 2
    # most have nothing that the three patterns look for
    marked = [form if _MARKED.search(form) else "" for form in forms]
    coded = [form if len(form) <= _LONGEST_CODE and not _COUNTS.isdisjoint(form) else "" for form in forms]
    return Signs(
        new_words=np.minimum(breaks.words, 3),
        strange=np.minimum(breaks.strange, 2),
        longest_known=breaks.longest,
        new_share=share,
        surroundings=around,
        hardly_new=_column(amount < 0.4),  # noqa: PLR2004 - less than one break in the middle of a phrase
        uses=_often(candidates.uses),
        echo=_often(candidates.echoes),
        quoted=kinds.column(lambda each: Form.QUOTED in each),
        title=kinds.column(lambda each: Form.TITLE in each),
        recurring=kinds.column(lambda each: Form.RECURRING in each),
        verb_object=kinds.column(lambda each: Form.VERB_OBJECT in each),
        item=kinds.column(lambda each: Form.ITEM in each),
        cut=kinds.column(lambda each: not _CUT.isdisjoint(each)),
        head=_column(map(_has_head, forms)),
        short_head=_column(form[-1] in SHORT_HEADS for form in forms) * (core_lengths <= _SHORT_NAME),
        founding=verbs.column(lambda each: not FOUNDING_VERBS.isdisjoint(each)),
        governed=verbs.column(bool),
        opens_unit=_column(one.opens_unit for one in found),
        requirements=roles.column(lambda each: Role.REQUIREMENTS in each),
        review=roles.column(_REVIEW.issuperset),
        problems=roles.column(_PROBLEMS.issuperset),
        frame=roles.column(_FRAME.issuperset),
        tiny=_column(lengths <= 3),  # noqa: PLR2004
        short=_column((lengths >= 4) & (lengths <= 7)),  # noqa: PLR2004
        long=_column((lengths >= 10) & (lengths <= 14)),  # noqa: PLR2004
        very_long=_column(lengths > 14),  # noqa: PLR2004
        latin=_column(bool(form and _LATIN.search(form)) for form in marked),
        numeral=_column(bool(form and _NUMERAL.search(form)) for form in marked),
        coded=_column(bool(form and _CODE.search(form)) for form in coded),
        date=_column(bool(form and _DATE.search(form)) for form in marked),
        speech=_column(min(3, len(SPEECH.intersection(form))) for form in forms),
        loose=_column(form[0] in LOOSE_STARTS or (form[0] == "以" and "为" not in form) for form in forms),
        predicate=_column(closes_with(form, PREDICATES) for form in forms),
        blocks=_column(map(_only_blocks, bare)),
    )


class _Each(Generic[Kind]):
    """What candidates have of one thing that has few values: a sign is judged once for each of these."""

    def __init__(self, values: Sequence[Kind]) -> None:
        numbers: dict[Kind, int] = {}
        self._numbers = np.array([numbers.setdefault(each, len(numbers)) for each in values], dtype=np.intp)
        self._values = tuple(numbers)

    def column(self, sign: Callable[[Kind], float]) -> Column:
        return np.array([sign(each) for each in self._values], dtype=np.float64)[self._numbers]


def _column(figures: Iterable[float]) -> Column:
    return np.array(figures if isinstance(figures, np.ndarray) else list(figures), dtype=np.float64)


def _often(counts: Sequence[int]) -> Column:
    return _LOG2[np.minimum(np.array(counts, dtype=np.int64), _OFTEN)]


def _has_head(form: str) -> bool:
    return closes_with(form, HEADS) or (
        "、" in form and any(closes_with(item, HEADS) for item in form.split("、"))
    )


def _only_blocks(core: str) -> bool:
    """Whether the core is told with building blocks alone."""
    position = 0
    while position < len(core):
        if core[position] in "的和、新":
            position += 1
        elif core[position : position + 2] in BLOCKS:
            position += 2
        else:
            return False
    return True
