"""Two editions of one report → every edit in order. The whole story; start reading here.

A report is delivered, deliberated and revised, and what is adopted differs in some dozens of places. Such a
pair is compared as a revision: paragraph by paragraph, in order, told as the official briefings tell it
(在……后增加……, 将……修改为……, 删除……).
"""

from collections.abc import Sequence

from compare.editions.alignment import align_editions, in_common
from compare.editions.lines import Line, compared_lines, lines_of
from compare.editions.model import EditionComparison
from compare.editions.revisions import breaks_beside, printed_steps, revisions_of
from compare.editions.stretches import stretches
from compare.editions.telling import Telling
from compare.editions.typesetting import Words, differences, words_of
from compare.options import CompareOptions
from corpora.model import WorkReport

# Of editions nine words in ten stand in clauses of both; of reports of neighbouring years one in ten at most,
# of a report and a digest of it four in ten.
LEAST_IN_COMMON = 0.5


def words_in_common(earlier: WorkReport, later: WorkReport) -> float:
    """The share of words in clauses of both texts, 0 to 1: whether they can be editions."""
    lines, _ = compared_lines(lines_of(earlier), lines_of(later), (earlier, later))
    return in_common((_words(earlier, lines[0]), _words(later, lines[1])))


def _words(report: WorkReport, lines: Sequence[Line]) -> Words:
    return words_of(report, (line.span for line in lines))


def compare_editions(
    earlier: WorkReport, later: WorkReport, options: CompareOptions | None = None
) -> EditionComparison:
    """Find every edit between two editions of one report.

    Args:
        earlier: the text as delivered.
        later: the text as adopted.
        options: thresholds; the defaults are measured.

    Returns:
        The edits in the order of the delivered text. Of texts with little in common
        (`words_in_common` below `LEAST_IN_COMMON`) they are true, and of no use.
    """
    options = options or CompareOptions()
    lines, not_compared = compared_lines(lines_of(earlier), lines_of(later), (earlier, later))
    sides = _words(earlier, lines[0]), _words(later, lines[1])
    aligned = align_editions(sides, options.clause_pair, later.year)
    found = stretches(sides, aligned)
    steps, kept = printed_steps(found, sides)
    revisions = revisions_of(Telling(found, sides, lines, aligned.changes, options.clause_pair))
    same = sum(len(step.earlier) + len(step.later) for step in kept)
    total = sum(len(side.form) for side in sides)
    return EditionComparison(
        earlier, later, steps, revisions, same / total if total else 1.0,
        differences((earlier, later), sides, kept, breaks_beside(found, sides)), not_compared,
    )  # fmt: skip
