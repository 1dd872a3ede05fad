"""The words of a comparison of editions, in the form of a briefing on the deputies' amendments."""

from msgspec import Struct

from compare.editions.model import RevisionKind
from reports.words.language import Language
from reports.words.vocabulary import Tone, table

REVISION_KINDS = table(
    {
        RevisionKind.ADDED: ("增加", "added", "+", Tone.NEW),
        RevisionKind.DELETED: ("删除", "deleted", "-", Tone.GONE),
        RevisionKind.CHANGED: ("修改", "changed", "~", Tone.CHANGED),
        RevisionKind.MOVED: ("移位", "moved", "%", Tone.MOVED),
    }
)


class EditionWords(Struct, frozen=True):
    """Fixed words; those with braces are templates for `str.format`."""

    title: str
    earlier: str
    later: str
    summary: str
    none: str
    by_kind: str
    length: str
    longer: str
    shorter: str
    same_length: str
    channels: str
    channel: str
    minor_summary: str
    minor: str
    opening: str
    closing: str
    at_heading: str
    at_paragraph: str
    added: str
    added_before: str
    added_first: str
    added_paragraphs: str
    added_paragraphs_before: str
    deleted: str
    deleted_after: str
    deleted_before: str
    deleted_paragraphs: str
    changed: str
    moved: str
    moved_paragraphs: str
    heading: str
    paragraph: str
    this_paragraph: str
    of_section: str
    of_part: str
    to_after: str
    to_after_there: str
    to_start: str
    to_behind: str
    to_before: str
    on_its_own: str
    follows: str
    reworded: str
    reworded_below: str
    marked: str
    as_delivered: str
    as_adopted: str
    typesetting: str
    spaces: str
    forms: str
    breaks: str
    page_lines: str
    not_compared_line: str
    frame: str
    appendix: str
    comma: str
    path: str


ZH = EditionWords(
    title="{place}{year}年政府工作报告的修改",
    earlier="原稿",
    later="修改稿",
    summary="共修改 {count} 处：{kinds}。",
    none="除标点、序号和排版外，两个文本文字相同。",
    by_kind="{kind} {count} 处",
    length="原稿 {earlier:,} 字，修改稿 {later:,} 字，{difference}。",
    longer="净增 {count:,} 字",
    shorter="净减 {count:,} 字",
    same_length="字数相同",
    channels="其中涉及{list}。",
    channel="{channel} {count} 处",
    minor_summary="另有标点 {punctuation} 处、标题序号 {numbering} 处，列在最后，不计入总数。",
    minor="标点和标题序号",
    opening="各部分之前",
    closing="结束语",
    at_heading="标题：",
    at_paragraph="第{number}段：",
    added="在“{after}”后增加“{new}”。",
    added_before="在“{before}”前增加“{new}”。",
    added_first="在段首增加“{new}”。",
    added_paragraphs="其后增加{count}段：“{new}”",
    added_paragraphs_before="其前增加{count}段：“{new}”",
    deleted="删除“{old}”。",
    deleted_after="删除“{after}”后的“{old}”。",
    deleted_before="删除“{before}”前的“{old}”。",
    deleted_paragraphs="删除{count}段：“{old}”",
    changed="将“{old}”修改为“{new}”。",
    moved="将“{old}”移至{where}{reworded}。",
    moved_paragraphs="将“{old}”（{count}段）移至{where}{reworded}。",
    heading="标题",
    paragraph="第{number}段",
    this_paragraph="本段",
    of_section="“{section}”{where}",
    of_part="{section}{where}",
    to_after="“{after}”后",
    to_after_there="{where}“{after}”后",
    to_start="{where}开头",
    to_behind="{where}之后",
    to_before="{where}之前",
    on_its_own="，单独成段",
    follows="（接在第{number}处之后）",
    reworded="，并修改为“{new}”",
    reworded_below="，文字有修改",
    marked="〔{list}〕",
    as_delivered="原稿",
    as_adopted="修改稿",
    typesetting="排版差异不计为修改：{list}。",
    spaces="空格 {count} 处",
    forms="全半角、引号、破折号等字形 {count} 处",
    breaks="分段 {count} 处",
    page_lines="略去的页码和页眉 {count} 行",
    not_compared_line="未作比较：{side}中的{what} {count} 行，另一文本没有对应文字：{excerpt}",
    frame="标题、称呼和报道文字",
    appendix="附件",
    comma="，",
    path=" / ",
)

EN = EditionWords(
    title="Revision of the {year} work report of {place}",
    earlier="delivered",
    later="revised",
    summary="Places revised: {count} ({kinds}).",
    none="Apart from punctuation, numbers of headings and typesetting, both texts have the same words.",
    by_kind="{count} {kind}",
    length="Delivered: {earlier:,} characters; revised: {later:,}; {difference}.",
    longer="{count:,} more",
    shorter="{count:,} fewer",
    same_length="the same length",
    channels="Among them: {list}.",
    channel="{channel} {count}",
    minor_summary="Listed last, not counted: punctuation {punctuation}, numbers of headings {numbering}.",
    minor="Punctuation and numbers of headings",
    opening="Before the first section",
    closing="Closing words",
    at_heading="Heading: ",
    at_paragraph="Paragraph {number}: ",
    added="after “{after}” add “{new}”.",
    added_before="before “{before}” add “{new}”.",
    added_first="at the start of the paragraph add “{new}”.",
    added_paragraphs="behind it, paragraphs added ({count}): “{new}”",
    added_paragraphs_before="before it, paragraphs added ({count}): “{new}”",
    deleted="“{old}” is deleted.",
    deleted_after="after “{after}”, “{old}” is deleted.",
    deleted_before="before “{before}”, “{old}” is deleted.",
    deleted_paragraphs="paragraphs deleted ({count}): “{old}”",
    changed="“{old}” becomes “{new}”.",
    moved="“{old}” moves {where}{reworded}.",
    moved_paragraphs="“{old}” (paragraphs: {count}) moves {where}{reworded}.",
    heading="the heading",
    paragraph="paragraph {number}",
    this_paragraph="the paragraph",
    of_section="{where} of “{section}”",
    of_part="{where} ({section})",
    to_after="after “{after}”",
    to_after_there="after “{after}” in {where}",
    to_start="to the start of {where}",
    to_behind="behind {where}",
    to_before="before {where}",
    on_its_own=", as a paragraph of its own",
    follows=" (following no. {number})",
    reworded=" and becomes “{new}”",
    reworded_below=", with changes",
    marked=" [{list}]",
    as_delivered="delivered",
    as_adopted="revised",
    typesetting="Typesetting is no revision: {list}.",
    spaces="white space {count}",
    forms="width, quotation marks, dashes {count}",
    breaks="paragraph breaks {count}",
    page_lines="page numbers and running heads left out {count}",
    not_compared_line="Not compared: {side}, {what}, lines that only this text has ({count}): {excerpt}",
    frame="title, salutation, news copy",
    appendix="annexes",
    comma=", ",
    path=" / ",
)


def edition_words(language: str) -> EditionWords:
    """The words of a language; English for every language but Chinese."""
    return ZH if language == Language.ZH else EN
