"""How time and memory grow with the length of the texts: `.venv/bin/python scripts/growth.py [FACTOR]`.

Two reports of national length are made of the sample's clauses with a seed, then two FACTOR times as long
(10 unless told), and each pair is compared in a process of its own. A comparison weighs every measure against
every other, so that a hundredfold would be fair; what is held to is sixtyfold and one gigabyte.
"""

import re
import subprocess
import sys
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from compare.comparison import compare_reports  # noqa: E402 - the checkout must be found first
from corpora.model import Source, WorkReport  # noqa: E402
from corpora.reading.report import as_work_report, read_work_report  # noqa: E402

DATA = ROOT / "corpora" / "data"
LENGTH = 18_000  # characters of a national report
MOST_FOLD, MOST_MEGABYTES = 60, 1000
_CLAUSE = re.compile(r"[^，。；：、\n各位代表]{4,30}")
_CHAPTERS = ("{before}年工作回顾", "{year}年总体要求和主要目标", "{year}年重点工作")
_NUMERALS = "一二三四五六七八九十"


def clauses() -> list[str]:
    """The clauses of the sample's reports, each once, in reading order."""
    texts = [read_work_report(path).text for path in sorted(DATA.glob("lanchuan-*.txt"))]
    return list(dict.fromkeys(found for text in texts for found in _CLAUSE.findall(text)))


def grown_report(year: int, length: int, seed: int) -> WorkReport:
    """A report of about so many characters, with the usual chapters, tasks and measures.

    Args:
        year: the year in which it was given.
        length: characters.
        seed: the same seed gives the same report.
    """
    random, pool = Random(seed), clauses()  # noqa: S311 - made to be the same every time
    opening = [
        f"{year}年澜川市政府工作报告",
        "各位代表：",
        "现在，我代表市政府，向大会报告政府工作，请予审议。",
    ]
    lines = list(opening)
    for number, chapter in enumerate(_CHAPTERS):
        lines.append(f"{_NUMERALS[number]}、{chapter.format(year=year, before=year - 1)}")
        written = 0
        while written < length / len(_CHAPTERS):
            if number == len(_CHAPTERS) - 1 and random.random() < 1 / 5:
                lines.append(f"（{random.choice(_NUMERALS)}）{random.choice(pool)}")
            measure = "。".join("，".join(random.sample(pool, 3)) for _ in range(random.randint(2, 8))) + "。"
            lines.append(measure)
            written += len(measure)
    text = "\n".join([*lines, "各位代表！让我们团结奋斗，谱写新篇章！"])
    return as_work_report(Source(f"{year}.txt", f"{year}-{length}-{seed}", "txt", "utf-8", text))


def main(factor: int = 10) -> int:
    """Compare both pairs and print what they took; 1 when it is more than is held to."""
    small, large = (_measured(size) for size in (1, factor))
    fold = large[0] / small[0]
    for name, (seconds, megabytes) in (("as long", small), (f"{factor} times", large)):
        sys.stdout.write(f"{name:>10}: {seconds:6.2f} s of processor time, {megabytes:5.0f} MB\n")
    sys.stdout.write(f"{'growth':>10}: {fold:6.1f} fold\n")
    return int(fold > MOST_FOLD or large[1] > MOST_MEGABYTES)


def _measured(size: int) -> tuple[float, float]:
    told = subprocess.run(
        [sys.executable, __file__, "--compare", str(size)], check=True, capture_output=True, text=True
    ).stdout.split()
    return float(told[0]), float(told[1])


def _compare(size: int) -> None:
    import resource  # no such module on Windows, where only the making of reports works

    earlier, later = (grown_report(year, size * LENGTH, year) for year in (2024, 2025))
    compare_reports(grown_report(2024, LENGTH, 1), grown_report(2025, LENGTH, 2))  # what is read once is read
    start = time.process_time()
    compare_reports(earlier, later)
    seconds = time.process_time() - start
    sys.stdout.write(f"{seconds} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--compare"]:
        _compare(int(sys.argv[2]))
    else:
        sys.exit(main(*(int(each) for each in sys.argv[1:2])))
