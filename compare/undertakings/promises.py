"""What the earlier report undertook, clause by clause, and where the later review answers it.

An answer must speak of the undertaking itself. What an undertaking is about is what remains of a clause
without its verbs and figures; how much of that a clause of the review says, weighted by how rare the words
are (Sparck Jones 1972), decides. Words in the same sentence count, too, but less. A target whose figure the
review gives is answered by that figure. Silence is told as "no answer found in this text", with the passage
that comes nearest.
"""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from compare.matching import bare_words, neighbours
from compare.remembered import remembered
from compare.undertakings.commitments import core_of, promises_of
from compare.undertakings.model import PromiseAnswer, PromiseStatus, TargetOutcome, Verdict
from compare.undertakings.outcomes import outcomes_of
from compare.undertakings.statements import Clause, clauses_of
from compare.vectors import Grams, count_grams, rarities
from corpora.model import Role, Span, WorkReport
from corpora.quantities import quantities

_AT_ONCE = 1 << 22  # undertakings × clauses that are weighed at a time, 16 MB each table
_FROM_SENTENCE = 0.4  # what words elsewhere in the sentence count, beside those of the clause itself
_LEAST_COVERED = 0.26  # below this share no more is said than any review says of anything
_LEAST_COVERED_SHORT = 0.36  # … of three words or less, where one that is shared says little
_SHORT = 4  # pairs of characters
_WITHOUT_HEAD = 0.85  # what an answer without the last word, which says what the thing is, counts
_WITHOUT_RATE = 0.5  # … and where the thing is a rate, which no other figure answers
_SAME_MEASURE = 0.12  # a figure measured as the promised one is a sign of its own …
_LEAST_FOR_SIGN = 0.25  # … where the words are near already
_TO_THE_POINT = 0.1  # of two answers that say as much, the one that says less else
_SURE_COVERED = 0.45  # from here the answer names most of the undertaking
# A clause that only remarks on the one before.
_REMARK = re.compile(
    r"^(?:低于|高于|超过|好于|优于|名列|位居|居(?!民)|创|超额|完成|比|同比|增长|下降|提高|降幅|增幅|占|达到|实现|持续|并)"
)

_NOTHING = 1e-6  # keeps an empty clause from dividing by nought
_RANK = re.compile(r"第\d+")

_Matrix = NDArray[np.float32]


class Review(Struct, frozen=True):
    """The clauses of the later review and the sentence that each belongs to."""

    clauses: tuple[Clause, ...]
    sentence: tuple[int, ...]


@remembered
def answer_promises(earlier: WorkReport, later: WorkReport) -> tuple[PromiseAnswer, ...]:
    """The earlier report's undertakings with the later review's answers.

    Args:
        earlier: the report that undertakes; its targets are undertakings, too.
        later: the report that reviews the year, with figures of the earlier targets among others.

    Returns:
        One for each of `promises_of`, in its order; silent ones name the nearest passage.
    """
    return answers_in(review_of(later), promises_of(earlier), outcomes_of(earlier, later))


def answers_in(
    review: Review, promises: Sequence[Clause], outcomes: Sequence[TargetOutcome] = ()
) -> tuple[PromiseAnswer, ...]:
    """The answers that a review gives to undertakings.

    Args:
        review: what the later report reviews.
        promises: the undertakings; how rare their words are is judged among them and the review.
        outcomes: what the review says of the earlier targets, by figures.

    Returns:
        One for each undertaking, in their order.
    """
    if not promises or not review.clauses:
        return tuple(_silent(each, None, 0.0) for each in promises)
    by_figure = {
        span: each
        for each in outcomes
        if each.span is not None and each.verdict is not Verdict.NOT_REPORTED
        for span in each.target.statements
    }
    cores = [core_of(clause.form) for clause in promises]
    return tuple(
        _answered_by_figure(clause, found, review)
        if (found := _figure_for(clause, by_figure)) is not None
        else _answered(clause, core, best, review)
        for clause, core, best in zip(promises, cores, _covered(promises, cores, review), strict=True)
    )


