"""Measures crossyear against bare and peer methods, and how it grows; prints ratios, not bare times.

    make bench                       # a table on standard output
    make bench BENCH=--write         # and docs/benchmarks.md

Processor time is measured, of this process or of all processes of a batch, so that a busy machine changes
little. Peers that are not installed (collatex, redlines) are said to be missing: install them into an
environment of their own, and name its site-packages in PYTHONPATH.
"""

import argparse
import difflib
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import import_module, metadata
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compare.comparison import compare_reports
from compare.history.concordance import ask
from compare.undertakings.statements import clauses_of
from corpora.model import WorkReport
from corpora.reading import read_work_report
from corpora.store import read_corpus
from reports.cli.years import by_place
from reports.search.corpus import search_corpus
from scripts.synthetic import corpus

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "benchmarks.md"
BATCH = "import sys; from reports.cli.main import main; sys.argv[0] = 'crossyear'; main()"
KEPT = ".crossyear"
_REPEATS = 3
WHOLE_REPORT = 20_000  # characters, as a national or provincial report has


class Row(Struct, frozen=True):
    """One line of the table: what was measured against what, how it came out, and what lies behind it."""

    what: str
    against: str
    ratio: str
    detail: str


def seconds(run: Callable[[], object], repeats: int = _REPEATS) -> float:
    """The least processor time of several runs: the others had to share the machine's caches."""
    found = []
    for _ in range(repeats):
        began = time.process_time()
        run()
        found.append(time.process_time() - began)
    return min(found)


def times(one: float, other: float) -> str:
    """How many times as long one takes as the other."""
    return f"{one / other:.1f} ×"


# -- one pair --------------------------------------------------------------------------------------


def pair_rows(earlier: WorkReport, later: WorkReport) -> Iterator[Row]:
    """A comparison against one bare matrix of its clauses, and against what it is made of besides."""
    from rapidfuzz import fuzz, process

    compare_reports(earlier, later)  # what is loaded when it is first used
    own = seconds(lambda: compare_reports(earlier, later))
    sides = [_clauses(earlier), _clauses(later)]
    bare = seconds(lambda: process.cdist(*sides, scorer=fuzz.ratio, workers=1))
    first = seconds(lambda: compare_reports(*_strangers(earlier, later)))
    size = f"{len(sides[0]):,} × {len(sides[1]):,} clauses, {len(later.text):,} characters"
    matrix = "one bare rapidfuzz matrix of the pair's clauses"
    yield Row("compare, reports not met before", matrix, times(first, bare), size)
    yield Row("compare, reports met in another pair", matrix, times(own, bare), "as most are in a corpus")
    yield from _peer_rows(first, earlier, later)
    yield Row(
        "writing the page",
        "compare",
        times(_page_seconds(earlier, later), first),
        "with charts and both texts",
    )


def _strangers(*reports: WorkReport) -> tuple[WorkReport, ...]:
    """The same reports as objects of which nothing is remembered."""
    return tuple(replace(report) for report in reports)


def _clauses(side: WorkReport) -> list[str]:
    return [clause.form for clauses in clauses_of(side).values() for clause in clauses]


def _page_seconds(earlier: WorkReport, later: WorkReport) -> float:
    from compare.comparison import compare_with_many
    from reports.dashboard.page import render_dashboard

    comparison = compare_with_many([earlier], later)
    render_dashboard(comparison, "zh")
    return seconds(lambda: render_dashboard(comparison, "zh"))


def _peer_rows(own: float, earlier: WorkReport, later: WorkReport) -> Iterator[Row]:
    peers: tuple[tuple[str, Callable[[WorkReport, WorkReport], object]], ...] = (
        ("difflib, every paragraph with every other", _difflib_matrix),
        ("difflib, one whole text with the other", _difflib_whole),
        ("CollateX, clauses as tokens", _collatex),
        ("redlines, whole texts", _redlines),
    )
    for name, run in peers:
        try:
            taken = seconds(lambda run=run: run(earlier, later), repeats=1)
        except ImportError as missing:
            yield Row(name, "compare", "–", f"not installed here ({missing.name})")
            continue
        yield Row(name, "compare", times(taken, own), "told is how much longer the peer takes")


def _difflib_matrix(earlier: WorkReport, later: WorkReport) -> object:
    best = 0.0
    for unit in later.units:
        matcher = difflib.SequenceMatcher(None, "", unit.text, autojunk=False)
        for other in earlier.units:
            matcher.set_seq1(other.text)
            best = max(best, matcher.ratio())
    return best


def _difflib_whole(earlier: WorkReport, later: WorkReport) -> object:
    return difflib.SequenceMatcher(None, earlier.text, later.text).get_opcodes()


def _collatex(earlier: WorkReport, later: WorkReport) -> object:
    sides = _clauses(earlier), _clauses(later)
    witnesses = [
        {"id": name, "tokens": [{"t": form, "n": form} for form in side]}
        for name, side in zip("AB", sides, strict=True)
    ]
    return import_module("collatex").collate({"witnesses": witnesses}, segmentation=False)


def _redlines(earlier: WorkReport, later: WorkReport) -> object:
    return import_module("redlines").Redlines(" ".join(earlier.text), " ".join(later.text)).output_markdown


def rewritten(folder: Path, characters: int) -> tuple[WorkReport, WorkReport]:
    """Two consecutive reports of a made-up city, about so long."""
    texts = folder / f"of-{characters}"
    corpus(texts, places=1, years=2, characters=characters)
    earlier, later = (read_work_report(path) for path in sorted(texts.glob("*.txt")))
    return earlier, later


