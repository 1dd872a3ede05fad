"""`Evaluation` → blocks and a document: figures of each pair and pooled, signs, planted changes, floors."""

from collections.abc import Iterator, Sequence
from importlib import metadata
from typing import Any

from msgspec import Struct

from compare.evaluation.figures import Counts, Figure, Figures, Share
from reports.blocks import Block, Column, Heading, Paragraph, Row, Table
from reports.evaluation.floors import Fallen, Floors, fallen
from reports.evaluation.gold_files import Subject
from reports.evaluation.running import Evaluation, Measured
from reports.evaluation.words import word
from reports.words.counts import filled
from reports.words.vocabulary import Tone

_NOTHING = "–"
Json = dict[str, Any]


class Held(Struct, frozen=True):
    """What figures are held against.

    Attributes:
        digest: of what they were measured on.
        floors: as kept, or None.
    """

    digest: str
    floors: Floors | None

    def below(self, evaluation: Evaluation) -> tuple[Fallen, ...]:
        """The figures that do not hold."""
        return fallen(self.floors, evaluation.by_name) if self.floors else ()


def view_evaluation(evaluation: Evaluation, folder: str, held: Held, language: str) -> tuple[Block, ...]:
    """An evaluation as blocks.

    Args:
        evaluation: what was measured.
        folder: where the standards are, as the user named it.
        held: what it is held against.
        language: `zh` or `en`.
    """
    blocks: list[Block] = [Heading(word("title", language).format(folder=folder), level=1)]
    for subject in evaluation.total:
        blocks += [Heading(word(subject, language)), *_subject(evaluation, subject, language)]
    if evaluation.ablation:
        blocks += [Heading(word("ablation", language)), _ablation(evaluation, language)]
    if evaluation.planted:
        title = word("mutations", language).format(copies=evaluation.copies)
        blocks += [Heading(title), _counts_table([("", evaluation.planted, {})], language)]
    if evaluation.words:
        title = word("words", language).format(copies=evaluation.word_copies)
        blocks += [Heading(title), _counts_table([("", evaluation.words, {})], language)]
    if evaluation.others:
        blocks.append(Paragraph(word("others", language).format(names=", ".join(evaluation.others))))
    if held.floors:
        below = held.below(evaluation)
        blocks += [Heading(word("floors", language)), *_floors(held.floors, below, language)]
    return tuple(blocks)


def _subject(evaluation: Evaluation, subject: Subject, language: str) -> Iterator[Block]:
    pairs = [each for each in evaluation.pairs if each.subject is subject]
    total = evaluation.total[subject]
    if not total:
        yield Paragraph(word("not_available", language))
        return
    if subject is not Subject.ALIGNMENT:
        yield _shares_table(pairs, total, language)
        return
    groups = [(_pair(each), each.figures, each.plain) for each in pairs]
    pooled = [(word("pooled", language), total, evaluation.plain)] if len(pairs) > 1 else []
    yield _counts_table([*groups, *pooled], language)
    yield Paragraph(word("plain_note", language))


def _counts_table(groups: Sequence[tuple[str, Figures, Figures]], language: str) -> Table:
    """One row a figure; a plain method's F1 beside ours where there is one."""
    has_names, has_plain = any(name for name, _, _ in groups), any(plain for _, _, plain in groups)
    keys = ("precision", "recall", "f1", "counts", *(("plain",) if has_plain else ()))
    first = (Column(word("file", language)),) if has_names else ()
    columns = (
        *first,
        Column(word("figure", language)),
        *(Column(word(key, language), right=True) for key in keys),
    )
    rows = []
    for name, figures, plain in groups:
        shown = [(key, figure) for key, figure in figures.items() if figure.is_measured]
        for place, (key, figure) in enumerate(shown):
            cells = [
                *([name if place == 0 else ""] if has_names else []),
                word(key, language),
                *_cells(figure),
            ]
            if has_plain:
                same = plain.get(key) if isinstance(figure, Counts) and key != "moved" else None
                cells.append(_decimal(same.value) if same else _NOTHING)
            rows.append(Row(tuple(cells)))
    return Table(columns, tuple(rows))


