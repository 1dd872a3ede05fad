"""The whole story of a comparison, in the order in which it happens."""

from collections.abc import Iterator, Sequence

from compare.alignment.alignment import Alignment, align
from compare.alignment.linking import make_links
from compare.alignment.pairs import NOT_COMPARED_ROLES, compared_units
from compare.alignment.sections import is_chapter
from compare.findings.ranking import Changes, rank_findings
from compare.findings.targets import Undertakings
from compare.formulations.levels import find_uptake
from compare.formulations.statuses import find_formulations
from compare.model import ChangeReport, Comparison, Nearest, NotCompared
from compare.options import CompareOptions
from compare.overview import FirstFound, FoundIn, Overview
from compare.priorities import compare_priorities, priority_ranks
from compare.undertakings.consistency import doubtful_figures
from compare.undertakings.growth_doubts import doubtful_growth
from compare.undertakings.open_promises import open_promises
from compare.undertakings.outcomes import figures_of, outcomes_of
from compare.undertakings.promises import answer_promises
from compare.undertakings.target_changes import compare_targets
from compare.undertakings.targets import targets_of
from corpora.model import Level, Unit, WorkReport


def compare_reports(
    earlier: WorkReport,
    later: WorkReport,
    *,
    options: CompareOptions | None = None,
    history: Sequence[WorkReport] = (),
) -> ChangeReport:
    """Compare an earlier with a later report.

    Args:
        earlier: the earlier report.
        later: the later report.
        options: thresholds; the defaults when None.
        history: the place's other reports, for what is called first, returning or last used.

    Returns:
        Everything that was found, as one frozen tree.
    """
    options = options or CompareOptions()
    alignment = align(earlier, later, options)
    links = make_links(earlier, later, alignment, options)
    new_units = _alone(later, earlier, {unit for link in links for unit in link.later})
    dropped_units = _alone(earlier, later, {unit for link in links for unit in link.earlier})
    priorities = compare_priorities(earlier, later, links)
    formulations = find_formulations(earlier, later, links, history, options.aliases)
    phrases = formulations.changes
    aims = targets_of(earlier), targets_of(later)
    figures = (figures_of(earlier), figures_of(later)) if _reviews(earlier, later) else None
    outcomes = outcomes_of(earlier, later) if figures else ()
    promises = answer_promises(earlier, later) if figures else ()
    undertakings = Undertakings(compare_targets(*aims), outcomes, promises)
    changes = Changes(
        earlier, later, links, new_units, dropped_units, priorities, phrases, undertakings
    )  # fmt: skip
    return ChangeReport(
        earlier, later, links, new_units, dropped_units, tuple(_nearest(alignment)), priorities, phrases,
        rank_findings(changes), tuple(_not_compared(earlier, later)),
        tuple(sorted({side.year for side in history})), undertakings.targets,
        outcomes, promises,
        (
            *doubtful_figures(earlier, aims[0], "earlier"), *doubtful_figures(later, aims[1], "later"),
            *(doubtful_growth(*figures) if figures else ()),
        ),
        find_uptake(earlier, later, phrases, history), formulations.cut,
    )  # fmt: skip


def compare_with_many(
    earlier_reports: Sequence[WorkReport], later: WorkReport, *, options: CompareOptions | None = None,
    history: Sequence[WorkReport] = (),
) -> Comparison:  # fmt: skip
    """Compare a later report with each of several earlier ones.

    Args:
        earlier_reports: at least one report; the pairs keep their order.
        later: the later report.
        options: thresholds; the defaults when None.
        history: further reports of the place; the given earlier ones of the same place are added for each
            pair.

    Returns:
        The pairs; since which of the given years each priority and measure of the later report is found; and
        what older plans undertook and no review at hand answers.
    """
    pairs = tuple(
        compare_reports(
            earlier, later, options=options, history=_history_of(earlier, later, earlier_reports, history)
        )
        for earlier in earlier_reports
    )
    return Comparison(pairs, _overview(pairs, later), open_promises((*earlier_reports, *history), later))


