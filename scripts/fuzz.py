"""Tries damaged files on the readers: `make fuzz`, or `scripts/fuzz.py --seconds 600 --seed 7`.

Every input follows from the seed and its number, so a fault can be repeated: `--seed 7 --first 1234
--inputs 1`. What is wrong with an input is anything but a report or one of our own errors: another
exception, a lost character, more than the time or the memory that an input may take, a crash.
"""

import argparse
import faulthandler
import io
import multiprocessing
import random
import resource
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from opencc import OpenCC

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpora.cleaning import clean  # noqa: E402 - the checkout must be found first
from corpora.errors import CrossyearError  # noqa: E402
from corpora.model import Source  # noqa: E402
from corpora.reading.report import as_work_report  # noqa: E402
from corpora.reading.source import as_source  # noqa: E402
from scripts.report_files import MAKERS, PARAGRAPHS, as_columns_pdf, as_gbk_zip, as_zip  # noqa: E402

SLOWEST = 5.0  # seconds of the processor that an input may take: a busy machine is no fault
MOST_MEMORY = 3_000_000_000  # bytes of address space
FAULTS = ROOT / "out" / "fuzz"
EXTREMES = (b"\xff" * 4, b"\x00" * 4, b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80", b"\x01\x00\x00\x00")
# Characters that are layout as white space is.
_INVISIBLE = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF, 0xFFFE)
LAYOUT = frozenset(map(chr, _INVISIBLE))
PIECES = (
    *(
        "一、",
        "（二）",
        "一是",
        "——",
        "。",
        "：",
        "\u200b",
        "\u3000",
        "\n",
        "\n\n",
        "记者 章明 摄",
        "名词解释\n1.甲：乙",
    ),
    *(
        "<div>",
        "</div>",
        "<p>",
        "<!--",
        "<table><tr><td>",
        "&#0;",
        "&#x110000;",
        "]]>",
        "<![CDATA[",
        "<script>",
        "15件民生实事",
        "（下转第2版）",
        "|---|",
        "**",
        "<!--",
    ),
)


def seeds() -> dict[str, bytes]:
    """Whole files to begin with, by name."""
    made = {f"report.{form}": maker(PARAGRAPHS) for form, maker in MAKERS.items()}
    text = made["report.txt"].decode()
    return made | {
        "gb18030.txt": text.encode("gb18030"),
        "utf16.txt": text.encode("utf-16"),
        "big5.txt": text.encode("big5", "ignore"),
        "traditional.txt": OpenCC("s2t").convert(text).encode(),
        "columns.pdf": as_columns_pdf(PARAGRAPHS),
        "report.md": (
            "# " + text.replace("\n", "\n\n**") + "**\n\n| a | b |\n|---|---|\n| [c](d) | `e` |\n"
        ).encode(),
        "gbk.htm": made["report.html"].decode().replace("utf-8", "gb2312").encode("gb18030"),
        "one.zip": as_zip({"2025年.docx": made["report.docx"]}),
        "gbk.zip": as_gbk_zip({"2025年.txt": made["report.txt"]}),
        "doc.zip": as_zip({"2025年.doc": made["report.doc"]}),
    }