# -- answers ---------------------------------------------------------------------------------------


@remembered
def review_of(later: WorkReport) -> Review:
    """What a report reviews, clause by clause."""
    said = clauses_of(later)
    found = [clause for unit in later.units if unit.role is Role.REVIEW for clause in said[unit.id]]
    keys = {key: number for number, key in enumerate(dict.fromkeys((c.unit.id, c.sentence) for c in found))}
    return Review(tuple(found), tuple(keys[c.unit.id, c.sentence] for c in found))


def _covered(promises: Sequence[Clause], cores: Sequence[str], review: Review) -> Iterator[tuple[int, float]]:
    """For each undertaking, which clause of the review answers it best, and how well; about 0 to 1.

    In portions of undertakings: those of a long text with all clauses of another would fill the memory.
    """
    weights = _weighed(cores, promises, review.clauses)
    number = np.array(review.sentence)
    sentences = np.maximum.reduceat(weights.has, np.unique(number, return_index=True)[1])  # they follow on
    rates = np.array([core.endswith(("率", "比例", "比重", "占比")) for core in cores])
    without = np.where(rates, _WITHOUT_RATE, _WITHOUT_HEAD).astype(np.float32)
    measured = _measured(promises, review.clauses)
    portion = max(1, _AT_ONCE // len(review.clauses))
    for start in range(0, len(promises), portion):
        rows = slice(start, start + portion)
        own = weights.wanted[rows] @ weights.has.T
        around = (weights.wanted[rows] @ sentences.T)[:, number]
        covered = (own + _FROM_SENTENCE * (around - own)) / weights.whole[rows, None]
        covered *= np.where(weights.has_head[rows], np.float32(1.0), without[rows, None])
        covered *= 1.0 + _TO_THE_POINT * own / weights.said
        alike = np.minimum(measured[0][rows] @ measured[1].T, np.float32(1.0))
        covered += _SAME_MEASURE * alike * (covered >= _LEAST_FOR_SIGN)
        yield from zip(covered.argmax(axis=1).tolist(), covered.max(axis=1).tolist(), strict=True)


class _Weights(Struct, frozen=True):
    """Pairs of characters of the undertakings' cores and of the review's clauses.

    Attributes:
        wanted: undertakings × pairs, how rare each pair of the core is; the last column, for pairs that no
            clause has, meets nothing.
        whole: the sum of all weights of each core, of pairs that the review has not, too.
        has: clauses × pairs that some core has, 1 where the clause has the pair.
        has_head: undertakings × clauses, whether the clause has the core's last pair.
        said: how much each clause says: the weights of its pairs, the ones that no core has included.
    """

    wanted: _Matrix
    whole: _Matrix
    has: _Matrix
    has_head: NDArray[np.bool_]
    said: _Matrix


def _weighed(cores: Sequence[str], promises: Sequence[Clause], review: Sequence[Clause]) -> _Weights:
    asked, said = ([bare_words(clause.form) for clause in side] for side in (promises, review))
    # the last pair of a core is counted as a text of its own
    found = count_grams([*asked, *said, *cores, *(core[-2:] for core in cores)], (2,))
    texts = found.between(0, len(asked) + len(said))
    rarity = rarities(texts, int(found.numbers.max(initial=0)) + 1).astype(np.float32)
    told = texts.between(len(asked), texts.texts)
    wants = found.between(texts.texts, texts.texts + len(cores))
    heads = found.between(texts.texts + len(cores), found.texts)
    shared = np.intersect1d(wants.numbers, told.numbers)
    column = np.full(len(rarity), len(shared))  # what only one side has stands in a column left out below
    column[shared] = np.arange(len(shared))
    wanted = np.zeros((len(cores), len(shared) + 1), dtype=np.float32)
    wanted[wants.owners, column[wants.numbers]] = rarity[wants.numbers]
    has = np.zeros((len(said), len(shared) + 1), dtype=np.float32)
    has[told.owners, column[told.numbers]] = 1.0
    has[:, -1] = 0.0
    has_head = np.zeros((len(cores), len(said)), dtype=np.bool_)
    has_head[heads.owners] = has[:, column[heads.numbers]].T > 0
    return _Weights(wanted, _sums(wants, rarity), has, has_head, _sums(told, rarity))


def _sums(found: Grams, rarity: _Matrix) -> _Matrix:
    """For each text the weights of all its pairs."""
    sums = np.bincount(found.owners, rarity[found.numbers], minlength=found.texts) + _NOTHING
    return sums.astype(np.float32)


def _measured(promises: Sequence[Clause], review: Sequence[Clause]) -> tuple[_Matrix, _Matrix]:
    """For undertakings and clauses, in which dimensions they have figures, as 1 and 0."""
    sides = [[_dimensions(clause) for clause in side] for side in (promises, review)]
    names = sorted({name for side in sides for each in side for name in each})
    one, other = (
        np.array([[name in each for name in names] for each in side], dtype=np.float32).reshape(len(side), -1)
        for side in sides
    )
    return one, other


def _dimensions(clause: Clause) -> frozenset[str]:
    return frozenset(each.dimension for each in quantities(clause.form) if each.dimension)


def _figure_for(clause: Clause, by_figure: dict[Span, TargetOutcome]) -> TargetOutcome | None:
    return next((found for span, found in by_figure.items() if clause.span.meets(span)), None)


def _answered_by_figure(clause: Clause, found: TargetOutcome, review: Review) -> PromiseAnswer:
    span, unit = found.span, found.unit_id
    last = next(
        (i for i, c in enumerate(review.clauses) if span and c.span.start < span.end <= c.span.end), None
    )
    if span and last is not None:
        span = Span(span.start, _with_remark(last, review).end)
    return PromiseAnswer(
        promise=clause.span, promise_unit=clause.unit.id, status=PromiseStatus.REPORTED, answer=span,
        answer_unit=unit, with_number=True, score=1.0, reason="figure of the target", nearest=span,
        nearest_unit=unit,
    )  # fmt: skip


def _answered(clause: Clause, core: str, best: tuple[int, float], review: Review) -> PromiseAnswer:
    place, score = best[0], min(best[1], 1.0)
    answer = review.clauses[place]
    if score < _LEAST_COVERED or (score < _LEAST_COVERED_SHORT and len(set(neighbours(core))) < _SHORT):
        return _silent(clause, answer, score)
    reason = "names it" if score >= _SURE_COVERED else "names part of it"
    span = _with_remark(place, review)
    return PromiseAnswer(
        promise=clause.span, promise_unit=clause.unit.id, status=PromiseStatus.REPORTED, answer=span,
        answer_unit=answer.unit.id, with_number=_has_number(clause, answer), score=score, reason=reason,
        nearest=span, nearest_unit=answer.unit.id,
    )  # fmt: skip


def _silent(clause: Clause, nearest: Clause | None, score: float) -> PromiseAnswer:
    near = nearest if score > 0 else None
    return PromiseAnswer(
        promise=clause.span, promise_unit=clause.unit.id, status=PromiseStatus.SILENT, answer=None,
        answer_unit=None, with_number=False, score=score, reason="not found",
        nearest=near.span if near else None, nearest_unit=near.unit.id if near else None,
    )  # fmt: skip


def _with_remark(index: int, review: Review) -> Span:
    """The clause, and the one behind it when that only remarks on it: `低于13%左右的预期目标`."""
    clause = review.clauses[index]
    following = index + 1
    if following < len(review.clauses) and review.sentence[following] == review.sentence[index]:
        behind = review.clauses[following]
        if _REMARK.match(behind.form):
            return Span(clause.span.start, behind.span.end)
    return clause.span


def _has_number(clause: Clause, answer: Clause) -> bool:
    """Whether the answer gives a figure; of a promised figure one that is measured alike, or a rank."""
    wanted, given = _dimensions(clause), _dimensions(answer)
    return bool(given & wanted) or bool(_RANK.search(answer.form)) if wanted else bool(given)
