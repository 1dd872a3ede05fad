"""What a corpus's reports say of a phrase: only the passages that have it are read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.cache import Cache
from corpora.manifest import Line, read_manifest
from corpora.model import Edition, Origin, Source, TextKind, Unit, WorkReport
from corpora.reading.cached import read_cached
from reports.search.index import Index, Indexed, open_index
from reports.search.passages import text_with, units_with

if TYPE_CHECKING:
    from compare.history.concordance import Concordance, Query

# Reports among which forms that come near are looked for: all passages of each must be read for that.
_MOST_LOOKED_NEAR = 100

Choose = Callable[[Sequence[WorkReport]], Sequence[Sequence[WorkReport]]]


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found.

    Attributes:
        concordances: one for each place, in the order of their names.
        not_read: files of the corpus that cannot be read as reports.
        problem: why the index could not be kept, or empty.
    """

    concordances: tuple["Concordance", ...]
    not_read: int
    problem: str


def search_corpus(folder: Path, query: "Query", choose: Choose, *, near: bool = True) -> Search:
    """Find every use of a phrase in a corpus.

    Args:
        folder: the corpus.
        query: what is looked for.
        choose: given all reports, without their texts: those of each place that are to be looked into.
        near: whether forms that come near are told where nothing is found.

    Raises:
        SourceError: the corpus's manifest cannot be understood.
        UsageError: what `choose` raises.
    """
    from compare.history.concordance import find_uses

    index = open_index(folder)
    reports = {row: _report(each, ()) for row, each in enumerate(index.files) if not each.problem}
    numbers = {each.file: row for row, each in enumerate(index.files)}
    groups = [[numbers[report.source.name] for report in group] for group in choose(tuple(reports.values()))]
    forms = [form for form, _ in query.forms]
    units = units_with(index.table, [row for group in groups for row in group], forms, query.pattern)
    characters = {each.sha256: each.characters for each in index.files}
    found = tuple(
        find_uses(
            [_report(index.files[row], units[row]) if row in units else reports[row] for row in group],
            query,
            characters=characters,
            near=False,
        )
        for group in groups
    )
    not_read = sum(bool(each.problem) for each in index.files)
    is_nowhere = query.pattern is None and not any(any(each.counts) for each in found)
    if near and is_nowhere and sum(map(len, groups)) <= _MOST_LOOKED_NEAR:
        found = tuple(_with_near(folder, index, group, query) for group in groups)
    return Search(found, not_read, index.problem)


def _with_near(folder: Path, index: Index, group: Sequence[int], query: "Query") -> "Concordance":
    from compare.history.concordance import find_uses

    told, readings = read_manifest(folder), Cache(folder)
    files = [index.files[row] for row in group]
    reports = [read_cached(folder, each.file, told.get(each.file, Line()), readings) for each in files]
    return find_uses(reports, query)


def _report(indexed: Indexed, units: tuple[Unit, ...]) -> WorkReport:
    """A report that holds some of its passages and all of its facts."""
    source = Source(indexed.file, indexed.sha256, indexed.format, None, "")
    return WorkReport(
        f"{indexed.place}:{indexed.year}", indexed.place, indexed.year, indexed.title, TextKind(indexed.kind),
        Edition(indexed.edition), indexed.language, source, text_with(units), Origin((), ()), units,
    )  # fmt: skip