def bombs() -> dict[str, bytes]:
    """Files that ask for absurd time, memory or depth."""
    nested = as_zip({"2025.txt": b"x"})
    for _ in range(20):
        nested = as_zip({"inner.docx": nested})
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<!DOCTYPE d [<!ENTITY e0 "ha">{entities}]><d>&e9;</d>'
    deep = "<w:p>" * 10_000
    return {
        "nested.zip": nested,
        "bomb.zip": as_zip({"2025.txt": bytes(60_000_000)}),
        "laughs.docx": _docx_with(laughs.encode()),
        "deep.docx": _docx_with(f'<w:d xmlns:w="w">{deep}'.encode()),
        "laughs.html": laughs.replace("<d>", "<html>").encode(),
        "deep.html": ("<html>" + "<div>" * 200_000 + "经济").encode(),
        "unclosed.html": ("<html>" + "<font><b><i><p>经济发展" * 5_000).encode(),
        "attributes.html": ("<html><p " + "a=b " * 200_000 + ">经济").encode(),
        "lines.txt": "经\n".encode() * 100_000,
        "one-line.txt": ("经济发展，" * 300_000).encode(),
        "marks.txt": "一、二、（三）——".encode() * 60_000,
        "blanks.txt": (" " * 500_000 + "经济发展" + "\u3000" * 500_000).encode(),
        "numbers.txt": b"1\n" * 100_000 + "政府工作报告".encode(),
        "captions.txt": ("短行\n" * 50_000 + "记者 章明 摄\n" * 20_000).encode(),
        "licence.txt": ("本作品是\n" * 100_000).encode(),
        "brackets.txt": ("（" * 200_000 + "政府工作报告").encode(),
        "nul.txt": ("经济" * 1000).encode() + b"\0" * 1000,
        "surrogates.txt": b"\xff\xfe" + b"\x00\xd8" * 1000,
    }


def _docx_with(document: bytes) -> bytes:
    files = _unzipped(MAKERS["docx"](PARAGRAPHS))
    return as_zip({**files, "word/document.xml": document})


def _unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# -- damage ----------------------------------------------------------------------------------------


def flip(content: bytearray, chance: random.Random) -> None:
    """Turn a few bits over."""
    for _ in range(chance.choice((1, 1, 4, 40))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def cut(content: bytearray, chance: random.Random) -> None:
    """End the file early."""
    del content[chance.randrange(1, len(content) + 1) :]


def drop(content: bytearray, chance: random.Random) -> None:
    """Take a stretch out."""
    start = chance.randrange(len(content))
    del content[start : start + chance.choice((1, 2, 16, 512))]


def repeat(content: bytearray, chance: random.Random) -> None:
    """Say a stretch again, sometimes often."""
    start = chance.randrange(len(content))
    piece = content[start : start + chance.choice((1, 8, 64, 512))]
    content[start:start] = piece * chance.choice((1, 2, 50))


def claim(content: bytearray, chance: random.Random) -> None:
    """Write an extreme number where a length or a place may stand."""
    start = chance.randrange(len(content))
    content[start : start + 4] = chance.choice(EXTREMES)


def put_in(content: bytearray, chance: random.Random) -> None:
    """Put marks, tags and odd characters in."""
    start = chance.randrange(len(content))
    encoding = chance.choice(("utf-8", "utf-8", "gb18030", "utf-16-le"))
    piece = chance.choice(PIECES).encode(encoding)
    content[start:start] = piece * chance.choice((1, 1, 3, 300))


def noise(content: bytearray, chance: random.Random) -> None:
    """Overwrite a stretch with anything."""
    start = chance.randrange(len(content))
    size = chance.choice((1, 4, 32, 256))
    content[start : start + size] = chance.randbytes(size)


DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    flip,
    cut,
    drop,
    repeat,
    claim,
    put_in,
    noise,
)


def damaged(content: bytes, chance: random.Random) -> bytes:
    """A file with up to four damages; of an archive, in half of the cases to a file inside."""
    if content.startswith(b"PK") and chance.random() < 0.5:  # noqa: PLR2004
        files = _unzipped(content)
        name = chance.choice(
            [each for each in files if each.endswith(("document.xml", ".docx", ".txt", ".doc"))]
        )
        return as_zip({**files, name: damaged(files[name], chance)})
    result = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 4))):
        if result:
            chance.choice(DAMAGES)(result, chance)
    return bytes(result)


