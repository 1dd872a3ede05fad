"""Targets and promises against a standard."""

import math
from collections.abc import Sequence

from compare.evaluation.figures import Figure, Share, words_only
from compare.evaluation.gold import PromiseGold, TargetGold, TargetsGold
from compare.model import ChangeReport
from compare.undertakings.model import PromiseAnswer, PromiseStatus, Target
from corpora.model import WorkReport

_PART = 0.5  # an undertaking told in part is the standard's if it is at least this much of it
_PART_OF_ANSWER = 0.4
_PASSAGE = 4, 60  # an answer may stand in a passage up to 4 times as long and 60 characters more


def targets_figures(gold: TargetsGold, found: ChangeReport) -> dict[str, Figure]:
    """Measure the targets of both reports.

    Args:
        gold: the standard.
        found: what a comparison found.

    Returns:
        Shares of the standard's aims: `found`, and of those with the right `value`, `unit`, `qualifier`.
    """
    sides = (
        (gold.earlier, found.earlier, [change.earlier for change in found.targets if change.earlier]),
        (gold.later, found.later, [change.later for change in found.targets if change.later]),
    )
    right = dict.fromkeys(("found", "value", "unit", "qualifier"), 0)
    for wanted, side, targets in sides:
        for aim in wanted:
            best = _counterpart(aim, side, targets)
            if best is None:
                continue
            right["found"] += 1
            right["value"] += _is_same_value(best, aim)
            right["unit"] += (best.unit or None) == (aim.unit or None)
            right["qualifier"] += (best.qualifier or None) == (aim.qualifier or None)
    total = len(gold.earlier) + len(gold.later)
    return {name: Share(count, total) for name, count in right.items()}


def _counterpart(aim: TargetGold, side: WorkReport, targets: Sequence[Target]) -> Target | None:
    """The target told from the aim's clause; of several the one with its value."""
    clause = words_only(aim.text)
    same = []
    for target in targets:
        text = words_only(side.quote(target.span))
        if clause in text or text in clause:
            same.append(target)
    return next((each for each in same if _is_same_value(each, aim)), same[0] if same else None)


def _is_same_value(target: Target, aim: TargetGold) -> bool:
    if target.value is None or aim.value is None:
        return target.value is None and aim.value is None
    low, high = target.value
    ends = (low,) if low == high else (low, high)
    return len(ends) == len(aim.value) and all(
        math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-9)
        for one, other in zip(ends, aim.value, strict=True)
    )


def promises_figures(gold: Sequence[PromiseGold], found: ChangeReport) -> dict[str, Figure]:
    """Measure the undertakings and their answers.

    Args:
        gold: the standard.
        found: what a comparison found.

    Returns:
        Shares: `found` and `status` of all undertakings, `linked` of those that are answered (the answer
        named is the standard's), `silent` of those that are not.
    """
    told = [(words_only(found.earlier.quote(each.promise)), each) for each in found.promises]
    right = dict.fromkeys(("found", "status", "linked", "silent"), 0)
    for wanted in gold:
        clause = words_only(wanted.promise)
        mine = [
            each
            for text, each in told
            if clause in text or (text in clause and len(text) >= _PART * len(clause))
        ]
        if not mine:
            continue
        is_silent = all(each.status is PromiseStatus.SILENT for each in mine)
        right["found"] += 1
        right["status"] += is_silent == wanted.is_silent
        if wanted.answer is None:
            right["silent"] += is_silent
        else:
            right["linked"] += any(_has_answer(each, found.later, wanted.answer) for each in mine)
    silent = sum(each.is_silent for each in gold)
    totals = {"found": len(gold), "status": len(gold), "linked": len(gold) - silent, "silent": silent}
    return {name: Share(right[name], total) for name, total in totals.items()}


def _has_answer(told: PromiseAnswer, later: WorkReport, wanted: str) -> bool:
    """Whether the answer is the wanted clause, a good part of it, or a short passage around it."""
    if told.answer is None:
        return False
    mine, clause = words_only(later.quote(told.answer)), words_only(wanted)
    if clause in mine:
        factor, more = _PASSAGE
        return len(mine) <= factor * len(clause) + more
    return bool(mine) and mine in clause and len(mine) >= _PART_OF_ANSWER * len(clause)
