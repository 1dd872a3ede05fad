"""Where a finding stands in the files: path, line and column, for tools that point at lines.

Offsets of the cleaned text lead back to the source's text by `WorkReport.origin`. Lines are told of text
files only: a line of a Word document or of a page's extracted text is none of the file's.
"""

from bisect import bisect_right
from collections.abc import Mapping

from msgspec import Struct

from corpora.model import Unit
from reports.gate.observations import Observation
from reports.gate.texts import Text, Texts

_HAS_LINES = frozenset({"txt", "md"})
_ARCHIVE = ".zip!"


class Location(Struct, frozen=True):
    """A place in a file.

    Attributes:
        path: the file; of one inside an archive, the archive.
        line: counted from 1, or None where the file has no lines of its own.
        column: counted from 1 in characters, likewise.
    """

    path: str
    line: int | None
    column: int | None


class Lines(Struct, frozen=True):
    """The lines of a source.

    Attributes:
        text: the report.
        path: the file.
        in_archive: it is a file inside an archive, whose lines no tool can show.
        starts: offset in the source's text at which each line begins.
    """

    text: Text
    path: str
    in_archive: bool
    starts: tuple[int, ...]

    def at(self, offset: int) -> Location:
        """The place of a character of the cleaned text."""
        if self.in_archive or self.text.work_report.source.format not in _HAS_LINES:
            return Location(self.path, None, None)
        source = self.text.work_report.origin.at(offset)
        line = bisect_right(self.starts, source)
        return Location(self.path, line, source - self.starts[line - 1] + 1)


def lines_of(text: Text, name: str) -> Lines:
    """The lines of a report's source.

    Args:
        text: the report.
        name: the file as it is to be called.
    """
    inner = name.lower().find(_ARCHIVE)
    path = name if inner < 0 else name[: inner + len(_ARCHIVE) - 1]
    starts, at = [0], -1
    source = text.work_report.source.text
    while (at := source.find("\n", at + 1)) >= 0:
        starts.append(at + 1)
    return Lines(text, path, inner >= 0, tuple(starts))


def counterparts(texts: Texts) -> dict[str, Unit]:
    """For each earlier unit that is linked, the first later unit that carries it on."""
    links = reversed(texts.change_report.links)
    return {one: texts.later.units[link.later[0]] for link in links for one in link.earlier}


def later_offset(observation: Observation, texts: Texts, linked: Mapping[str, Unit]) -> int:
    """Where in the later text a finding is best looked at.

    What is not found there any more is shown where its neighbours are: at the later counterpart of the unit
    before it, or of a heading above it; failing that at the beginning.

    Args:
        observation: what was found.
        texts: both texts.
        linked: what `counterparts` gives.
    """
    if observation.later is not None:
        return observation.later.start
    unit = texts.earlier.unit(observation.earlier_unit)
    for candidate in _neighbours(unit, texts.earlier) if unit is not None else ():
        if candidate.id in linked:
            return linked[candidate.id].span.start
    return 0


def _neighbours(unit: Unit, text: Text) -> list[Unit]:
    """The unit itself, those before it under the same heading, nearest first, then the headings above."""
    place = bisect_right(text.starts, unit.span.start) - 1
    before = [each for each in reversed(text.work_report.units[:place]) if each.parent == unit.parent]
    above = []
    holder = text.unit(unit.parent)
    while holder is not None:
        above.append(holder)
        holder = text.unit(holder.parent)
    return [unit, *before, *above]