def inputs(seed: int, first: int = 0) -> Iterator[tuple[int, str, bytes]]:
    """Number, name and content of each input, without end; the same for the same seed."""
    files, absurd = seeds(), bombs()
    names, number = sorted(files), first
    while True:
        if number < len(absurd):
            name = sorted(absurd)[number]
            yield number, name, absurd[name]
        else:
            chance = random.Random(f"{seed}/{number}")  # noqa: S311 - damage, not secrets
            name = chance.choice(names)
            other = chance.choice(names) if chance.random() < 0.1 else name  # noqa: PLR2004 - a wrong suffix
            yield number, other, damaged(files[name], chance)
        number += 1


# -- trying ----------------------------------------------------------------------------------------


def fault_of(name: str, content: bytes, slowest: float = SLOWEST) -> str | None:
    """What is wrong with how an input is read within so many seconds, or None."""
    started = time.process_time()
    try:
        source = as_source(name, content)
        if lost := lost_characters(source):
            return lost
        work_report = as_work_report(source)
        if any(unit.text != work_report.quote(unit.span) for unit in work_report.units):
            return "a unit's text is not what stands at its place"
    except CrossyearError:
        pass
    except Exception:  # noqa: BLE001 - that is what is looked for
        return traceback.format_exc(limit=-4)
    seconds = time.process_time() - started
    return f"took {seconds:.1f} seconds" if seconds > slowest else None


def lost_characters(source: Source) -> str | None:
    """Whether kept text and what was left out do not make up the source's text, layout aside."""
    cleaned = clean(source.text, source.outside)
    kept = sum(not character.isspace() for character in cleaned.text)
    out = sum(not character.isspace() for piece in cleaned.left_out for character in piece.text)
    there = sum(not character.isspace() for character in source.text)
    layout = sum(character in LAYOUT for character in source.text)
    return None if there - layout <= kept + out <= there else f"{there} characters became {kept} and {out}"


def work(
    seed: int, first: int, until: float, most: int, reached: "multiprocessing.sharedctypes.Synchronized[int]"
) -> None:
    """Try inputs in a process of its own, so that a crash of a library is a finding, not the end."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    faulthandler.enable()
    for number, name, content in inputs(seed, first):
        if time.monotonic() > until or number >= most:
            return
        reached.value = number
        faulthandler.dump_traceback_later(24 * SLOWEST, exit=True)
        fault = fault_of(name, content)
        faulthandler.cancel_dump_traceback_later()
        if fault:
            keep(seed, number, name, content, fault)
        reached.value = number + 1


def keep(seed: int, number: int, name: str, content: bytes, fault: str) -> None:
    """Tell a fault and keep the input that shows it."""
    FAULTS.mkdir(parents=True, exist_ok=True)
    (FAULTS / f"{seed}-{number}-{name}").write_bytes(content)
    print(f"--seed {seed} --first {number} --inputs 1 ({name}): {fault}", flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Run it; exit code 1 when there was a fault."""
    parser = argparse.ArgumentParser(description="Tries damaged files on the readers.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--inputs", type=int, default=sys.maxsize, help="stop after so many")
    told = parser.parse_args(arguments)
    until, most = time.monotonic() + told.seconds, min(told.first + told.inputs, sys.maxsize)
    before = _kept()
    reached = multiprocessing.Value("q", told.first)
    while time.monotonic() < until and reached.value < most:
        first = reached.value
        process = multiprocessing.Process(target=work, args=(told.seed, first, until, most, reached))
        process.start()
        process.join()
        if process.exitcode == 0:
            break
        number, name, content = next(inputs(told.seed, reached.value))
        keep(told.seed, number, name, content, f"the process ended with {process.exitcode}")
        reached.value = number + 1
    faults = len(_kept() - before)
    print(f"{reached.value - told.first:,} inputs tried, {faults} faults (seed {told.seed})")
    return 1 if faults else 0


def _kept() -> set[str]:
    return {path.name for path in FAULTS.glob("*")} if FAULTS.is_dir() else set()


if __name__ == "__main__":
    sys.exit(main())
