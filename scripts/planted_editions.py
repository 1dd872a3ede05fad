"""Edits planted into a report by seed, and which of them a comparison of editions tells.

A text of our own words is put in, changed, taken out or moved in paragraphs that are no neighbours, so that
each edit is one thing that a reader would tell. What the comparison says is laid beside what was planted.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compare.editions.comparison import compare_editions
from compare.editions.model import RevisionKind
from compare.evaluation.dice import Dice
from compare.evaluation.mutations import plant_number
from corpora.model import WorkReport
from corpora.reading.report import as_work_report
from corpora.reading.source import read_source

_CLAUSE = re.compile(r"[^，；。！？]+[，；。！？]*")
_SENTENCE = re.compile(r"[^。]+。")
_NEW_CLAUSES = (
    "健全常态长效工作机制，",
    "用好驻村夜话这个载体，",
    "把账算到每一户每一人，",
    "严控一般性会议费支出，",
)
_NEW_SENTENCES = (
    "建立银发讲师团并向社区派课。",
    "办好山货直播季，培训带货农户两百名。",
    "让候鸟老人看病不出园区。",
)
_NEW_PARAGRAPHS = (
    "办好渔家灯会。整理老码头灯谜三百条，邀请四邻渔村同台，灯会收入全部用于修缮灯塔。",
    "守护夜空。划定暗夜保护带，更换朝天路灯，给天文爱好者留一片看得见银河的山坡。",
)
_NEW_WORDS = ("率先", "稳慎", "一体", "滚动")
_FEWEST_CLAUSES = 5
_FEWEST_SENTENCES = 2
_SHORTEST = 7  # characters of what is taken out or moved
_LEFT = 6  # paragraphs that stay as they are

KINDS = (
    "clause added", "clause deleted", "clause changed", "word added", "number changed", "sentence added",
    "sentence deleted", "sentence moved", "paragraph added",
)  # fmt: skip


class Planted(Struct, frozen=True, order=True):
    """An edit: the line of the delivered text (from 1), its kind, and the words that it is about."""

    line: int
    kind: RevisionKind
    words: str


class Told(Struct, frozen=True):
    """How many edits were planted, which of them are not told as one revision each, and what else is told."""

    planted: int
    missing: tuple[Planted, ...]
    more: tuple[Planted, ...]


def check_planted(path: Path, seed: int, rounds: int = 2) -> Told:
    """Plant edits into a report and compare both texts.

    Args:
        path: a report.
        seed: another seed gives other edits.
        rounds: how often each kind is planted, where the text has room.
    """
    report = as_work_report(read_source(path))
    planting = _Planting(report.text.split("\n"), f"{path.name} {seed}")
    for kind in KINDS * rounds:
        planting.plant(kind)
    comparison = compare_editions(_read(report, report.text.split("\n")), _read(report, planting.lines))
    told = [
        Planted(
            each.earlier_position.line,
            each.kind,
            comparison.later.quote(each.later) + comparison.earlier.quote(each.earlier),
        )
        for each in comparison.revisions
    ]
    missing = []
    for edit in sorted(planting.planted):
        found = [
            one for one in told if (one.line, one.kind) == (edit.line, edit.kind) and edit.words in one.words
        ]
        if len(found) == 1:
            told.remove(found[0])
        else:
            missing.append(edit)
    return Told(len(planting.planted), tuple(missing), tuple(told))


def _read(report: WorkReport, lines: Sequence[str]) -> WorkReport:
    return as_work_report(replace(report.source, text="\n".join(lines), outside=()))


class _Planting:
    """Plants edits into the lines of a text."""

    def __init__(self, lines: Sequence[str], seed: str) -> None:
        self.lines = list(lines)
        self.planted: list[Planted] = []
        self._dice = Dice(seed)
        self._free = [
            place
            for place, line in enumerate(lines)
            if len(_CLAUSE.findall(line)) >= _FEWEST_CLAUSES
            and len(_SENTENCE.findall(line)) >= _FEWEST_SENTENCES
            and line.endswith("。")
        ]
        self._dice.shuffle(self._free)

    def plant(self, kind: str) -> None:
        """Plant an edit of a kind, where there is room for it."""
        if len(self._free) <= _LEFT:
            return
        place = self._take()
        thing, _, done = kind.partition(" ")
        for edit, text in self._edits(thing, done, self.lines[place]):
            self.lines[place] = text
            self.planted.append(Planted(place + 1, RevisionKind(done), edit))

    def _take(self) -> int:
        """A paragraph that has no neighbour with an edit."""
        place = self._free.pop()
        self._free = [other for other in self._free if abs(other - place) > 1]
        return place

    def _one_of(self, words: Sequence[str]) -> str:
        return words[self._dice.below(len(words))]

    def _edits(self, thing: str, done: str, line: str) -> Iterator[tuple[str, str]]:
        """The words of an edit and the line with it; nothing where the line does not lend itself to it."""
        if thing in {"clause", "word"}:
            yield from self._clause(thing, done, line)
        elif thing == "number":
            planted = plant_number(line, self._dice.below)
            if planted:
                text, span = planted
                yield text[span.start : span.end], text
        elif done == "added":
            words = self._one_of(_NEW_SENTENCES if thing == "sentence" else _NEW_PARAGRAPHS)
            yield words, line + ("" if thing == "sentence" else "\n") + words
        else:
            yield from self._last_sentence(done, line)

    def _clause(self, thing: str, done: str, line: str) -> Iterator[tuple[str, str]]:
        """What is done at a clause that is neither the first nor the last, and stands once in its line."""
        parts = _CLAUSE.findall(line)
        once = [part for part in parts[1:-1] if len(part) >= _SHORTEST and line.count(part) == 1]
        if not once or "".join(parts) != line:
            return
        clause = self._one_of(once)
        if done == "deleted":
            yield clause, line.replace(clause, "")
        elif done == "changed":
            words = self._one_of(_NEW_CLAUSES)[:-1]
            yield words, line.replace(clause, words + clause[-1])
        else:
            words = self._one_of(_NEW_WORDS if thing == "word" else _NEW_CLAUSES)
            yield words, line.replace(clause, words + clause)

    def _last_sentence(self, done: str, line: str) -> Iterator[tuple[str, str]]:
        sentence = _SENTENCE.findall(line)[-1]
        if len(sentence) < _SHORTEST:
            return
        if done == "moved":
            self.lines[self._take()] += sentence
        yield sentence, line.removesuffix(sentence)
