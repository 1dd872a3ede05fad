"""Edits planted into a report by seed: each is told as exactly one revision, of its kind, in its paragraph."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from compare.editions.comparison import compare_editions
from compare.editions.model import RevisionKind
from compare.evaluation.dice import Dice
from compare.evaluation.mutations import plant_number
from corpora.reading.report import as_work_report
from corpora.reading.source import read_source

DATA = Path(__file__).parents[2] / "corpora" / "data"
NATIONAL = Path(__file__).parents[3] / "shared" / "corpus" / "national"
SEEDS = range(12)
CLAUSE = re.compile(r"[^，；。！？]+[，；。！？]")
SENTENCE = re.compile(r"[^。]+。")
NEW_CLAUSES = (
    "健全常态长效工作机制，",
    "用好驻村夜话这个载体，",
    "把账算到每一户每一人，",
    "严控一般性会议费支出，",
)
NEW_SENTENCES = (
    "建立银发讲师团并向社区派课。",
    "办好山货直播季，培训带货农户两百名。",
    "让候鸟老人看病不出园区。",
)
NEW_PARAGRAPHS = (
    "办好渔家灯会。整理老码头灯谜三百条，邀请四邻渔村同台，灯会收入全部用于修缮灯塔。",
    "守护夜空。划定暗夜保护带，更换朝天路灯，给天文爱好者留一片看得见银河的山坡。",
)
NEW_WORDS = ("率先", "稳慎", "一体", "滚动")


class Planting:
    """Edits in different paragraphs of a text; `planted` tells line (from 1), kind and words of each."""

    def __init__(self, lines, seed):
        self.lines, self.dice = list(lines), Dice(seed)
        self.original, self.planted = tuple(lines), []
        self.free = [
            place
            for place, line in enumerate(lines)
            if len(CLAUSE.findall(line)) > 4 and len(SENTENCE.findall(line)) > 1 and line.endswith("。")
        ]
        self.dice.shuffle(self.free)

    def take(self):
        """A paragraph that has no planted neighbour."""
        place = self.free.pop()
        self.free = [other for other in self.free if abs(other - place) > 1]
        return place

    def clauses(self, place):
        parts = re.findall(r"[^，；。！？]+[，；。！？]*", self.lines[place])
        once = [part for part in parts[1:-1] if len(part) > 6 and self.lines[place].count(part) == 1]
        return once[self.dice.below(len(once))] if once and "".join(parts) == self.lines[place] else None

    def plant(self, kind):
        place = self.take()
        line = self.lines[place]
        new = getattr(self, f"_{kind}")(place, line)
        if new is not None:
            told, words, text = new
            self.lines[place] = text
            self.planted.append((place + 1, told, words))

    def _clause_added(self, place, line):
        words, clause = NEW_CLAUSES[self.dice.below(len(NEW_CLAUSES))], self.clauses(place)
        return clause and (RevisionKind.ADDED, words, line.replace(clause, words + clause))

    def _clause_deleted(self, place, line):
        clause = self.clauses(place)
        return clause and (RevisionKind.DELETED, clause, line.replace(clause, ""))

    def _word_added(self, place, line):
        words, clause = NEW_WORDS[self.dice.below(len(NEW_WORDS))], self.clauses(place)
        return clause and (RevisionKind.ADDED, words, line.replace(clause, words + clause))

    def _clause_changed(self, place, line):
        words, clause = NEW_CLAUSES[self.dice.below(len(NEW_CLAUSES))], self.clauses(place)
        return clause and (RevisionKind.CHANGED, words[:-1], line.replace(clause, words[:-1] + clause[-1]))

    def _number_changed(self, _, line):
        new = plant_number(line, self.dice.below)
        return new and (RevisionKind.CHANGED, new[0][new[1].start : new[1].end], new[0])

    def _sentence_added(self, _, line):
        words = NEW_SENTENCES[self.dice.below(len(NEW_SENTENCES))]
        return RevisionKind.ADDED, words, line + words

    def _sentence_deleted(self, _, line):
        words = SENTENCE.findall(line)[-1]
        return RevisionKind.DELETED, words, line.removesuffix(words)

    def _paragraph_added(self, _, line):
        words = NEW_PARAGRAPHS[self.dice.below(len(NEW_PARAGRAPHS))]
        return RevisionKind.ADDED, words, line + "\n" + words

    def _sentence_moved(self, _, line):
        sentences = SENTENCE.findall(line)
        if len(sentences) < 3 or len(sentences[-1]) < 8:
            return None
        other = self.take()
        self.lines[other] += sentences[-1]
        return RevisionKind.MOVED, sentences[-1], line.removesuffix(sentences[-1])


KINDS = [
    name.removeprefix("_") for name in vars(Planting) if name.startswith("_") and not name.startswith("__")
]


def planted(path, seed):
    report = as_work_report(read_source(path))
    planting = Planting(report.text.split("\n"), f"{path.name} {seed}")
    for kind in KINDS * 2:
        if len(planting.free) > 6:
            planting.plant(kind)
    return report, planting


def read(report, lines):
    return as_work_report(replace(report.source, text="\n".join(lines), outside=()))


def check(path, seed):
    report, planting = planted(path, seed)
    comparison = compare_editions(read(report, planting.original), read(report, planting.lines))
    told = []
    for each in comparison.revisions:
        words = comparison.later.quote(each.later) + comparison.earlier.quote(each.earlier)
        told.append((each.earlier_position.line, each.kind, words))
    missing = []
    for line, kind, words in sorted(planting.planted):
        found = [one for one in told if one[0] == line and one[1] is kind and words in one[2]]
        if len(found) == 1:
            told.remove(found[0])
        else:
            missing.append((line, kind, words))
    return len(planting.planted), missing, told


@pytest.mark.parametrize("seed", SEEDS)
def test_each_planted_edit_is_told_once_and_nothing_else_is(seed):
    for name in ("lanchuan-2022.txt", "lanchuan-2025.txt"):
        count, missing, more = check(DATA / name, seed)
        assert count >= 8
        assert (missing, more) == ([], [])
