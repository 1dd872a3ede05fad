"""A folder of standards → everything that is measured on it."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from compare.alignment.alignment import align
from compare.alignment.linking import make_links
from compare.comparison import compare_reports
from compare.evaluation.ablation import aligned_without, signs
from compare.evaluation.aligned import alignment_figures
from compare.evaluation.baseline import plain_alignment
from compare.evaluation.figures import Figure, Figures, pooled
from compare.evaluation.gold import AlignmentGold
from compare.evaluation.measuring import measured
from compare.evaluation.mutations import mutate
from compare.evaluation.planted import planted_figures
from compare.evaluation.worded import change_words, worded_figures
from compare.model import ChangeReport
from compare.options import CompareOptions
from corpora.model import WorkReport
from reports.evaluation.gold_files import GoldFile, GoldFolder, Subject

MUTATIONS = "mutations"
WORDS = "words"
_CLAUSES = 750  # changed clauses for each of `seeds`: with two, a thousand and more


class Measured(Struct, frozen=True):
    """The figures of one standard, and those of a plain method where there is one."""

    name: str
    subject: Subject
    figures: Figures
    plain: Figures


class Evaluation(Struct, frozen=True):
    """Everything measured on a folder of standards.

    Attributes:
        pairs: one for each standard, by name.
        total: figures pooled over the standards of a subject.
        plain: the same of the plain method.
        ablation: (sign left out, figures pooled over all alignments).
        planted: what was found of planted changes; empty without changed copies.
        copies: how many changed copies were compared.
        words: what was found of words changed in further copies; empty without such copies.
        word_copies: how many of those were compared.
        others: files of the folder that were not measured.
    """

    pairs: tuple[Measured, ...]
    total: dict[Subject, Figures]
    plain: Figures
    ablation: tuple[tuple[str, Figures], ...]
    planted: Figures
    copies: int
    words: Figures
    word_copies: int
    others: tuple[str, ...]

    @property
    def by_name(self) -> dict[str, Figure]:
        """Every figure that measures something, under its file, subject, `mutations` or `words`."""
        groups = {each.name: each.figures for each in self.pairs}
        groups |= {subject.value: figures for subject, figures in self.total.items()}
        groups[MUTATIONS] = self.planted
        groups[WORDS] = self.words
        return {
            f"{group}.{name}": figure
            for group, figures in groups.items()
            for name, figure in figures.items()
            if figure.is_measured
        }


def evaluate_folder(
    gold: GoldFolder,
    read: Callable[[str], WorkReport],
    history: Callable[[WorkReport], Sequence[WorkReport]],
    seeds: int,
) -> Evaluation:
    """Measure the comparison on a folder of standards.

    Args:
        gold: the standards.
        read: opens a source.
        history: the place's other reports of earlier years, for what the press named as new.
        seeds: how many changed copies of each report are compared with it.
    """
    reports: dict[str, WorkReport] = {}
    found: dict[tuple[str, str, bool], ChangeReport] = {}
    for file in gold.files:
        for source in (file.earlier, file.later):
            if source not in reports:
                reports[source] = read(source)
        if _key(file) not in found:
            earlier, later = reports[file.earlier], reports[file.later]
            before = history(later) if file.subject is Subject.NEW_TERMS else ()
            others = [each for each in before if each.source.sha256 != earlier.source.sha256]
            found[_key(file)] = compare_reports(earlier, later, history=others)
    pairs = tuple(_measured(file, found[_key(file)]) for file in gold.files)
    present = [subject for subject in Subject if any(each.subject is subject for each in pairs)]
    words = _worded(list(reports.values()), seeds * _CLAUSES)
    return Evaluation(
        pairs,
        {subject: pooled(each.figures for each in pairs if each.subject is subject) for subject in present},
        pooled(each.plain for each in pairs),
        _ablation(gold, reports),
        pooled(_planted(report, seed) for report in reports.values() for seed in range(seeds)),
        len(reports) * seeds,
        pooled(words),
        len(words),
        gold.others,
    )


def _key(file: GoldFile) -> tuple[str, str, bool]:
    """What tells comparisons apart: the two sources, and whether history was looked at."""
    return file.earlier, file.later, file.subject is Subject.NEW_TERMS


def _measured(file: GoldFile, found: ChangeReport) -> Measured:
    plain: Figures = {}
    if isinstance(file.gold, AlignmentGold):
        sides = found.earlier, found.later
        plain = alignment_figures(file.gold, *sides, plain_alignment(*sides))
    return Measured(file.name, file.subject, measured(file.gold, found), plain)


def _ablation(gold: GoldFolder, reports: dict[str, WorkReport]) -> tuple[tuple[str, Figures], ...]:
    files = [
        (file.gold, reports[file.earlier], reports[file.later])
        for file in gold.files
        if isinstance(file.gold, AlignmentGold)
    ]
    if not files:
        return ()
    return tuple(
        (
            sign,
            pooled(
                alignment_figures(standard, earlier, later, aligned_without(earlier, later, sign))
                for standard, earlier, later in files
            ),
        )
        for sign in signs()
    )


def _planted(report: WorkReport, seed: int) -> Figures:
    pair = mutate(report, seed)
    options = CompareOptions()
    links = make_links(pair.earlier, pair.later, align(pair.earlier, pair.later, options), options)
    return planted_figures(pair, links)


def _worded(reports: Sequence[WorkReport], clauses: int) -> list[Figures]:
    """The figures of copies with changed words: of every report in turn until so many clauses are changed."""
    figures: list[Figures] = []
    changed, seed = 0, 0
    while changed < clauses and (seed == 0 or changed):
        for report in reports:
            pair = change_words(report, seed)
            changed += len(pair.planted)
            figures.append(worded_figures(pair, compare_reports(pair.earlier, pair.later)))
        seed += 1
    return figures
