"""What the tests of the panel share: a corpus of two invented places with a gap, a digest and a bad file."""

from pathlib import Path

import polars as pl
import pytest

import reports.batch.work
from corpora.cache import FOLDER
from reports.batch.choices import BatchFormat
from reports.batch.engine import InProcess
from reports.batch.work import Rooms
from reports.batch.write import Style
from reports.panel.plan import PanelSelection
from reports.panel.run import run_panel
from reports.panel.write import write_panel

DATA = Path(__file__).resolve().parents[3] / "corpora" / "data"
YEARS = (2020, 2021, 2022, 2024, 2025)


@pytest.fixture(scope="session")
def files():
    """The corpus by file name: the sample's city; a second one whose last text is a digest; no report."""
    found = {f"lanchuan-{year}.txt": (DATA / f"lanchuan-{year}.txt").read_bytes() for year in YEARS}
    for name in ("2024", "2025-digest"):
        text = (DATA / f"lanchuan-{name}.txt").read_text("utf-8")
        found[f"yongan-{name}.txt"] = text.replace("澜川", "永安").encode()
    return found | {"recipe.txt": ("把面粉倒进碗里，加水揉成面团，放置一小时。" * 40).encode()}


def written(folder, files):
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def corpus(tmp_path, files):
    """The folder of the corpus."""
    return written(tmp_path / "reports", files)


class Totals(dict):
    """A watcher that remembers how much there was to do in each stage."""

    def begin(self, stage, total):
        self[stage] = total

    def step(self, count, failures):
        """How it goes on is of no interest."""


class Bench:
    """Makes panels of one corpus in folders beside it."""

    def __init__(self, folder, corpus):
        self.folder, self.corpus, self.watcher = folder, corpus, Totals()

    def run(self, out="out", *, engine=None, selection=None, style=None):
        reports.batch.work.recall.cache_clear()
        rooms, selection = Rooms(self.corpus, self.folder / out), selection or PanelSelection()
        rooms.out.mkdir(exist_ok=True)
        how = style or Style(BatchFormat.PARQUET, selection.shard, "zh", "reports")
        with engine or InProcess() as working:
            panel = run_panel(rooms, selection, working, self.watcher)
            write_panel(rooms, panel, how, self.watcher, is_balanced=selection.is_balanced)
        return panel

    def table(self, name, out="out"):
        return pl.read_parquet(self.folder / out / f"{name}.parquet")

    def results(self, out="out"):
        found = (
            path for path in (self.folder / out).rglob("*") if path.is_file() and FOLDER not in path.parts
        )
        return {path.name: path.read_bytes() for path in found}


@pytest.fixture
def bench(tmp_path, corpus):
    return Bench(tmp_path, corpus)


@pytest.fixture(scope="session")
def made(tmp_path_factory, files):
    """A balanced panel of the corpus, made once for all tests that only look at it."""
    folder = tmp_path_factory.mktemp("panel")
    bench = Bench(folder, written(folder / "reports", files))
    bench.run(selection=PanelSelection(is_balanced=True))
    return bench


@pytest.fixture(scope="session")
def make_bench():
    """Makes a bench in a folder for a corpus of some files, told by name."""

    def make(folder, files):
        return Bench(folder, written(folder / "reports", files))

    return make
