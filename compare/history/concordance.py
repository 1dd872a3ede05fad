"""Every use of a phrase through the years of one place: in context, with its printed forms and years without.

A phrase is found in whatever width, quotes or spacing a text has it (`folding`); what is shown is quoted as
it stands. The years that are missing belong to the answer: absent is said only of a report that was read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare.formulations.folding import FoldedReport, compared_form, fold, presence_form
from compare.history.model import NearForm, Shelf, Use, YearText
from compare.history.shelf import choose, year_text
from compare.history.uses import Contexts, find_stretches
from corpora.model import WorkReport

_SHORTEST = 2  # a character stands in everything


@dataclass(frozen=True, slots=True)
class Query:
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


@dataclass(frozen=True, slots=True)
class Found:
    """A use, and which of the forms looked for it is."""

    use: Use
    form: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """The uses of a phrase in the reports of one place.

    Attributes:
        query: what was looked for.
        shelf: the reports looked at, and the years missing.
        found: the uses, by year and place.
        counts: uses in each year of the shelf; those that a word runs over are not counted.
        near: forms that come near, where nothing was found, the nearest first; None where none were looked
            for.
    """

    query: Query
    shelf: Shelf
    found: tuple[Found, ...]
    counts: tuple[int, ...]
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
    chosen, others = choose(reports)
    looked_at = [report for report in chosen if years is None or report.year in years]
    found: list[Found] = []
    counts: list[int] = []
    texts: list[YearText] = []
    for report in looked_at:
        form = compared_form(report)
        uses = list(_uses(report, form, query))
        found += uses
        counts.append(sum(not each.use.crosses for each in uses))
        texts.append(year_text(report, len(form) if characters is None else characters[report.source.sha256]))
    known = {report.year for report in chosen}
    span = [text.year for text in texts]
    missing = tuple(year for year in range(min(span), max(span)) if year not in known) if span else ()
    shelf = Shelf(chosen[0].place, tuple(texts), missing, others)
    if not near:
        return Concordance(query, shelf, tuple(found), tuple(counts), None)
    forms = () if any(counts) or query.pattern else _near(looked_at, query.forms[0][0])
    return Concordance(query, shelf, tuple(found), tuple(counts), forms)


def _near(reports: Sequence[WorkReport], form: str) -> tuple[NearForm, ...]:
    from compare.history.near import find_near  # with what it needs, a third of a search that finds

    return find_near(reports, form)


def _uses(report: WorkReport, compared: str, query: Query) -> Iterator[Found]:
    """The uses in one report; it is folded with its offsets only when something stands in it."""
    if query.pattern is None and not any(form in compared for form, _ in query.forms):
        return
    side = fold(report)
    contexts = Contexts(side)
    free = 0
    for start, end, word in sorted(_stretches(side, query), key=lambda one: (one[0], -one[1])):
        if start >= free:
            free = end
            yield Found(contexts.use(start, end), word)


def _stretches(side: FoldedReport, query: Query) -> Iterator[tuple[int, int, str]]:
    if query.pattern is None:
        for form, word in query.forms:
            yield from ((start, end, word) for start, end in find_stretches(side, form))
        return
    for opening, closing in pairwise(side.bounds):
        for found in query.pattern.finditer(side.form[opening:closing]):  # ^ and $ are those of the unit
            if found.end() > found.start():
                yield opening + found.start(), opening + found.end(), found.group()
