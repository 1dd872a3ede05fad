"""Formulations against a standard: what was found, and what is told that the texts themselves contradict."""

from compare.evaluation.figures import Figure, Share, squeezed, words_only
from compare.evaluation.gold import PhrasesGold, TermsGold
from compare.model import ChangeReport, PhraseStatus
from corpora.model import WorkReport

LISTED = 150  # so many of a status, ranked by weight, are looked at
_LONGER = 2.5, 4  # a phrase told may be longer than the one wanted by this factor and so many characters
_SHORTER = 0.5


def phrases_figures(gold: PhrasesGold, found: ChangeReport) -> dict[str, Figure]:
    """Measure the formulations; a standard of them is never exhaustive, so there is no precision.

    Args:
        gold: the standard.
        found: what a comparison found.

    Returns:
        Shares: `new`, `dropped`, `pairs` (reworded) recalled; and as faults `carried` told as changed,
        `new_in_old` and `dropped_in_new`, which stand in the text that is said not to have them. Nothing
        when the comparison tells of no formulations.
    """
    if not found.phrases:
        return {}
    new = _ranked(found, PhraseStatus.NEW, PhraseStatus.RETURNING)
    dropped = _ranked(found, PhraseStatus.DROPPED)
    pairs = [
        (each.earlier_text or "", each.later_text or "")
        for each in found.phrases
        if each.status is PhraseStatus.REWORDED
    ]
    later_forms = new + [later for _, later in pairs]
    earlier_forms = dropped + [earlier for earlier, _ in pairs]
    told = {words_only(text) for text in new + dropped}
    texts = _compared_text(found.earlier), _compared_text(found.later)
    return {
        "new": Share(sum(_is_told(each, later_forms) for each in gold.new), len(gold.new)),
        "dropped": Share(sum(_is_told(each, earlier_forms) for each in gold.dropped), len(gold.dropped)),
        "pairs": Share(
            sum(
                any(_names(one, old) and _names(other, young) for one, other in pairs)
                for old, young in gold.reworded
            ),
            len(gold.reworded),
        ),
        "carried": Share(
            sum(words_only(each) in told for each in gold.carried), len(gold.carried), is_fault=True
        ),
        "new_in_old": Share(sum(squeezed(each) in texts[0] for each in new), len(new), is_fault=True),
        "dropped_in_new": Share(
            sum(squeezed(each) in texts[1] for each in dropped), len(dropped), is_fault=True
        ),
    }


def terms_figures(gold: TermsGold, found: ChangeReport) -> dict[str, Figure]:
    """Measure the formulations against terms that the press named as new.

    Args:
        gold: the terms.
        found: what a comparison with the place's earlier reports as history found.

    Returns:
        Shares: `terms` recalled among the new and reworded, and as a fault `old_terms` told as new. Nothing
        when the comparison tells of no formulations.
    """
    if not found.phrases:
        return {}
    changed = [each for each in found.phrases if each.status in (PhraseStatus.NEW, PhraseStatus.REWORDED)]
    ranked = [each.later_text or each.text for each in sorted(changed, key=lambda change: -change.weight)]
    told = {words_only(each.text) for each in found.phrases if each.status is PhraseStatus.NEW}
    return {
        "terms": Share(sum(_is_told(each, ranked[:LISTED]) for each in gold.terms), len(gold.terms)),
        "old_terms": Share(
            sum(words_only(each) in told for each in gold.not_new), len(gold.not_new), is_fault=True
        ),
    }


def _ranked(found: ChangeReport, *statuses: PhraseStatus) -> list[str]:
    by_status = [each for status in statuses for each in found.phrases if each.status is status]
    return [each.text for each in sorted(by_status, key=lambda change: -change.weight)][:LISTED]


def _is_told(wanted: str, forms: list[str]) -> bool:
    return any(_names(form, wanted) for form in forms)


def _names(phrase: str, wanted: str) -> bool:
    """Whether the two name one formulation: one holds the other and is not much longer."""
    told, bare = words_only(phrase), words_only(wanted)
    if not told or not bare:
        return False
    if bare in told:
        factor, more = _LONGER
        return len(told) <= factor * len(bare) + more
    return told in bare and len(told) >= _SHORTER * len(bare)


def _compared_text(side: WorkReport) -> str:
    return squeezed("".join(unit.text for unit in side.units))
