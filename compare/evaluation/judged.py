"""Precision by reading: what a comparison tells, against judgements that somebody made one by one.

A standard of formulations is never exhaustive, so it cannot say that something told is wrong. Here a reader
has gone through what was listed and said of each whether it is what it is told to be. What is listed and was
never judged counts neither for nor against; how much that is stands beside.
"""

from collections.abc import Sequence

from compare.evaluation.figures import Figure, Share, words_only
from compare.evaluation.gold import JudgedGold, Judgements
from compare.model import ChangeReport, PhraseStatus
from compare.undertakings.model import Target

READ = 50  # so many of a status, ranked by weight, are judged: more than anybody reads


def judged_figures(gold: JudgedGold, found: ChangeReport) -> dict[str, Figure]:
    """Measure what a comparison lists against judgements.

    Args:
        gold: the judgements.
        found: what a comparison of the same two reports found.

    Returns:
        Shares: of the listed and judged those that were found right (`new_named`, `dropped_named`: a
        formulation that an analyst would name; `aims`: a target), and `judged`: of the listed those judged.
    """
    listed = {name: each for name, each in _listed(gold, found).items() if all(each)}
    figures: dict[str, Figure] = {name: _right(*each) for name, each in listed.items()}
    judged = [(text in judgements) for judgements, told in listed.values() for text in told]
    return figures | ({"judged": Share(sum(judged), len(judged))} if judged else {})


def unjudged(gold: JudgedGold, found: ChangeReport) -> dict[str, tuple[str, ...]]:
    """What is listed and was never judged, by the figure it would count in."""
    return {
        name: tuple(text for text in told if text not in judgements)
        for name, (judgements, told) in _listed(gold, found).items()
        if judgements
    }


def _listed(gold: JudgedGold, found: ChangeReport) -> dict[str, tuple[Judgements, Sequence[str]]]:
    """Judgements and what they are about; a kind that nobody judged has none."""
    sides = [each.earlier for each in found.targets], [each.later for each in found.targets]
    return {
        "new_named": (gold.new, _first(found, PhraseStatus.NEW)),
        "dropped_named": (gold.dropped, _first(found, PhraseStatus.DROPPED)),
        "aims": (gold.targets, [target_name(each) for side in sides for each in side if each]),
    }


def _right(judgements: Judgements, told: Sequence[str]) -> Share:
    judged = [judgements[text] for text in told if text in judgements]
    return Share(sum(judged), len(judged))


def _first(found: ChangeReport, status: PhraseStatus) -> list[str]:
    ranked = sorted((each for each in found.phrases if each.status is status), key=lambda each: -each.weight)
    return [words_only(each.text) for each in ranked[:READ]]


def target_name(target: Target) -> str:
    """A target as judgements name it: indicator and number as facts, without the words of the text."""
    ends = [] if target.value is None else [f"{end:g}" for end in dict.fromkeys(target.value)]
    return " ".join([target.indicator, "–".join(ends) + (target.unit or "")]).strip()
