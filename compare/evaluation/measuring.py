"""A standard and what a comparison found → figures."""

from compare.evaluation.aligned import alignment_figures, alignment_of
from compare.evaluation.figures import Figure
from compare.evaluation.gold import AlignmentGold, Gold, JudgedGold, PhrasesGold, TargetsGold, TermsGold
from compare.evaluation.judged import judged_figures
from compare.evaluation.phrased import phrases_figures, terms_figures
from compare.evaluation.undertaken import promises_figures, targets_figures
from compare.model import ChangeReport


def measured(gold: Gold, found: ChangeReport) -> dict[str, Figure]:
    """Measure one comparison against one standard.

    Args:
        gold: the standard.
        found: what the comparison of the same two reports found.

    Returns:
        Figures by name; none where the comparison tells nothing of the subject.
    """
    match gold:
        case AlignmentGold():
            return alignment_figures(gold, found.earlier, found.later, alignment_of(found))
        case PhrasesGold():
            return phrases_figures(gold, found)
        case TermsGold():
            return terms_figures(gold, found)
        case TargetsGold():
            return targets_figures(gold, found)
        case JudgedGold():
            return judged_figures(gold, found)
        case _:
            return promises_figures(gold, found)
