"""What the tests of the batch share: a corpus of two invented places, and what stands in an output folder."""

from pathlib import Path

import pytest

from corpora.cache import FOLDER

DATA = Path(__file__).resolve().parents[3] / "corpora" / "data"
YEARS = (2020, 2021, 2022, 2024, 2025)


class Silent:
    """A watcher that remembers what it was told."""

    def __init__(self):
        self.stages = {}

    def begin(self, stage, total):
        self.stages[stage] = [total, 0, 0]
        self.now = stage

    def step(self, count, failures):
        self.stages[self.now][1] += count
        self.stages[self.now][2] += failures


@pytest.fixture
def watcher():
    return Silent()


@pytest.fixture
def corpus(tmp_path):
    """The sample's city, a second one made of its texts, and a file that is no report."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for year in YEARS:
        name = f"lanchuan-{year}.txt"
        (folder / name).write_bytes((DATA / name).read_bytes())
        if year in {2024, 2025}:
            text = (folder / name).read_text(encoding="utf-8")
            (folder / f"yongan-{year}.txt").write_text(text.replace("澜川", "永安"), encoding="utf-8")
    (folder / "recipe.txt").write_text("把面粉倒进碗里，加水揉成面团，放置一小时。" * 40, encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path):
    """Three reports of one city."""
    folder = tmp_path / "small"
    folder.mkdir()
    for year in YEARS[2:]:
        name = f"lanchuan-{year}.txt"
        (folder / name).write_bytes((DATA / name).read_bytes())
    return folder


def results_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and FOLDER not in path.parts
    }


@pytest.fixture
def results():
    """The files of an output folder by name."""
    return results_in
