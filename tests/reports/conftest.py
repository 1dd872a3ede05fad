"""What the tests of the outputs share: hand-made comparisons, golden files, a folder to run commands in."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from compare.model import (
    ChangeReport,
    Channel,
    Comparison,
    Direction,
    Edit,
    EditKind,
    Finding,
    FindingKind,
    FormulationChange,
    Link,
    LinkKind,
    MeaningChange,
    Nearest,
    NotCompared,
    PhraseStatus,
    PriorityChange,
    PriorityStatus,
)
from compare.overview import FirstFound, FoundIn, Overview
from corpora.model import (
    Doubt,
    Edition,
    Fact,
    LeftOut,
    Level,
    Origin,
    Role,
    Source,
    Span,
    TextKind,
    Unit,
    WorkReport,
)

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files of tests/reports anew"
    )


class Golden:
    """Golden files: a missing or orphaned one fails, `--update-golden` writes them anew."""

    def __init__(self, *, update):
        self.update = update

    def check(self, name, text):
        path = GOLDEN / name
        if self.update:
            GOLDEN.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"{name} is missing: look at the output, then run pytest with --update-golden"
        assert text == path.read_bytes().decode(), f"{name} differs: if that is wanted, use --update-golden"


@pytest.fixture
def golden(request):
    # The option is only known when this folder is named: `pytest tests/reports --update-golden`.
    return Golden(update=request.config.getoption("--update-golden", default=False))


@pytest.fixture
def golden_folder():
    return GOLDEN


# Text that Markdown, HTML and rich would take for their own, and characters of every width.
NASTY = "a|b *c* [/d] [bold]e[/bold] <b>f</b> `g` #h \\i “引”——…①"


def report_made_of(year, sections, *, place="甲市", **more):
    """A report of a place: sections as (number, heading, role, [texts of its measures])."""
    text, units = "", []
    counts = {Level.SECTION: 0, Level.MEASURE: 0}

    def add(level, role, mark, body, parent):
        nonlocal text
        start, (number, heading) = len(text), mark
        head = (number or "") + (heading or "")
        text += head + body + "\n"
        counts[level] += 1
        span = Span(start, start + len(head + body))
        unit_id = f"{level[0]}{counts[level]}"
        units.append(
            Unit(
                id=unit_id,
                level=level,
                role=role,
                role_reason="heading" if level is Level.SECTION else "inherited",
                number=number,
                heading=heading,
                parent=parent,
                span=span,
                body=start + len(head),
                text=text[span.start : span.end],
                depth=0 if parent is None else 1,
            )
        )
        return unit_id

    for number, heading, role, measures in sections:
        section = add(Level.SECTION, role, (number, heading), "", None) if heading else None
        for measure in measures:
            add(Level.MEASURE, role, (None, None), measure, section)
    work_report = WorkReport(
        id=f"{place}:{year}",
        place=place,
        year=year,
        title=f"{year}年{place}政府工作报告",
        kind=TextKind.FULL,
        edition=Edition.UNKNOWN,
        language="zh",
        source=Source(f"{year}.txt", f"{year:064x}", "txt", "utf-8", text),
        text=text,
        origin=Origin((0,), (0,)),
        units=tuple(units),
        facts=(Fact("place", place, "title"), Fact("year", str(year), "title")),
    )
    return replace(work_report, **more)


@pytest.fixture(scope="session")
def make_report():
    return report_made_of


def span_of(work_report, quote):
    start = work_report.text.index(quote)
    return Span(start, start + len(quote))


def link(earlier, later, kind=LinkKind.REWORDED, **more):
    facts = {"moved": False, "displaced": False, "score": 0.7, "matched_by": "content"} | more
    return Link(earlier=tuple(earlier), later=tuple(later), kind=kind, **facts)


def phrase(text, status, **more):
    facts = {
        "earlier_text": None if status in {PhraseStatus.NEW, PhraseStatus.RETURNING} else text,
        "later_text": None if status is PhraseStatus.DROPPED else text,
        "earlier_count": 0 if status in {PhraseStatus.NEW, PhraseStatus.RETURNING} else 1,
        "later_count": 0 if status is PhraseStatus.DROPPED else 2,
        "weight": 1.0,
        "first_year": None,
        "last_year": None,
        "earlier_spans": (),
        "later_spans": (),
        "reason": "quoted",
    } | more
    return FormulationChange(text=text, status=status, **facts)


EARLIER_SECTIONS = [
    ("一、", "2023年工作回顾", Role.REVIEW, ["全年办成十件实事，群众满意。"]),
    ("（一）", "推进工业转型", Role.PLAN, ["改造旧厂三十家。", "不搞大水漫灌。"]),
    ("（二）", "扩大内需", Role.PLAN, ["发放消费券五百万元。", "建设夜市，开放公园。"]),
    ("（三）", "改善民生", Role.PLAN, ["新建学校两所。", "修缮老旧小区。", "补贴住户。"]),
    ("（四）", "整治河道", Role.PLAN, ["清淤十公里。"]),
    (None, None, Role.FRAME, ["本报讯 记者 某某"]),
]
LATER_SECTIONS = [
    ("一、", "2024年工作回顾", Role.REVIEW, ["全年办成十二件实事，群众满意。"]),
    ("（一）", "全力扩大内需", Role.PLAN, ["发放消费券八百万元。", "建设夜市。", "开放公园。"]),
    ("（二）", "推进工业转型", Role.PLAN, ["改造旧厂三十家。", "搞大水漫灌。"]),
    ("（三）", "改善民生", Role.PLAN, ["修缮小区并补贴住户。", f"发展低空经济，{NASTY}。"]),
    ("（四）", "建设数字政府", Role.PLAN, ["数据多跑路。", "新建学校两所。"]),
]


@pytest.fixture(scope="session")
def earlier():
    return report_made_of(
        2023,
        EARLIER_SECTIONS,
        left_out=(LeftOut("第 3 页", "page-number", 12), LeftOut(f"图片说明 {NASTY}", "caption", 40)),
        doubts=(Doubt("part-missing", "requirements"), Doubt("no-headings", "")),
    )


@pytest.fixture(scope="session")
def later():
    return report_made_of(2024, LATER_SECTIONS)


@pytest.fixture(scope="session")
def change_report(earlier, later):
    """Every kind of link, status and finding occurs."""
    number = MeaningChange(
        Channel.NUMBER,
        span_of(earlier, "五百万元"),
        span_of(later, "八百万元"),
        span_of(earlier, "发放消费券五百万元"),
        span_of(later, "发放消费券八百万元"),
    )
    negation = MeaningChange(
        Channel.NEGATION,
        span_of(earlier, "不搞"),
        span_of(later, "搞"),
        span_of(earlier, "不搞大水漫灌"),
        span_of(later, "搞大水漫灌"),
    )
    strength = replace(negation, channel=Channel.STRENGTH, direction=Direction.WEAKER, ladder="ban")
    edits = (
        Edit(EditKind.REPLACED, span_of(earlier, "不搞"), span_of(later, "搞")),
        Edit(EditKind.EQUAL, span_of(earlier, "大水漫灌。"), span_of(later, "大水漫灌。")),
    )
    return ChangeReport(
        earlier=earlier,
        later=later,
        links=(
            link(["s1"], ["s1"]),
            link(["s2"], ["s3"], LinkKind.KEPT, displaced=True, score=1.0),
            link(["s3"], ["s2"], moved=True, matched_by="measures"),
            link(["s4"], ["s4"], LinkKind.KEPT, score=1.0, matched_by="heading"),
            link(["m1"], ["m1"]),
            link(["m2"], ["m5"], LinkKind.KEPT, score=1.0, matched_by="identical"),
            link(["m3"], ["m6"], changes=(negation, strength), edits=edits),
            link(["m4"], ["m2"], changes=(number,)),
            link(["m5"], ["m3", "m4"], LinkKind.SPLIT),
            link(["m6"], ["m10"], LinkKind.KEPT, moved=True, score=1.0, matched_by="identical"),
            link(["m7", "m8"], ["m7"], LinkKind.MERGED),
        ),
        new_units=("s5", "m8", "m9"),
        dropped_units=("s5", "m9"),
        nearest=(
            Nearest("later", "s5", "s5", 0.1),
            Nearest("later", "m8", "m9", 0.2),
            Nearest("later", "m9", None, 0.0),
            Nearest("earlier", "s5", "s4", 0.3),
            Nearest("earlier", "m9", "m8", 0.004),
        ),
        priorities=(
            PriorityChange(4, None, "s5", None, PriorityStatus.DROPPED),
            PriorityChange(1, 2, "s2", "s3", PriorityStatus.DISPLACED),
            PriorityChange(2, 1, "s3", "s2", PriorityStatus.MOVED),
            PriorityChange(3, 3, "s4", "s4", PriorityStatus.KEPT),
            PriorityChange(None, 4, None, "s5", PriorityStatus.NEW),
        ),
        phrases=(
            phrase("轻", PhraseStatus.NEW, weight=0.5),
            phrase("低空经济", PhraseStatus.NEW, weight=2.0, later_spans=(span_of(later, "低空经济"),)),
            phrase("整治河道", PhraseStatus.DROPPED, earlier_spans=(span_of(earlier, "整治河道"),)),
            phrase(
                "数据多跑路",
                PhraseStatus.RETURNING,
                first_year=2019,
                last_year=2020,
                later_spans=(span_of(later, "数据多跑路"),),
            ),
            phrase("全力扩大内需", PhraseStatus.REWORDED, earlier_text="扩大内需"),
            phrase("群众满意", PhraseStatus.CARRIED),
        ),
        findings=tuple(finding(kind, earlier, later) for kind in FindingKind),
        not_compared=(
            NotCompared("targets", "both", "not yet compared", ""),
            NotCompared("promises", "both", "not yet compared", ""),
            NotCompared("frame", "earlier", "no part of the report", "12"),
            NotCompared("caption", "earlier", "left out in reading", f"图片说明 {NASTY}"),
        ),
        history_years=(2019, 2020),
    )


def finding(kind, earlier, later):
    """A finding with every value that some sentence speaks of."""
    values = {
        "phrase": "低空经济",
        "earlier_rank": "2",
        "later_rank": "1",
        "heading": "扩大内需",
        "earlier_heading": "扩大内需",
        "later_heading": "全力扩大内需",
        "subject": "发放消费券",
        "earlier_number": "五百万元",
        "later_number": "八百万元",
        "earlier_phrase": "扩大内需",
        "later_phrase": "全力扩大内需",
        **{f"earlier_{channel}": "加快" for channel in Channel if channel is not Channel.NUMBER},
        **{f"later_{channel}": "推动" for channel in Channel if channel is not Channel.NUMBER},
        "earlier_clause": "不搞大水漫灌",
        "later_clause": "搞大水漫灌",
        "first_year": "2019",
        "last_year": "2020",
        "indicator": "生产总值增速",
        "change": "lowered",
        "earlier_target": "地区生产总值增长6%左右",
        "later_target": "地区生产总值增长5.5%左右",
        "report": "地区生产总值增长5%",
        "difference": "-0.5",
        "unit": "%",
        "promises": "40",
        "silent": "12",
    }
    return Finding(
        kind=kind,
        importance=90.0 - 3 * list(FindingKind).index(kind),
        earlier=span_of(earlier, "发放消费券五百万元。"),
        later=span_of(later, f"发展低空经济，{NASTY}。"),
        earlier_unit="m4",
        later_unit="m8",
        values=tuple(values.items()),
        reason="rank",
    )


@pytest.fixture(scope="session")
def comparison(change_report):
    found = (FirstFound("s2", 2023, (FoundIn(2023, 0, ("s3",)),)), FirstFound("s5", None, ()))
    measures = (FirstFound("m2", 2023, (FoundIn(2023, 0, ("m4",)),)), FirstFound("m8", None, ()))
    return Comparison((change_report,), Overview((2023,), (), found, measures))


@pytest.fixture(scope="session")
def comparison_of_many(change_report):
    """The same later report against two earlier ones, 2021 and 2023; 2022 is missing."""
    older = report_made_of(2021, EARLIER_SECTIONS)
    pair = replace(change_report, earlier=older)
    found = (
        FirstFound("s2", 2021, (FoundIn(2021, 0, ("s3",)), FoundIn(2023, 1, ("s3",)))),
        FirstFound("s5", None, ()),
    )
    measures = (FirstFound("m2", 2023, (FoundIn(2023, 1, ("m4",)),)), FirstFound("m8", None, ()))
    return Comparison((pair, change_report), Overview((2021, 2023), (2022,), found, measures))


# -- a folder to run commands in ---------------------------------------------------------------------------

DATA = Path(__file__).resolve().parents[2] / "corpora" / "data"
# A password-protected .docx is an OLE container with a stream of this name.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENCRYPTED = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512)


def broken_docx():
    """A Word document whose main part stops in the middle."""
    whole, broken = io.BytesIO(), io.BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:300] if name == "word/document.xml" else content)
    return broken.getvalue()


FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "cut.docx": b"PK\x03\x04" + bytes(200),
    "broken.docx": broken_docx(),
    "letter.docx": b"no archive at all",
    "locked.docx": ENCRYPTED,
    "old.doc": OLE,
    "recipe.txt": ("把面粉倒进碗里，加水揉成面团，放置一小时。" * 40).encode(),
    "short.txt": "2025年澜川市政府工作报告".encode(),
}


@pytest.fixture
def sample_folder():
    """Where the sample's files are."""
    return DATA


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the sample's reports and some files that are no reports; it is the current one."""
    for name in ("lanchuan-2024.txt", "lanchuan-2025.txt", "lanchuan-2025-digest.txt"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    undated = re.sub("20[0-9][0-9]年?", "", (DATA / "lanchuan-2025.txt").read_text(encoding="utf-8"))
    (tmp_path / "undated.txt").write_text(undated, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "dumb")
    return tmp_path