def _cells(figure: Figure) -> tuple[str, str, str, str]:
    if isinstance(figure, Share):
        return _NOTHING, _decimal(figure.value), _NOTHING, f"{figure.hit}/{figure.total}"
    counts = f"{figure.hit}/{figure.wrong}/{figure.gold}"
    return _decimal(figure.precision), _decimal(figure.recall), _decimal(figure.value), counts


def _shares_table(pairs: Sequence[Measured], total: Figures, language: str) -> Table:
    columns = (
        Column(word("file", language)),
        *(Column(word(key, language), flexible=True, right=True) for key in total),
    )
    groups = [(_pair(each), each.figures) for each in pairs]
    if len(pairs) > 1:
        groups.append((word("pooled", language), total))
    rows = [
        Row((name, *(_decimal(figures[key].value) if key in figures else _NOTHING for key in total)))
        for name, figures in groups
    ]
    return Table(columns, tuple(rows))


def _ablation(evaluation: Evaluation, language: str) -> Table:
    whole = evaluation.total[Subject.ALIGNMENT]["measure"].value
    columns = (
        Column(word("weight", language)),
        Column(f"{word('measure', language)} F1", right=True),
        Column(word("difference", language), right=True),
    )
    rows = [Row((word("all_signs", language), _decimal(whole), ""))]
    for weight, figures in evaluation.ablation:
        value = figures["measure"].value
        rows.append(Row((weight, _decimal(value), f"{value - whole:+.3f}")))
    return Table(columns, tuple(rows))


def _floors(floors: Floors, below: Sequence[Fallen], language: str) -> Iterator[Block]:
    if not below:
        yield Paragraph(filled(word("floors_hold", language), count=len(floors.floors)))
        return
    yield Paragraph(filled(word("floors_fallen", language), count=len(below)), Tone.GONE)
    columns = (
        Column(word("figure", language), flexible=True),
        *(Column(word(key, language), right=True) for key in ("floor", "now")),
    )
    rows = (
        Row(
            (each.figure, f"{each.floor:.4f}", _NOTHING if each.value is None else f"{each.value:.4f}"),
            Tone.GONE,
        )
        for each in below
    )
    yield Table(columns, tuple(rows))


def _pair(each: Measured) -> str:
    """The name of a standard below the heading of its subject."""
    return each.name.removeprefix(f"{each.subject}-")


def _decimal(value: float) -> str:
    return f"{value:.3f}"


def evaluation_document(evaluation: Evaluation, folder: str, held: Held) -> Json:
    """An evaluation as a document; figures are rounded to four digits.

    Args:
        evaluation: what was measured.
        folder: where the standards are.
        held: what it is held against.
    """
    return {
        "schema_version": "1.0",
        "generator": {"name": "crossyear", "version": metadata.version("crossyear")},
        "folder": folder,
        "gold_sha256": held.digest,
        "pairs": [
            {
                "name": each.name,
                "subject": each.subject.value,
                "figures": _figures(each.figures),
                "plain": _figures(each.plain),
            }
            for each in evaluation.pairs
        ],
        "pooled": {subject.value: _figures(figures) for subject, figures in evaluation.total.items()},
        "plain": _figures(evaluation.plain),
        "ablation": {weight: _figures(figures) for weight, figures in evaluation.ablation},
        "mutations": {"copies": evaluation.copies, "figures": _figures(evaluation.planted)},
        "words": {"copies": evaluation.word_copies, "figures": _figures(evaluation.words)},
        "not_measured": list(evaluation.others),
        "floors": dict(held.floors.floors) if held.floors else None,
        "fallen": [
            {"figure": each.figure, "floor": each.floor, "value": each.value}
            for each in held.below(evaluation)
        ],
    }


def _figures(figures: Figures) -> Json:
    return {name: _figure(figure) for name, figure in figures.items()}


def _figure(figure: Figure) -> Json:
    if isinstance(figure, Share):
        return {"share": round(figure.value, 4), "hit": figure.hit, "total": figure.total}
    return {
        "precision": round(figure.precision, 4),
        "recall": round(figure.recall, 4),
        "f1": round(figure.value, 4),
        "hit": figure.hit,
        "wrong": figure.wrong,
        "gold": figure.gold,
    }
