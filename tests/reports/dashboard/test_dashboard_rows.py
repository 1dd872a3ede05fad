"""Both texts laid out as rows: whole, in order, with what only one of them has where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from compare.model import ChangeReport, Channel, Direction, Edit, EditKind, Link, LinkKind, MeaningChange
from corpora.model import Edition, Level, Origin, Role, Source, Span, TextKind, Unit, WorkReport
from reports.dashboard.anchors import Anchors, Side, sentences_of
from reports.dashboard.marked_text import Marked, Marks, marks_of, shown_unit
from reports.dashboard.side_by_side import FOLDED_CHARACTERS, aligned_rows, stretches
from reports.words.vocabulary import Outcome


def report_of(outline, year=2024):
    """A report from lines: `# heading` opens a section, `~ words` is frame, anything else is a measure."""
    units, text, parent = [], "", None
    for line in outline:
        mark, _, body = line.rpartition(" ")
        level = Level.SECTION if mark == "#" else Level.MEASURE
        role = Role.FRAME if mark == "~" else Role.PLAN
        start, unit_id = len(text), body[:2]
        text += body + "\n"
        span = Span(start, start + len(body))
        inside = None if level is Level.SECTION or role is Role.FRAME else parent
        heading = body if level is Level.SECTION else None
        begins = span.end if heading else start
        depth = 0 if inside is None else 1
        units.append(Unit(unit_id, level, role, "", None, heading, inside, span, begins, body, depth))
        parent = unit_id if level is Level.SECTION else parent
    source = Source(f"{year}.txt", "0" * 64, "txt", "utf-8", text)
    origin = Origin((0,), (0,))
    return WorkReport(
        f"甲市:{year}",
        "甲市",
        year,
        "题",
        TextKind.FULL,
        Edition.UNKNOWN,
        "zh",
        source,
        text,
        origin,
        tuple(units),
    )


def laid_out(earlier, later, links):
    """The rows of two outlines; links as `a1 a2 > b1`, moved ones with `!`, partial ones with `?`."""
    made, linked = [], set()
    for entry in links:
        before, after = (tuple(side.strip("!? ").split()) for side in entry.split(">"))
        kind = LinkKind.SPLIT if len(after) > 1 else LinkKind.MERGED if len(before) > 1 else LinkKind.REWORDED
        made.append(
            Link(
                before,
                after,
                kind,
                "!" in entry,
                displaced=False,
                score=0.5,
                matched_by="content",
                partial="?" in entry,
            )
        )
        linked |= {*before, *after} if "?" not in entry else set()
    old, new = report_of(earlier, 2023), report_of(later)
    new_units = tuple(unit.id for unit in new.units if unit.id not in linked and unit.role is not Role.FRAME)
    dropped = tuple(unit.id for unit in old.units if unit.id not in linked and unit.role is not Role.FRAME)
    pair = ChangeReport(old, new, tuple(made), new_units, dropped, (), (), (), (), ())
    return aligned_rows(pair, "p1")


def told(row):
    """A row in one word: `a1|b1`, `a1|` for dropped, `|b1` for new, `@a1` for pointers."""
    if row.pointers:
        return "@" + "+".join(pointer.label for pointer in row.pointers)
    sides = ("+".join(shown.unit.id for shown in side) for side in (row.earlier, row.later))
    return "|".join(sides)


@pytest.mark.parametrize(
    ("earlier", "later", "links", "rows"),
    [
        # linked units stand beside each other
        (["# a1", "a2"], ["# b1", "b2"], ["a1>b1", "a2>b2"], "a1|b1 a2|b2"),
        # what is dropped stays after what it followed
        (["# a1", "a2", "a3"], ["# b1", "b2"], ["a1>b1", "a3>b2"], "a1|b1 a2| a3|b2"),
        (["a1", "a2"], ["b1"], ["a2>b1"], "a1| a2|b1"),
        (["a1", "a2"], ["b1"], ["a1>b1"], "a1|b1 a2|"),
        # several dropped ones keep their order, new ones stand in the later text's order
        (["a1", "a2", "a3"], ["b1", "b2"], ["a1>b1"], "a1|b1 a2| a3| |b2"),
        # nothing in common
        (["a1"], ["b1"], [], "a1| |b1"),
        # a dropped section and its measures stay together
        (["# a1", "a2", "# a3", "a4"], ["# b1", "b2"], ["a1>b1", "a2>b2"], "a1|b1 a2|b2 a3| a4|"),
        # split and merged units share a row
        (["a1"], ["b1", "b2"], ["a1>b1 b2"], "a1|b1+b2"),
        (["a1", "a2"], ["b1"], ["a1 a2>b1"], "a1+a2|b1"),
        # a distant piece of a split leaves a pointer
        (["a1", "a2"], ["b1", "b2", "b3"], ["a1>b1 b3", "a2>b2"], "a1|b1+b3 a2|b2 @b3"),
        # a moved unit stands where it is now and leaves a pointer where it was
        (["a1", "a2", "a3"], ["b3", "b1", "b2"], ["a1>b1", "a2>b2", "a3>b3!"], "a3|b3 a1|b1 a2|b2 @a3"),
        # two moved neighbours leave one pointer row
        (["a1", "a2", "a3"], ["b3", "b2", "b1"], ["a1>b1", "a2>b2!", "a3>b3!"], "a3|b3 a2|b2 a1|b1 @a2+a3"),
        # what followed a moved unit is missed where that unit was, not where it went
        (["a1", "a2", "a3"], ["b2", "b1"], ["a1>b1", "a2>b2!"], "a2|b2 a1|b1 @a2 a3|"),
        # but what is dropped from a moved section is missed in that section
        (["# a1", "# a2", "a3"], ["# b2", "# b1"], ["a1>b1", "a2>b2!"], "a2|b2 a3| a1|b1 @a2"),
        # what was only renumbered needs no pointer
        (["a1", "a2"], ["b2", "b1"], ["a1>b1", "a2>b2"], "a2|b2 a1|b1"),
        # a partial link makes no row
        (["a1", "a2"], ["b1", "b2"], ["a1>b1", "a2>b2", "a1>b2?"], "a1|b1 a2|b2"),
        # what is no part of the report is shown where it stands
        (["~ a1", "a2"], ["b1", "~ b2"], ["a2>b1"], "a1| a2|b1 |b2"),
    ],
)
def test_rows(earlier, later, links, rows):
    assert " ".join(told(row) for row in laid_out(earlier, later, links)) == rows


def test_a_partial_link_is_told_on_both_rows():
    first, second = laid_out(["a1", "a2"], ["b1", "b2"], ["a1>b1", "a2>b2", "a1>b2?"])
    assert [(place.side, place.target) for place in first.also] == [(Side.LATER, "p1-l-b2")]
    assert [(place.side, place.target) for place in second.also] == [(Side.EARLIER, "p1-e-a1")]


def test_what_was_not_compared_is_neither_new_nor_dropped():
    old, new = report_of(["# a1", "a2"], 2023), report_of(["b1"])
    pair = ChangeReport(old, new, (), ("b1",), ("a2",), (), (), (), (), ())
    assert [(told(row), row.outcome) for row in aligned_rows(pair, "p1")] == [
        ("a1|", None),
        ("a2|", Outcome.DROPPED),
        ("|b1", Outcome.NEW),
    ]


def test_what_is_outside_the_report_has_no_outcome():
    rows = laid_out(["~ a1", "a2"], ["b1", "~ b2"], [])
    assert [row.outcome for row in rows] == [None, Outcome.DROPPED, Outcome.NEW, None]


@st.composite
def comparisons(draw):
    """Two outlines with any links between their units, each unit in one link at most."""
    earlier = [
        f"{draw(st.sampled_from(['#', '', '~']))} a{number}" for number in range(draw(st.integers(0, 6)))
    ]
    later = [
        f"{draw(st.sampled_from(['#', '', '~']))} b{number}" for number in range(draw(st.integers(0, 6)))
    ]
    free_earlier = [line[-2:] for line in earlier if "~" not in line]
    free_later = [line[-2:] for line in later if "~" not in line]
    links = []
    while free_earlier and free_later and draw(st.booleans()):
        before = sorted(draw(st.sets(st.sampled_from(free_earlier), min_size=1, max_size=2)))
        after = sorted(draw(st.sets(st.sampled_from(free_later), min_size=1, max_size=2)))
        links.append(f"{' '.join(before)}>{' '.join(after)}{draw(st.sampled_from(['', '!']))}")
        free_earlier = [unit for unit in free_earlier if unit not in before]
        free_later = [unit for unit in free_later if unit not in after]
    return earlier, later, links


@given(comparisons())
def test_every_unit_is_in_one_row_and_the_later_text_keeps_its_order(given_comparison):
    earlier, later, links = given_comparison
    rows = laid_out(earlier, later, links)
    assert sorted(s.unit.id for row in rows for s in row.earlier) == sorted(line[-2:] for line in earlier)
    assert sorted(s.unit.id for row in rows for s in row.later) == sorted(line[-2:] for line in later)
    first = [row.later[0].unit.span for row in rows if row.later]
    assert first == sorted(first)
    alone = [row.earlier[0].unit.span for row in rows if row.earlier and not row.later]
    dropped = [s.unit.span for row in rows for s in row.earlier if not row.later]
    assert alone == dropped
    assert [row for stretch in stretches(rows) for row in stretch.rows] == list(rows)


@pytest.mark.parametrize(
    ("length", "times", "folded"),
    [
        (FOLDED_CHARACTERS, 2, True),
        (FOLDED_CHARACTERS, 1, False),  # one paragraph is quicker read than opened
        (5, 2, False),  # so are two short ones
    ],
)
def test_long_unchanged_stretches_are_folded(length, times, folded):
    lines = [f"a{number}" + "字" * length for number in range(times)]
    text = report_of(lines)
    links = tuple(
        Link((u.id,), (u.id,), LinkKind.KEPT, moved=False, displaced=False, score=1, matched_by="identical")
        for u in text.units
    )
    rows = aligned_rows(ChangeReport(text, text, links, (), (), (), (), (), (), ()), "p1")
    assert [stretch.folded for stretch in stretches(rows)] == ([folded] if times > 1 or folded else [False])


def test_a_changed_row_is_never_folded():
    rows = laid_out(["a1", "a2"], ["b1", "b2"], ["a1>b1", "a2>b2"])
    assert [stretch.folded for stretch in stretches(rows)] == [False, False]


# ---- sentences and marks ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲。乙。", ["甲。", "乙。"]),
        ("甲；乙", ["甲；", "乙"]),
        ("他说：“甲。”乙。", ["他说：“甲。”", "乙。"]),
        ("甲！！乙", ["甲！！", "乙"]),
        ("甲\n乙", ["甲\n", "乙"]),
        ("增长2.5%左右", ["增长2.5%左右"]),
        ("", []),
    ],
)
def test_sentences(text, sentences):
    unit = report_of([f" {text}"]).units[0] if text else unit_of("")
    assert [
        text[s.start - unit.span.start : s.end - unit.span.start] for s in sentences_of(unit)
    ] == sentences


def unit_of(text, start=0, body=0):
    span = Span(start, start + len(text))
    return Unit("m1", Level.MEASURE, Role.PLAN, "", None, None, None, span, start + body, text)


@given(st.text(st.sampled_from("甲乙。；！\n”a1 ")), st.integers(0, 9), st.data())
def test_sentences_cover_a_unit_exactly(text, start, data):
    unit = unit_of(text, start, data.draw(st.integers(0, len(text))))
    spans = sentences_of(unit)
    assert all(len(span) for span in spans)
    assert "".join(text[span.start - start : span.end - start] for span in spans) == text
    assert [span.start for span in spans[1:]] == [span.end for span in spans[:-1]]


def marked_spans(length):
    """Stretches in order that do not overlap."""
    return st.lists(st.integers(0, length), unique=True, max_size=8).map(
        lambda cuts: tuple(
            Marked(Span(low, high), "ins")
            for low, high in zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False)
        )
    )


@given(st.text(st.sampled_from("甲乙。a"), min_size=1, max_size=30), st.data())
def test_pieces_are_the_unit_and_marked_where_the_marks_are(text, data):
    edits, channels, notes = (data.draw(marked_spans(len(text))) for _ in range(3))
    channels = tuple(replace(each, mark="strength", direction=Direction.WEAKER) for each in channels)
    notes = tuple(replace(each, mark="only") for each in notes)
    unit = unit_of(text)
    pieces = [
        piece
        for sentence in shown_unit(
            unit, Anchors("p1", Side.LATER, report_of([" x"])), Marks(edits, channels, notes)
        ).sentences
        for piece in sentence.pieces
    ]
    assert "".join(piece.text for piece in pieces) == text
    offset = 0
    for piece in pieces:
        for place in range(offset, offset + len(piece.text)):
            assert (piece.mark == "ins") == any(m.span.start <= place < m.span.end for m in edits)
            assert (piece.channel == "strength") == any(m.span.start <= place < m.span.end for m in channels)
            assert (piece.note == "only") == any(m.span.start <= place < m.span.end for m in notes)
        if piece.channel:
            assert piece.label == "力度减弱"
        ends = {m.span.end for m in channels}
        assert (piece.sign == "↓") == bool(piece.channel and offset + len(piece.text) in ends)
        offset += len(piece.text)


def test_each_side_shows_its_own_marks():
    edits = (
        Edit(EditKind.EQUAL, Span(0, 2), Span(0, 2)),
        Edit(EditKind.DELETED, Span(2, 3), Span(2, 2)),
        Edit(EditKind.REPLACED, Span(3, 5), Span(2, 3)),
        Edit(EditKind.INSERTED, Span(5, 5), Span(3, 6)),
    )
    number = MeaningChange(Channel.NUMBER, Span(3, 5), Span(2, 3), Span(0, 5), Span(0, 6))
    negation = MeaningChange(Channel.NEGATION, Span(2, 3), Span(2, 2), Span(0, 5), Span(0, 6))
    link = Link(
        ("m1",),
        ("m1",),
        LinkKind.REWORDED,
        moved=False,
        displaced=False,
        score=0.5,
        matched_by="content",
        edits=edits,
        changes=(number, negation),
    )
    assert marks_of(link, Side.EARLIER) == Marks(
        (Marked(Span(2, 3), "del"), Marked(Span(3, 5), "del")),
        (Marked(Span(2, 3), "negation"), Marked(Span(3, 5), "number")),
    )
    assert marks_of(link, Side.LATER) == Marks(
        (Marked(Span(2, 3), "ins"), Marked(Span(3, 6), "ins")), (Marked(Span(2, 3), "number"),)
    )


# ---- places -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("二", "p1-l-3"),  # the sentence that holds it
        ("二句。", "p1-l-3"),
        ("一句。二句", "p1-l-m1"),  # two sentences: the unit
    ],
)
def test_a_quote_leads_to_the_smallest_place_that_holds_it(quote, place):
    text = "一句。二句。三句。"
    work_report = report_of([f" {text}"])
    anchors = Anchors("p1", Side.LATER, work_report)
    start = text.index(quote)
    found = anchors.place(Span(start, start + len(quote)))
    assert found.anchor == place.replace("m1", work_report.units[0].id)
    holder = text if "m1" in place else text[3:6]
    assert holder[found.start : found.end] == quote


@pytest.mark.parametrize("span", [Span(4, 5), Span(99, 100)])
def test_a_span_outside_every_unit_has_no_place(span):
    anchors = Anchors("p1", Side.LATER, report_of([" 一二。", " 三四。"]))
    with pytest.raises(KeyError):
        anchors.place(Span(3, 4) if span.start == 4 else span)
