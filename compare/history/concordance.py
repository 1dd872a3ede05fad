"""Every use of a phrase through the years of one place: in context, with its printed forms and years without.

A phrase is found in whatever width, quotes or spacing a text has it (`folding`); what is shown is quoted as
it stands. The years that are missing belong to the answer: absent is said only of a report that was read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from compare.formulations.folding import compared_form, fold, presence_form
from compare.history.model import NearForm, Shelf, Use, YearText
from compare.history.shelf import choose, year_text
from compare.history.uses import Contexts, runs_over
from corpora.model import WorkReport

_SHORTEST = 2  # a character stands in everything


class Query(Struct, frozen=True):
    """What is looked for.

    Attributes:
        text: as the user wrote it.
        forms: the forms that count as uses, in presence form, by the words they were given in: the phrase
            itself and the variants that an alias file joins to it.
        pattern: instead of forms, a regular expression over the presence form of a unit.
    """

    text: str
    forms: tuple[tuple[str, str], ...] = ()
    pattern: re.Pattern[str] | None = None


class Found(Struct, frozen=True):
    """A use, and which of the forms looked for it is."""

    use: Use
    form: str


class Concordance(Struct, frozen=True):
    """The uses of a phrase in the reports of one place.

    Attributes:
        query: what was looked for.
        shelf: the reports looked at, and the years missing.
        found: the uses, by year and place; none where they were only counted.
        counts: uses in each year of the shelf; those that a word runs over are not counted.
        total: uses of all years, those that a word runs over among them.
        near: forms that come near, where nothing was found, the nearest first; None where none were looked
            for.
    """

    query: Query
    shelf: Shelf
    found: tuple[Found, ...]
    counts: tuple[int, ...]
    total: int
    near: tuple[NearForm, ...] | None = ()

    @property
    def years_with(self) -> tuple[int, ...]:
        """The years with a use."""
        return tuple(year for year, count in zip(self.shelf.years, self.counts, strict=True) if count)

    @property
    def years_without(self) -> tuple[int, ...]:
        """The years whose report was read and has no use."""
        return tuple(year for year, count in zip(self.shelf.years, self.counts, strict=True) if not count)


def ask(phrase: str, variants: Sequence[str] = ()) -> Query:
    """A query for a phrase.

    Args:
        phrase: what is looked for.
        variants: further forms that name the same.

    Raises:
        ValueError: fewer than two characters are left of the phrase, width, quotes and white space aside.
    """
    forms = {presence_form(each): each for each in (*reversed(variants), phrase)}
    if len(presence_form(phrase)) < _SHORTEST:
        raise ValueError(phrase)
    return Query(phrase, tuple((form, word) for form, word in reversed(forms.items()) if form))


def ask_pattern(pattern: str) -> Query:
    """A query for a regular expression.

    Args:
        pattern: over text in one width, without white space and quotes.

    Raises:
        re.error: it is no regular expression.
    """
    return Query(pattern, (), re.compile(presence_form(pattern)))


def find_uses(
    reports: Sequence[WorkReport],
    query: Query,
    years: frozenset[int] | None = None,
    *,
    characters: Mapping[str, int] | None = None,
    near: bool = True,
) -> Concordance:
    """Find every use of a phrase in the reports of one place.

    Args:
        reports: reports of one place, at least one. They may hold only the passages in which the phrase can
            stand; then `characters` tells how long they are, and `near` must be False.
        query: what is looked for.
        years: the only years to look at, or None for all.
        characters: of the compared texts, by the digests of their files, where they are known.
        near: whether forms that come near are looked for where there is no use.

    Returns:
        The uses; without any, the forms that come near.
    """
    chosen, looked_at, others = _looked_at(reports, years)
    found: list[Found] = []
    counts: list[int] = []
    texts: list[YearText] = []
    for report in looked_at:
        form = compared_form(report)
        uses = list(_uses(report, form, query))
        found += uses
        counts.append(sum(not each.use.crosses for each in uses))
        texts.append(year_text(report, len(form) if characters is None else characters[report.source.sha256]))
    shelf = _shelf(chosen, texts, others)
    if not near:
        return Concordance(query, shelf, tuple(found), tuple(counts), len(found), None)
    forms = () if any(counts) or query.pattern else _near(looked_at, query.forms[0][0])
    return Concordance(query, shelf, tuple(found), tuple(counts), len(found), forms)


class Tally(Struct, frozen=True):
    """How often a phrase stands in a text.

    Attributes:
        counted: its uses.
        crossed: stretches that are none, because a word runs over them.
    """

    counted: int = 0
    crossed: int = 0


def tally(units: Iterable[str], query: Query) -> Tally:
    """Count the uses of a phrase in units in presence form, as `find_uses` finds them."""
    counted = total = 0
    for form in units:
        for start, end, _ in stretches_in(form, query):
            total += 1
            counted += not runs_over(form, start, end)
    return Tally(counted, total - counted)


def count_uses(
    reports: Sequence[WorkReport], query: Query, tallies: Mapping[str, Tally], characters: Mapping[str, int]
) -> Concordance:
    """The concordance of a place's reports whose uses were only counted.

    Args:
        reports: reports of one place, at least one; of their texts nothing is needed.
        query: what was looked for.
        tallies: what was counted, by the digests of their files; nothing in those that are not there.
        characters: of the compared texts, likewise.
    """
    chosen, looked_at, others = _looked_at(reports, None)
    texts = [year_text(report, characters[report.source.sha256]) for report in looked_at]
    told = [tallies.get(report.source.sha256, Tally()) for report in looked_at]
    counts = tuple(each.counted for each in told)
    total = sum(counts) + sum(each.crossed for each in told)
    return Concordance(query, _shelf(chosen, texts, others), (), counts, total, None)


def _looked_at(
    reports: Sequence[WorkReport], years: frozenset[int] | None
) -> tuple[Sequence[WorkReport], Sequence[WorkReport], tuple[str, ...]]:
    """One report for each year, those of the years asked for, and the files of the others."""
    chosen, others = choose(reports)
    return chosen, [each for each in chosen if years is None or each.year in years], others


def _shelf(chosen: Sequence[WorkReport], texts: Sequence[YearText], others: tuple[str, ...]) -> Shelf:
    known = {report.year for report in chosen}
    span = [text.year for text in texts]
    missing = tuple(year for year in range(min(span), max(span)) if year not in known) if span else ()
    return Shelf(chosen[0].place, tuple(texts), missing, others)


def _near(reports: Sequence[WorkReport], form: str) -> tuple[NearForm, ...]:
    from compare.history.near import find_near  # with what it needs, a third of a search that finds

    return find_near(reports, form)


def _uses(report: WorkReport, compared: str, query: Query) -> Iterator[Found]:
    """The uses in one report; it is folded with its offsets only when something stands in it."""
    if query.pattern is None and not any(form in compared for form, _ in query.forms):
        return
    side = fold(report)
    contexts = Contexts(side)
    for opening, closing in pairwise(side.bounds):
        for start, end, word in stretches_in(side.form[opening:closing], query):
            yield Found(contexts.use(opening + start, opening + end), word)


def stretches_in(form: str, query: Query) -> Iterator[tuple[int, int, str]]:
    """Start and end of each use in a unit, and which form it is; of overlapping ones the first and longest.

    Args:
        form: presence form of the unit.
        query: what is looked for; ^ and $ of a pattern are those of the unit.
    """
    if query.pattern is not None or len(query.forms) == 1:
        yield from _all_in(form, query)  # none of which overlap
        return
    free = 0
    for start, end, word in sorted(_all_in(form, query), key=lambda one: (one[0], -one[1])):
        if start >= free:
            free = end
            yield start, end, word


def _all_in(form: str, query: Query) -> Iterator[tuple[int, int, str]]:
    if query.pattern is not None:
        for found in query.pattern.finditer(form):
            if found.end() > found.start():
                yield found.start(), found.end(), found.group()
        return
    for wanted, word in query.forms:
        start = form.find(wanted)
        while start >= 0:
            yield start, start + len(wanted), word
            start = form.find(wanted, start + len(wanted))