def growth_rows(folder: Path) -> Iterator[Row]:
    """A comparison of texts twice and four times as long."""
    found: dict[int, float] = {}
    for characters in (10_000, 20_000, 40_000):
        earlier, later = rewritten(folder, characters)
        found[characters] = seconds(lambda a=earlier, b=later: compare_reports(a, b))
    for characters in (20_000, 40_000):
        what = f"compare, {characters:,} characters"
        yield Row(what, "the same with half of it", times(found[characters], found[characters // 2]), "")


# -- a corpus --------------------------------------------------------------------------------------


class Run(Struct, frozen=True):
    """What a batch took: processor seconds of all processes, seconds by the clock, MB of the largest one."""

    cpu: float
    clock: float
    memory: float


def batch(folder: Path, out: Path, *more: str) -> Run:
    """Run the command in processes of its own."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [sys.executable, "-c", BATCH, "batch", str(folder), "-o", str(out), *more]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
    subprocess.run(command, check=True, env=environment, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(cpu, time.monotonic() - began, after.ru_maxrss / 1000)


def batch_rows(folder: Path, reports: int) -> Iterator[Row]:
    """Batches of two sizes, cold, warm and with nothing to do, on one process and on two."""
    small, large = folder / "small", folder / "large"
    corpus(small, places=max(1, reports // 100), years=10)
    corpus(large, places=reports // 10, years=10)
    few, many = (9 * len(list(each.glob("*.txt"))) // 10 for each in (small, large))
    one = batch(small, folder / "out-small", "--workers", "2")
    whole = batch(large, folder / "out-large", "--workers", "2")
    yield Row(
        f"batch, {many:,} pairs",
        f"batch, {few:,} pairs, for each pair",
        times(whole.cpu / many, one.cpu / few),
        f"{whole.cpu / many:.2f} and {one.cpu / few:.2f} processor seconds for each pair, reading included",
    )
    yield Row("its largest process", "1 GB", f"{whole.memory / 1000:.2f} ×", f"{whole.memory:,.0f} MB")
    again = batch(large, folder / "out-large", "--workers", "2")
    yield Row("batch with nothing to do", "the first run", f"{again.cpu / whole.cpu:.3f} ×", "")
    warm = batch(small, folder / "out-warm", "--workers", "2")
    yield Row("batch of texts read before", "the first run", f"{warm.cpu / one.cpu:.2f} ×", "")
    alone = batch(small, folder / "out-alone", "--workers", "1")
    yield Row("batch on two processes, by the clock", "on one", f"{warm.clock / alone.clock:.2f} ×", "")
    dask = batch(small, folder / "out-dask", "--cluster", "local", "--workers", "2")
    yield Row(
        "batch on two Dask workers, by the clock", "on two processes", f"{dask.clock / warm.clock:.2f} ×", ""
    )


def corpus_rows(folder: Path) -> Iterator[Row]:
    """Reading a corpus again, and finding a phrase in it."""
    cold = seconds(lambda: read_corpus(folder, fresh=True), repeats=1)
    warm = seconds(lambda: read_corpus(folder))
    count = len(list(folder.glob("*.txt")))
    detail = f"{1000 * warm / count:.1f} and {1000 * cold / count:.1f} ms for each of {count:,} reports"
    yield Row("reading a corpus again", "reading it first", f"{warm / cold:.2f} ×", detail)
    query = ask("高质量发展")
    first = seconds(lambda: search_corpus(folder, query, by_place), repeats=1)
    again = seconds(lambda: search_corpus(folder, query, by_place))
    uses = sum(len(one.found) for one in search_corpus(folder, query, by_place).concordances)
    detail = f"{1000 * again:.0f} ms for {count:,} reports, {uses:,} uses found"
    yield Row("finding a phrase again", "finding it first", f"{again / first:.2f} ×", detail)


# -- the table -------------------------------------------------------------------------------------


def table(rows: list[Row]) -> str:
    """The rows as Markdown."""
    head = "| what | against | ratio | |\n| --- | --- | --- | --- |\n"
    return head + "".join(f"| {row.what} | {row.against} | {row.ratio} | {row.detail} |\n" for row in rows)


def document(rows: list[Row]) -> str:
    """The page of the documents."""
    versions = ", ".join(
        f"{name} {metadata.version(name)}" for name in ("crossyear", "rapidfuzz", "numpy", "polars")
    )
    machine = (
        f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, {versions}"
    )
    return (
        "# Benchmarks\n\n"
        "Made by `make bench BENCH=--write`; do not edit. Ratios of processor time on one machine, unless\n"
        "they say otherwise; texts are the sample and rewrites of it (`scripts/synthetic.py`).\n\n"
        f"{machine}\n\n{table(rows)}"
    )


def main() -> None:
    """Measure, print the table, and write it where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.relative_to(ROOT)}")
    parser.add_argument(
        "--reports", type=int, default=300, help="of the larger corpus; the smaller has a tenth"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = list(pair_rows(*rewritten(folder, WHOLE_REPORT)))
        rows += growth_rows(folder)
        rows += batch_rows(folder, asked.reports)
        rows += corpus_rows(folder / "large")
    print(table(rows))
    if asked.write:
        TARGET.write_text(document(rows), encoding="utf-8")
        print(f"wrote {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
