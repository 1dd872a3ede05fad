"""Histories and searches of the sample as golden files; `test_golden` tells how they are renewed."""

import re

import pytest
from msgspec.structs import replace

from compare.history.concordance import ask, find_uses
from compare.history.diffusion import trace_diffusion
from compare.history.story import tell_history
from corpora.places import level_of
from reports.cli.sample import read_sample
from reports.documents.comparison import render_json
from reports.documents.history import concordances_document, diffusion_document, history_document
from reports.markdown import render_markdown
from reports.terminal import render_terminal
from reports.views.concordance import view_concordances
from reports.views.diffusion import view_diffusion
from reports.views.history import EVERYTHING, SCREEN, view_history

NAMES = [
    *("history-zh.txt", "history-en-100.txt", "history-zh.md", "history.json"),
    *("find-zh.txt", "find-en.md", "find.json", "find-none-zh.txt"),
    *("find-places-zh.txt", "find-places-en.md"),
    *("diffusion-zh.txt", "diffusion-en.md", "diffusion.json"),
]


@pytest.fixture(scope="module")
def made():
    reports = read_sample()
    history = tell_history(reports)
    uses = [find_uses(reports, ask("亩均论英雄"))]
    none = [find_uses(reports, ask("适度宽松的土地政策"))]
    corpus = {"北川市": reports[-1:], "澜川市": reports, "南川市": reports[:1]}
    places = [
        find_uses([replace(one, place=place) for one in some], ask("亩均论英雄"))
        for place, some in corpus.items()
    ]
    spread = trace_diffusion([(one, level_of(one.shelf.place)) for one in places])
    return {
        "history-zh.txt": render_terminal(view_history(history, "zh", SCREEN)),
        "history-en-100.txt": render_terminal(view_history(history, "en", SCREEN), width=100),
        "history-zh.md": render_markdown(view_history(history, "zh", EVERYTHING)),
        "history.json": as_json(history_document(history)),
        "find-zh.txt": render_terminal(view_concordances(uses, "zh", 20)),
        "find-en.md": render_markdown(view_concordances(uses, "en", None)),
        "find.json": as_json(concordances_document(uses)),
        "find-none-zh.txt": render_terminal(view_concordances(none, "zh", 20)),
        "diffusion-zh.txt": render_terminal(view_diffusion(spread, "zh", 20)),
        "diffusion-en.md": render_markdown(view_diffusion(spread, "en", None)),
        "diffusion.json": as_json(diffusion_document(spread)),
        "find-places-zh.txt": render_terminal(view_concordances(places, "zh", 20)),
        "find-places-en.md": render_markdown(view_concordances(places, "en", None)),
    }


def as_json(document):
    """Without the version, which each release changes."""
    document["generator"]["version"] = "VERSION"
    return render_json(document)


@pytest.mark.parametrize("name", NAMES)
def test_history_and_search_of_the_sample(golden, made, name):
    golden.check(name, made[name])


def test_sentences_of_an_english_diffusion_are_set_apart_by_a_blank(made):
    prose = [line for line in made["diffusion-en.md"].splitlines() if line.endswith(".")]

    assert any(". “First”" in line for line in prose)
    assert [line for line in prose if re.search(r"[.!?][“A-Z]", line)] == []


def test_no_golden_file_of_these_is_left_over(golden_folder):
    found = [
        path.name
        for path in golden_folder.iterdir()
        if path.name.startswith(("history", "find", "diffusion"))
    ]
    assert sorted(found) == sorted(NAMES)