def _history_of(
    earlier: WorkReport, later: WorkReport, others: Sequence[WorkReport], history: Sequence[WorkReport]
) -> tuple[WorkReport, ...]:
    """All known reports of the later report's place before it, but the pair itself, one for each text."""
    known = {
        side.source.sha256: side
        for side in (*history, *others)
        if side.place == later.place
        and side.year < later.year
        and side.source.sha256 != earlier.source.sha256
    }
    return tuple(sorted(known.values(), key=lambda side: (side.year, side.source.sha256)))


def _reviews(earlier: WorkReport, later: WorkReport) -> bool:
    """Whether the later report looks back on the year that the earlier one plans."""
    return earlier.place == later.place and earlier.year + 1 == later.year


def _alone(side: WorkReport, other: WorkReport, linked: set[str]) -> tuple[str, ...]:
    """The compared units that no link holds, but for sections that the other report could not have."""
    without = {unit.id for unit in _without_counterpart(side, other)}
    return tuple(
        unit.id
        for unit in side.units
        if unit.id not in linked | without and unit.role not in NOT_COMPARED_ROLES
    )


def _without_counterpart(side: WorkReport, other: WorkReport) -> tuple[Unit, ...]:
    """Sections of a kind and part of which the other report has none, although it has that part.

    A digest tells the review without headings: the full report's headings of it are not dropped, they cannot
    be there. Where the other report lacks the whole part, its sections are told as new or dropped.
    """
    kinds = {(is_chapter(other, unit), unit.role) for unit in compared_units(other, Level.SECTION)}
    parts = {unit.role for unit in compared_units(other, Level.MEASURE)}
    return tuple(
        unit
        for unit in compared_units(side, Level.SECTION)
        if (is_chapter(side, unit), unit.role) not in kinds and unit.role in parts
    )


def _nearest(alignment: Alignment) -> Iterator[Nearest]:
    for unit, side, other, score in alignment.nearest:
        yield Nearest(side, unit, other, score)


def _not_compared(earlier: WorkReport, later: WorkReport) -> Iterator[NotCompared]:
    """What no part of the comparison looked at, so that nobody takes silence for sameness."""
    if not _reviews(earlier, later):
        for what in ("outcomes", "promises"):
            yield NotCompared(what, "both", "reviews another year", f"{earlier.year}, {later.year}")
    for name, side in (("earlier", earlier), ("later", later)):
        for role in sorted(NOT_COMPARED_ROLES):
            characters = sum(len(unit.text) for unit in side.units if unit.role is role)
            if characters:
                yield NotCompared(role.value, name, "no part of the report", str(characters))
        for section in _without_counterpart(side, later if side is earlier else earlier):
            yield NotCompared("section", name, "the other text has no such headings", section.label)
        # Running heads and marks of the format stand there many times; each is told once.
        for reason, text in dict.fromkeys((piece.reason, piece.text) for piece in side.left_out):
            yield NotCompared(reason, name, "left out in reading", text)


# -- several earlier reports -----------------------------------------------------------------------


def _overview(pairs: Sequence[ChangeReport], later: WorkReport) -> Overview:
    years = tuple(sorted({pair.earlier.year for pair in pairs}))
    missing = tuple(year for year in range(years[0], later.year) if year not in years) if years else ()
    tasks = priority_ranks(later)
    measures = [
        unit.id for unit in later.units if unit.level is Level.MEASURE and unit.role not in NOT_COMPARED_ROLES
    ]
    return Overview(
        years,
        missing,
        tuple(_first_found(unit, pairs) for unit in tasks),
        tuple(_first_found(unit, pairs) for unit in measures),
    )


def _first_found(unit: str, pairs: Sequence[ChangeReport]) -> FirstFound:
    found: dict[int, FoundIn] = {}
    for position, pair in enumerate(pairs):
        ids = tuple(dict.fromkeys(one for link in pair.links if unit in link.later for one in link.earlier))
        if ids:
            found.setdefault(pair.earlier.year, FoundIn(pair.earlier.year, position, ids))
    in_order = tuple(found[year] for year in sorted(found))
    return FirstFound(unit, in_order[0].year if in_order else None, in_order)
