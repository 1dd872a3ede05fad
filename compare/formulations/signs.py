"""What speaks for a stretch being a formulation that an analyst would name, as figures.

Each sign is a number that can be read off the candidate; `ranking` weighs them. They ask three things: how
new the words are, how the stretch is built and governed, and where it stands.
"""

import math
import re
from typing import NamedTuple

from compare.formulations.candidates import Candidate
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
_LOG2 = tuple(math.log2(max(uses, 1)) for uses in range(_OFTEN + 1))
_CUT = frozenset({Form.PART, Form.MODIFIER})
_REVIEW, _PROBLEMS = frozenset({Role.REVIEW}), frozenset({Role.PROBLEMS})
_FRAME = frozenset({Role.OPENING, Role.CLOSING})
_DATE = re.compile(r"[年月日]$|年来$|\d年|次会议|第[一二三四五六七八九十\d]+[届次]|周年")


class Signs(NamedTuple):
    """The signs of one candidate, or how much each of them counts.

    Every field is a number or share that is 0 when the sign is absent. A tuple, because the model only
    multiplies signs with weights, some thousand times for each report.

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

    new_words: float
    strange: float
    longest_known: float
    new_share: float
    surroundings: float
    hardly_new: float
    uses: float
    echo: float
    quoted: float
    title: float
    recurring: float
    verb_object: float
    item: float
    cut: float
    head: float
    short_head: float
    founding: float
    governed: float
    opens_unit: float
    requirements: float
    review: float
    problems: float
    frame: float
    tiny: float
    short: float
    long: float
    very_long: float
    latin: float
    numeral: float
    coded: float
    date: float
    speech: float
    loose: float
    predicate: float
    blocks: float


def read_signs(candidate: Candidate) -> Signs:
    """The signs of a candidate."""
    form, breaks, kinds = candidate.form, candidate.breaks, candidate.kinds
    core = form[candidate.core - candidate.start :]
    length, roles = len(form), candidate.roles
    amount = breaks.words + breaks.compounds / 2 + breaks.strange / 2
    marked = _MARKED.search(form)  # most have nothing that the three patterns look for
    return Signs(
        new_words=min(breaks.words, 3),
        strange=min(breaks.strange, 2),
        longest_known=breaks.longest,
        new_share=candidate.new_share,
        surroundings=candidate.surroundings,
        hardly_new=amount < 0.4,  # noqa: PLR2004 - less than one break in the middle of a phrase
        uses=_LOG2[min(candidate.uses, _OFTEN)],
        echo=_LOG2[min(candidate.echo, _OFTEN)],
        quoted=Form.QUOTED in kinds,
        title=Form.TITLE in kinds,
        recurring=Form.RECURRING in kinds,
        verb_object=Form.VERB_OBJECT in kinds,
        item=Form.ITEM in kinds,
        cut=not kinds.isdisjoint(_CUT),
        head=closes_with(form, HEADS)
        or ("、" in form and any(closes_with(item, HEADS) for item in form.split("、"))),
        short_head=form[-1] in SHORT_HEADS and len(core) <= 5,  # noqa: PLR2004 - see SHORT_HEADS
        founding=not FOUNDING_VERBS.isdisjoint(candidate.verbs),
        governed=bool(candidate.verbs),
        opens_unit=candidate.opens_unit,
        requirements=Role.REQUIREMENTS in roles,
        review=roles <= _REVIEW,
        problems=roles <= _PROBLEMS,
        frame=roles <= _FRAME,
        tiny=length <= 3,  # noqa: PLR2004
        short=4 <= length <= 7,  # noqa: PLR2004
        long=10 <= length <= 14,  # noqa: PLR2004
        very_long=length > 14,  # noqa: PLR2004
        latin=bool(marked and _LATIN.search(form)),
        numeral=bool(marked and _NUMERAL.search(form)),
        coded=length <= 8 and bool(_CODE.search(form)),  # noqa: PLR2004 - longer is a clause about it
        date=bool(marked and _DATE.search(form)),
        speech=min(3, len(SPEECH.intersection(form))),
        loose=form[0] in LOOSE_STARTS or (form[0] == "以" and "为" not in form),
        predicate=closes_with(form, PREDICATES),
        blocks=_only_blocks(core),
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
