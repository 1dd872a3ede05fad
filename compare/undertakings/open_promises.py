"""Undertakings of earlier years that no review since has answered: they stay in view.

A promise that the next report passes over is not done with: it may be answered two years later, or never.
With reports of several years at hand, each undertaking that its own next review is silent about is looked for
in every later review that is there. Only those that give a figure stay: a figure can be asked for after
years, what a plan wants to strengthen or improve cannot. "Open" means not found in these texts, no more; the
years that were looked at are named.
"""

from collections.abc import Iterator, Sequence

from compare.matching import bare_form
from compare.remembered import remembered
from compare.undertakings.commitments import promises_of
from compare.undertakings.model import OpenPromise, PromiseAnswer, PromiseStatus
from compare.undertakings.promises import answer_promises, answers_in, review_of
from compare.undertakings.statements import Clause
from corpora.model import WorkReport
from corpora.quantities import quantities

TERM = 5  # years of a government's term: older undertakings are another government's


def open_promises(reports: Sequence[WorkReport], later: WorkReport) -> tuple[OpenPromise, ...]:
    """The undertakings of older plans that no review at hand answers, the later report's included.

    Args:
        reports: earlier reports; those of another place are passed over, of one year the first counts.
        later: the report that is looked at.

    Returns:
        One for each undertaking, the latest year first, then in reading order; one that was told again in a
        later plan stands under the year in which it was told first. Undertakings of the year that the later
        report itself reviews are not among them: `ChangeReport.promises` has those.
    """
    by_year = {later.year: later}
    for each in reports:
        if each.place == later.place and later.year - TERM <= each.year < later.year:
            by_year.setdefault(each.year, each)
    found: dict[str, OpenPromise] = {}
    for year in sorted(by_year):
        if year < later.year - 1 and year + 1 in by_year:
            since = [by_year[each] for each in sorted(by_year) if each > year]
            for promise in _unanswered(by_year[year], since):
                found.setdefault(bare_form(promise.text), promise)
    return tuple(sorted(found.values(), key=lambda promise: -promise.year))


def _unanswered(plan: WorkReport, since: Sequence[WorkReport]) -> Iterator[OpenPromise]:
    """What a plan undertakes and no review answers, with the passage of the last that comes nearest."""
    later = since[-1]
    for each in _silence(plan, *since)[1]:
        yield OpenPromise(
            year=plan.year,
            text=plan.quote(each.promise),
            promise=each.promise,
            promise_unit=each.promise_unit,
            looked_at=tuple(report.year for report in since),
            nearest=each.nearest,
            nearest_unit=each.nearest_unit,
            nearest_text=later.quote(each.nearest) if each.nearest else "",
        )


@remembered  # what one year is silent about, the next year asks for again
def _silence(plan: WorkReport, *since: WorkReport) -> tuple[tuple[Clause, ...], tuple[PromiseAnswer, ...]]:
    """The undertakings with a figure that no review since answers, and how the last of several is silent."""
    *before, last = since
    if not before:
        return _silent_next(plan, last), ()
    silent, _ = _silence(plan, *before)
    answers = tuple(
        each for each in answers_in(review_of(last), silent) if each.status is PromiseStatus.SILENT
    )
    still = {each.promise for each in answers}
    return tuple(clause for clause in silent if clause.span in still), answers


def _silent_next(plan: WorkReport, following: WorkReport) -> tuple[Clause, ...]:
    """The undertakings with a figure that the next year's review does not answer, by its figures neither."""
    answers = answer_promises(plan, following)
    return tuple(
        clause
        for clause, answer in zip(promises_of(plan), answers, strict=True)
        if answer.status is PromiseStatus.SILENT and _gives_a_figure(clause.form)
    )


def _gives_a_figure(words: str) -> bool:
    """Whether words count or measure something; dates and years do not."""
    return any(each.dimension not in ("", "year", "date") for each in quantities(words))
