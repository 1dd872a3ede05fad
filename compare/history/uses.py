"""Where a phrase stands in a report, with the sentence, the part and the section around it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from compare.formulations.folding import FoldedReport
from compare.formulations.lexicon import ADVERBS, VERBS
from compare.history.model import Use
from corpora.model import Level, Unit

_SENTENCE_END = re.compile(r"[。！？；\n]")
_BEFORE = 2  # characters before a stretch that tell whether a word runs over its start
_WORDS = VERBS | frozenset(word for word in ADVERBS if len(word) == 2)  # noqa: PLR2004 - two characters


def find_stretches(side: FoldedReport, form: str) -> Iterator[tuple[int, int]]:
    """Start and end, in the folded report, of every place of a form, none across units.

    Args:
        side: the report.
        form: what is looked for, in presence form, not empty.
    """
    # A history asks many reports for each form: too many to keep the sorted pairs that `find_places` reads.
    start = side.form.find(form)
    while start >= 0:
        end = start + len(form)
        within = end <= side.bounds[bisect_right(side.bounds, start)]
        if within:
            yield start, end
        start = side.form.find(form, end if within else start + 1)


def crosses_word(side: FoldedReport, start: int, end: int) -> bool:
    """Whether a word runs over the start of a stretch of a report: see `runs_over`."""
    opening = max(side.bounds[bisect_right(side.bounds, start) - 1], start - _BEFORE)
    return runs_over(side.form[opening:end], start - opening, end - opening)


def runs_over(form: str, start: int, end: int) -> bool:
    """Whether a verb or adverb of a unit runs over the start of a stretch: 高质量 in 提高质量.

    Where the two characters before the stretch are a verb themselves (开展 before 示范), none runs over it.

    Args:
        form: presence form of the unit.
        start: where the stretch begins.
        end: where it ends.
    """
    is_inside = start > 0 and end - start > 1 and form[start - 1 : start + 1] in _WORDS
    return is_inside and form[max(start - _BEFORE, 0) : start] not in _WORDS


class Contexts:
    """Makes uses of the stretches of one report; the outline is looked through once."""

    def __init__(self, side: FoldedReport) -> None:
        """Read the outline of a folded report."""
        self._side = side
        self._sections: Mapping[str, Unit] = {
            unit.id: unit for unit in side.report.units if unit.level is Level.SECTION
        }

    def use(self, start: int, end: int) -> Use:
        """The use at a stretch of the folded report."""
        side = self._side
        span, unit = side.span(start, end), side.unit_at(start)
        local = span.start - unit.span.start, span.end - unit.span.start
        ends = [found.end() for found in _SENTENCE_END.finditer(unit.text)]
        opening = max((place for place in ends if place <= local[0]), default=0)
        closing = min((place for place in ends if place >= local[1]), default=len(unit.text))
        return Use(
            year=side.report.year,
            span=span,
            unit_id=unit.id,
            role=unit.role,
            section=self._section(unit),
            before=_line(unit.text[opening : local[0]]).lstrip(),
            printed=_line(unit.text[local[0] : local[1]]),
            after=_line(unit.text[local[1] : closing]).rstrip(),
            crosses=crosses_word(side, start, end),
        )

    def _section(self, unit: Unit) -> str:
        section = self._sections.get(unit.id) or self._sections.get(unit.parent or "")
        return section.label if section else ""


def _line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text)
