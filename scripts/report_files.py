"""One invented report as a file of every format that is read: for the tests and for the fuzzer."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import docx

PARAGRAPHS = (
    "2025年澜川市政府工作报告",
    "——2025年1月9日在澜川市第五届人民代表大会第四次会议上",
    "市长 章明",
    "各位代表：",
    "现在，我代表市人民政府，向大会报告政府工作，请予审议，并请市政协委员和列席人员提出意见。",
    "一、2024年工作回顾",
    "过去一年，全市地区生产总值增长5.2%，粮食总产量达到36.5万吨，城镇新增就业4.1万人，居民收入与经济同步增长，生态环境继续改善。",
    "创新能力稳步提升。新增高新技术企业120家，建成省级实验室两个，科技成果转化基金规模达到十亿元，企业研发投入连续五年增长。",
    "同时，我们也清醒看到，经济社会发展还面临不少困难和问题：产业结构不够优，部分企业经营困难，公共服务还有短板。",
    "二、2025年工作安排",
    "今年主要预期目标是：地区生产总值增长5%左右，城镇新增就业4万人以上，居民消费价格涨幅2%左右。",
    "（一）着力扩大有效需求",
    "实施消费提振行动，支持汽车、家电以旧换新，发展夜间经济、首发经济，办好澜川美食节，让群众能消费、敢消费、愿消费。",
    "（二）加快建设现代化产业体系",
    "改造提升传统产业，培育新兴产业，推动数字经济和实体经济融合，建设三个中试基地，新增规模以上工业企业60家。",
    "各位代表！让我们团结一心、奋发有为，为建设美丽富裕的新澜川而努力奋斗！",
)


def as_text(paragraphs: Sequence[str], encoding: str = "utf-8") -> bytes:
    """A text file, a paragraph a line."""
    return "\n".join(paragraphs).encode(encoding)


def as_docx(paragraphs: Sequence[str]) -> bytes:
    """A Word document."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:  # which says when it was made
        return as_zip({name: archive.read(name) for name in archive.namelist()})


def as_html(paragraphs: Sequence[str]) -> bytes:
    """A page in the manner of a government site: navigation, a trail, the text, a foot."""
    title, *body = paragraphs
    text = "".join(f"<p style='text-indent:2em'>　　{each}</p>\n" for each in body)
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>政府工作报告_澜川市人民政府</title>"
        "<style>p{margin:0}</style></head><body>"
        "<div class='nav'><a href='/'>首页</a><a href='/zw'>政务公开</a></div>"
        f"<h1>{title}</h1><div>发布时间：2025-01-15 来源：市政府办公室</div>"
        f"<div class='TRS_Editor'>{text}</div>"
        "<div class='foot'>版权所有：澜川市人民政府办公室。网站标识码0000000000</div>"
        "<script>var a='。';</script></body></html>"
    ).encode()


def as_pdf(paragraphs: Sequence[str]) -> bytes:
    """Pages of 20 lines of 30 characters, first lines indented by two, with a page number at the foot."""
    lines = []
    for text in paragraphs:
        padded = "\u3000\u3000" + text
        lines += [padded[start : start + 30] for start in range(0, len(padded), 30)]
    pages = [lines[start : start + 20] for start in range(0, len(lines), 20)]
    return _pdf([[*page, f"\u3000\u3000- {number} -"] for number, page in enumerate(pages, 1)])


def as_columns_pdf(paragraphs: Sequence[str], *, row_by_row: bool = False) -> bytes:
    """The same in two columns of 16 characters below a title that goes across, as bulletins are set.

    Args:
        paragraphs: the title and the text.
        row_by_row: whether the lines are drawn from left to right, as some programs do, and not by column.
    """
    title, *body = paragraphs
    lines = []
    for text in body:
        padded = "\u3000\u3000" + text
        lines += [padded[start : start + 16] for start in range(0, len(padded), 16)]
    pages = []
    for number, start in enumerate(range(0, len(lines), 40), 1):
        placed = [(_Place(180, 790), title)] if number == 1 else []
        for index, line in enumerate(lines[start : start + 40]):
            column, row = divmod(index, 20)
            placed.append((_Place(60 + 250 * column, 740 - 30 * row), line))
        if row_by_row:
            placed.sort(key=lambda each: -each[0].height)
        pages.append([*placed, (_Place(290, 40), f"- {number} -")])
    return _placed_pdf(pages)


