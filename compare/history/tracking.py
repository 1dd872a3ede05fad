"""Which formulations a history tells: what several years say in the same words, and quoted slogans.

No list of terms: a name is what the frames of the genre's clauses leave (`compare.formulations`), and what
recurs is counted in whatever width, quotes or spacing. Ordered by how much it looks like what an analyst
would name, and by how much its years tell: what comes, goes or comes back before what always stands.
"""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from compare.formulations.candidates import name_of
from compare.formulations.carried import name_odds
from compare.formulations.folding import FoldedReport
from compare.formulations.lexicon import NOUN_VERBS
from compare.formulations.reading import ReadUnit
from compare.formulations.segmentation import Form, Piece, cut_pieces
from compare.history.model import FormulationYears, Shelf, Use
from compare.history.shelf import Shelved
from compare.history.uses import Contexts, crosses_word, find_stretches
from corpora.model import Role

_SHORTEST, _LONGEST = 4, 16  # a shared word is no formulation, a shared sentence is set prose
_SHORTEST_QUOTED = 3  # quotation marks say that it is a name (“营改增”)
_LEAST_YEARS = 2  # what one year says alone has no history yet
_POOL = 4  # times as many as are wanted are counted: what is nested in another falls out afterwards
_TELLING = {form: rank for rank, form in enumerate(Form)}  # the most telling first
_DIGIT, _LATIN = re.compile(r"\d"), re.compile("[A-Za-z]")
_INSIDE = 0.5  # of its uses that a shorter form needs outside a longer one to be told beside it


class Name(Struct):
    """A name that pieces of several reports have.

    Attributes:
        form: the name in presence form.
        odds: the best odds of its pieces.
        reason: how it stands in its clauses, the most telling way.
        years: the years in which a piece has it.
        verbs: the verbs that govern it, by year.
        object: the name without its verbs, where it keeps them.
    """

    form: str
    odds: float
    reason: Form
    years: set[int] = field(default_factory=set)
    verbs: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    object: str = ""


def names_of(shelved: Shelved) -> dict[str, Name]:
    """Every name that the reports' clauses have, by its form.

    A name that ends in what is done with it (分享经济发展) is a name without that, too.

    Args:
        shelved: the reports.
    """
    found: dict[str, Name] = {}
    for side in shelved.folded:
        for index, unit in enumerate(side.units):
            read = ReadUnit(unit, side.places(index), cut_pieces(unit.text), ())
            for piece in read.pieces:
                start, end = name_of(read, piece)
                form, core = side.form[start:end], side.form[read.places[piece.core] : end]
                _note(found, form, piece, unit.role, side.report.year)
                if form != core and form in found:
                    found[form].object = core
                if form[-2:] in NOUN_VERBS and len(form) >= _SHORTEST + 2:
                    governed = replace(piece, verbs=(*piece.verbs, form[-2:]))
                    _note(found, form[:-2], governed, unit.role, side.report.year)
    return found


def _note(found: dict[str, Name], form: str, piece: Piece, role: Role, year: int) -> None:
    if not _fits(form, piece.form):
        return
    odds = name_odds(form, piece, role)
    name = found.get(form)
    if name is None:
        name = found[form] = Name(form, odds, piece.form)
    name.odds = max(name.odds, odds)
    if _TELLING[piece.form] < _TELLING[name.reason]:
        name.reason = piece.form
    name.years.add(year)
    name.verbs[year].update(piece.verbs)


def _fits(form: str, kind: Form) -> bool:
    """Whether a form may be told: an amount (改造道路30条) is another one each year and no formulation."""
    if kind in {Form.QUOTED, Form.TITLE}:
        return _SHORTEST_QUOTED <= len(form) <= _LONGEST
    return _SHORTEST <= len(form) <= _LONGEST and not (_DIGIT.search(form) and not _LATIN.search(form))


def track(shelved: Shelved, names: Mapping[str, Name], most: int) -> tuple[FormulationYears, ...]:
    """The formulations of a history, the weightiest first.

    Args:
        shelved: the reports.
        names: the names of their clauses.
        most: how many to return.
    """
    recurring = [one for one in names.values() if len(one.years) >= _LEAST_YEARS]
    quoted = [one for one in names.values() if one.reason is Form.QUOTED and len(one.years) < _LEAST_YEARS]
    likely = sorted(recurring, key=lambda one: (-one.odds - math.log2(len(one.years)), one.form))
    pool = [*likely[: most * _POOL], *quoted]
    counted = {one.form: counts_of(shelved.folded, one.form) for one in pool}
    ranked = sorted(
        ((_weight(one, counted[one.form], shelved.shelf), one) for one in pool
         if sum(map(bool, counted[one.form])) >= _LEAST_YEARS),
        key=lambda pair: (-pair[0], pair[1].form),
    )  # fmt: skip
    kept: list[tuple[float, Name]] = []
    for weight, one in ranked:
        if len(kept) == most:
            break
        if not any(_told_by(one, other.form, counted) for _, other in kept):
            kept.append((weight, one))
    contexts = [Contexts(side) for side in shelved.folded]
    return tuple(_tracked(shelved.folded, contexts, one, weight, counted[one.form]) for weight, one in kept)


def counts_of(sides: Sequence[FoldedReport], form: str) -> tuple[int, ...]:
    """The uses of a form in each report; places where a word runs over its start are not counted."""
    return tuple(
        sum(not crosses_word(side, start, end) for start, end in find_stretches(side, form)) for side in sides
    )


def first_uses(sides: Sequence[FoldedReport], contexts: Sequence[Contexts], form: str) -> tuple[Use, ...]:
    """The first use of a form in each report that has one, by year."""
    found: list[Use] = []
    for side, context in zip(sides, contexts, strict=True):
        for start, end in find_stretches(side, form):
            if not crosses_word(side, start, end):
                found.append(context.use(start, end))
                break
    return tuple(found)


def _tracked(
    sides: Sequence[FoldedReport], contexts: Sequence[Contexts], name: Name, weight: float,
    counts: tuple[int, ...],
) -> FormulationYears:  # fmt: skip
    uses = first_uses(sides, contexts, name.form)
    return FormulationYears(uses[-1].printed, name.reason.value, weight, counts, uses)


def _told_by(one: Name, other: str, counted: Mapping[str, tuple[int, ...]]) -> bool:
    """Whether a kept name tells of a name already: one holds the other and has most of its uses.

    A quoted slogan is told on its own where it has years that the longer name lacks.
    """
    if one.form not in other:
        return other in one.form
    inside, whole = counted[other], counted[one.form]
    has_own_years = any(count and not held for count, held in zip(whole, inside, strict=True))
    if one.reason is Form.QUOTED and has_own_years:
        return False
    return sum(whole) - sum(inside) < _INSIDE * sum(whole)


def _weight(name: Name, counts: Sequence[int], shelf: Shelf) -> float:
    """0 to 100. Judgement: form, how sure its ends are, uses, whether its years have a beginning or end."""
    used = [bool(count) for count in counts]
    years = sum(used)
    sure = len(name.years) / years  # of its years those in which a clause is cut as the name is
    changes = sum(one != other for one, other in pairwise(used))
    always = years == len(shelf.texts)
    odds = name.odds + 1.5 * (sure - 1) + 0.5 * math.log2(sum(counts)) - 1.0 * always + 0.7 * used[-1]
    odds += 0.5 * (changes <= 2) + 0.5 * min(years, 6) / 2 - 0.1 * max(changes - 4, 0)  # noqa: PLR2004 - one life
    return round(100 / (1 + math.exp(-odds / 3)), 2)
