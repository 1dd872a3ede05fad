"""Undertakings of earlier years that no review since has answered: they stay in view.

A promise that the next report passes over is not done with: it may be answered two years later, or never.
With reports of several years at hand, each undertaking that its own next review is silent about is looked for
in every later review that is there. Only those that give a figure stay: a figure can be asked for after
years, what a plan wants to strengthen or improve cannot. "Open" means not found in these texts, no more; the
years that were looked at are named.
"""

from collections.abc import Iterator, Mapping, Sequence

from compare.matching import bare_form
from compare.outcomes import figures_of, target_outcomes
from compare.promises import answer_promises
from compare.targets import targets_of
from compare.undertakings import OpenPromise, PromiseAnswer, PromiseStatus
from corpora.model import Span, WorkReport
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
            for promise in _unanswered(by_year[year], by_year):
                found.setdefault(bare_form(promise.text), promise)
    return tuple(sorted(found.values(), key=lambda promise: -promise.year))


def _unanswered(plan: WorkReport, by_year: Mapping[int, WorkReport]) -> Iterator[OpenPromise]:
    """What a plan undertakes and no later review answers, with the passage of the last that comes nearest."""
    looked_at = tuple(sorted(year for year in by_year if year > plan.year))
    last = by_year[looked_at[-1]]
    silent: dict[Span, PromiseAnswer] = {}
    for year in looked_at:
        silent = {
            each.promise: each
            for each in _answers(plan, by_year[year])
            if each.status is PromiseStatus.SILENT
            and (each.promise in silent or year == looked_at[0])
            and _gives_a_figure(plan.quote(each.promise))
        }
        if not silent:
            return
    for each in silent.values():
        yield OpenPromise(
            year=plan.year,
            text=plan.quote(each.promise),
            promise=each.promise,
            promise_unit=each.promise_unit,
            looked_at=looked_at,
            nearest=each.nearest,
            nearest_unit=each.nearest_unit,
            nearest_text=last.quote(each.nearest) if each.nearest else "",
        )


def _answers(plan: WorkReport, review: WorkReport) -> tuple[PromiseAnswer, ...]:
    """The plan's undertakings and a review's answers; figures of targets answer in the next year only."""
    aims = targets_of(plan)
    is_next = review.year == plan.year + 1
    outcomes = target_outcomes(aims, figures_of(review), figures_of(plan)) if is_next else ()
    return answer_promises(plan, review, aims, outcomes)


def _gives_a_figure(words: str) -> bool:
    """Whether words count or measure something; dates and years do not."""
    return any(each.dimension not in ("", "year", "date") for each in quantities(words))