class _Place(NamedTuple):
    """Where a line is drawn, in points."""

    left: int
    height: int


def _pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF of lines one below the other, the last of a page at its foot."""
    return _placed_pdf(
        [
            [
                (_Place(72, 760 - 30 * row if row < len(page) - 1 else 40), line)
                for row, line in enumerate(page)
            ]
            for page in pages
        ]
    )


def _placed_pdf(pages: Sequence[Sequence[tuple[_Place, str]]]) -> bytes:
    """A PDF with text in a font of fixed width that is not embedded; enough for the text layer."""
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(pages)))
    collection = "<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        f"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo{collection}>>",
    ]
    for index, page in enumerate(pages):
        drawn = []
        for place, line in page:
            left = place.left + 14 * (len(line) - len(line.lstrip("\u3000")))
            text = line.lstrip("\u3000").encode("utf-16-be").hex()
            drawn.append(f"BT /F 14 Tf {left} {place.height} Td <{text}> Tj ET")
        stream = "\n".join(drawn)
        bodies.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {6 + 2 * index} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        bodies.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(content))
        content += f"{number} 0 obj{body}endobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(bodies) + 1
    tail = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R>>"
    tail += f"\nstartxref\n{len(content)}\n%%EOF\n"
    return content + tail.encode("latin-1")


def as_doc(paragraphs: Sequence[str]) -> bytes:
    """A Word 97 document: the text as one piece of 16-bit characters, in a compound file."""
    text = "".join(f"{each}\r" for each in paragraphs)
    block = bytearray(0x800)
    struct.pack_into("<H", block, 0, 0xA5EC)
    struct.pack_into("<H", block, 0x0A, 0x0200)
    struct.pack_into("<I", block, 0x4C, len(text))
    struct.pack_into("<II", block, 0x1A2, 0, 21)
    table = struct.pack("<BIIIHIH", 2, 16, 0, len(text), 0, len(block), 0)
    return compound_file({"WordDocument": bytes(block) + text.encode("utf-16-le"), "1Table": table})


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """A container of the old Office formats with these streams, each padded to whole sectors."""
    padded = {
        name: data.ljust(max(4096, -(-len(data) // 512) * 512), b"\0") for name, data in streams.items()
    }
    fat, start, entries = [0xFFFFFFFD, 0xFFFFFFFE], 2, []
    for name, data in padded.items():
        count = len(data) // 512
        entries.append(_directory_entry(name, 2, (start, len(data)), len(entries) + 2))
        fat += [*range(start + 1, start + count), 0xFFFFFFFE]
        start += count
    entries[-1] = entries[-1][:0x48] + struct.pack("<I", 0xFFFFFFFF) + entries[-1][0x4C:]
    root = _directory_entry("Root Entry", 5, (0xFFFFFFFE, 0), child=1)
    directory = b"".join([root, *entries]).ljust(512, b"\0")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack(
        "<HHHHH6xIII4xIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", *fat, *[0xFFFFFFFF] * (128 - len(fat)))
    return header + table + directory + b"".join(padded.values())


def _directory_entry(
    name: str, kind: int, place: tuple[int, int], sibling: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF
) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, 0xFFFFFFFF, sibling, child)
    return head + bytes(36) + struct.pack("<IQ", *place)


def as_zip(files: Mapping[str, bytes]) -> bytes:
    """A zip archive with marked names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)  # with a date that is always the same
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def as_gbk_zip(files: Mapping[str, bytes]) -> bytes:
    """An archive as Chinese Windows makes it: names in GBK, without a mark that says so."""
    out, directory = b"", b""
    for name, data in files.items():
        raw, sizes = name.encode("gbk"), struct.pack("<III", zlib.crc32(data), len(data), len(data))
        directory += struct.pack("<IHHHHHH", 0x02014B50, 20, 20, 0, 0, 0, 33) + sizes
        directory += struct.pack("<HHHHHII", len(raw), 0, 0, 0, 0, 0, len(out)) + raw
        out += struct.pack("<IHHHHH", 0x04034B50, 20, 0, 0, 0, 33) + sizes
        out += struct.pack("<HH", len(raw), 0) + raw + data
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(files), len(files), len(directory), len(out), 0)
    return out + directory + end


MAKERS = {"txt": as_text, "docx": as_docx, "html": as_html, "pdf": as_pdf, "doc": as_doc}
