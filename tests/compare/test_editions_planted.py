"""Edits planted into a report by seed: each is told as exactly one revision, of its kind, in its paragraph."""

from pathlib import Path

import pytest

from scripts.planted_editions import check_planted

DATA = Path(__file__).parents[2] / "corpora" / "data"


@pytest.mark.parametrize("seed", range(12))
def test_each_planted_edit_is_told_once_and_nothing_else_is(seed):
    for name in ("lanchuan-2022.txt", "lanchuan-2025.txt"):
        told = check_planted(DATA / name, seed)
        assert told.planted >= 8
        assert (told.missing, told.more) == ((), ())


def test_a_planted_edit_that_is_not_told_would_be_missed(monkeypatch):
    # the check itself: of a comparison that tells nothing everything is missing
    monkeypatch.setattr("compare.editions.comparison.revisions_of", lambda *_: ())
    told = check_planted(DATA / "lanchuan-2025.txt", 0)
    assert len(told.missing) == told.planted > 0
