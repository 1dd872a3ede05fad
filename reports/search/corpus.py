"""What a corpus's reports say of a phrase: its uses are counted, and gathered where they are listed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from corpora.cache import Cache
from corpora.manifest import LEFT_OUT, Line, read_manifest
from corpora.model import Edition, Origin, Source, TextKind, Unit, WorkReport
from corpora.reading.cached import read_cached
from reports.search.index import Index, Indexed, open_index
from reports.search.passages import forms_with, text_with, units_with

if TYPE_CHECKING:
    from compare.history.concordance import Concordance, Query

# Reports among which forms that come near are looked for: all passages of each must be read for that.
_MOST_LOOKED_NEAR = 100

Choose = Callable[[Sequence[WorkReport]], Sequence[Sequence[WorkReport]]]


class Search(Struct, frozen=True):
    """What a search found.

    Attributes:
        concordances: one for each place, in the order of their names.
        not_read: files of the corpus that cannot be read as reports.
        problem: why the index could not be kept, or empty.
    """

    concordances: tuple["Concordance", ...]
    not_read: int
    problem: str


def search_corpus(
    folder: Path, query: "Query", choose: Choose, *, near: bool = True, listed: int | None = None
) -> Search:
    """Find every use of a phrase in a corpus.

    Args:
        folder: the corpus.
        query: what is looked for.
        choose: given all reports, without their texts: those of each place that are to be looked into.
        near: whether forms that come near are told where nothing is found.
        listed: of several places with uses, how many have theirs gathered; those of the others are only
            counted, which is many times as quick. None for all.

    Raises:
        SourceError: the corpus's manifest cannot be understood.
        UsageError: what `choose` raises.
    """
    index = open_index(folder)
    reports = {row: _report(each, ()) for row, each in enumerate(index.files) if not each.problem}
    numbers = {each.file: row for row, each in enumerate(index.files)}
    groups = [[numbers[report.source.name] for report in group] for group in choose(tuple(reports.values()))]
    found = _counted(index, reports, groups, query)
    having = [place for place, each in enumerate(found) if each.total]
    chosen = having if listed is None or len(found) == 1 else having[:listed]
    gathered = _gathered(index, reports, [groups[place] for place in chosen], query)
    for place, each in zip(chosen, gathered, strict=True):
        found[place] = each
    not_read = sum(each.problem not in {"", LEFT_OUT} for each in index.files)
    is_nowhere = query.pattern is None and not any(any(each.counts) for each in found)
    if near and is_nowhere and sum(map(len, groups)) <= _MOST_LOOKED_NEAR:
        found = [_with_near(folder, index, group, query) for group in groups]
    return Search(tuple(found), not_read, index.problem)


def _counted(
    index: Index, reports: Mapping[int, WorkReport], groups: Sequence[Sequence[int]], query: "Query"
) -> list["Concordance"]:
    """Of each place how often its reports use the phrase."""
    from compare.history.concordance import count_uses, tally

    rows = [row for group in groups for row in group]
    forms = forms_with(index.table, rows, [form for form, _ in query.forms], query.pattern)
    tallies = {index.files[row].sha256: tally(units, query) for row, units in forms.items()}
    characters = {each.sha256: each.characters for each in index.files}
    return [count_uses([reports[row] for row in group], query, tallies, characters) for group in groups]


def _gathered(
    index: Index, reports: Mapping[int, WorkReport], groups: Sequence[Sequence[int]], query: "Query"
) -> Iterator["Concordance"]:
    """Of each place the uses of the phrase, with what stands around them."""
    from compare.history.concordance import find_uses

    forms = [form for form, _ in query.forms]
    units = units_with(index.table, [row for group in groups for row in group], forms, query.pattern)
    characters = {each.sha256: each.characters for each in index.files}
    for group in groups:
        texts = [_report(index.files[row], units[row]) if row in units else reports[row] for row in group]
        yield find_uses(texts, query, characters=characters, near=False)


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
