"""Labels for the stable words that are no enums: reasons, doubts, names of facts.

The packages that give them may learn new ones: the tests walk their tables, and an unknown word is shown as
it is.
"""

from collections.abc import Mapping

from reports.vocabulary import Tone, Word, table

# Stable words of `compare.model.Link.matched_by`.
MATCHED_BY = table(
    {
        "identical": ("文字相同", "identical text", "", Tone.QUIET),
        "content": ("内容相近", "alike in content", "", Tone.QUIET),
        "heading": ("标题相近", "alike in heading", "", Tone.QUIET),
        "measures": ("下属举措对应", "their measures correspond", "", Tone.QUIET),
        "position": ("位置对应", "alike in place", "", Tone.QUIET),
    }
)

# Keys of `compare.model.NotCompared.what`; of text left out in reading it is a key of `LEFT_OUT_REASONS`.
NOT_COMPARED_THINGS = table(
    {
        "targets": ("预期目标", "targets", "", Tone.QUIET),
        "promises": ("承诺兑现", "promises", "", Tone.QUIET),
        "appendix": ("附件", "appendix", "", Tone.QUIET),
        "frame": ("标题、称呼和报道文字", "title, salutations and news frame", "", Tone.QUIET),
        "licence": ("网页版权说明", "licence note of the page", "", Tone.QUIET),
        "caption": ("图片说明", "picture captions", "", Tone.QUIET),
        "page-number": ("页码", "page numbers", "", Tone.QUIET),
        "running-head": ("页眉页脚", "running heads", "", Tone.QUIET),
        "page-frame": ("网页导航等", "what surrounds the text on the web page", "", Tone.QUIET),
        "section": ("章节标题", "headings of sections", "", Tone.QUIET),
    }
)

# Keys of `compare.model.NotCompared.reason`.
NOT_COMPARED_REASONS = table(
    {
        "not yet compared": ("尚未比较", "not yet compared", "", Tone.QUIET),
        "no part of the report": ("不属报告正文", "no part of the report", "", Tone.QUIET),
        "left out in reading": ("读入时略去", "left out in reading", "", Tone.QUIET),
        "the other text has no such headings": (
            "另一文本没有这一类标题",
            "the other text has no such headings",
            "",
            Tone.QUIET,
        ),
    }
)

# Keys of `corpora.cleaning.LEFT_OUT_REASONS`.
LEFT_OUT_REASONS = table(
    {
        "licence": ("网页版权说明", "licence note of the page", "", Tone.QUIET),
        "caption": ("图片说明", "picture caption", "", Tone.QUIET),
        "page-number": ("页码", "page number", "", Tone.QUIET),
        "running-head": ("页眉页脚", "running head", "", Tone.QUIET),
        "page-frame": ("网页导航等", "surrounds the text on the web page", "", Tone.QUIET),
    }
)

# Names of `corpora.model.Fact`.
FACT_NAMES = table(
    {
        "place": ("地方", "place", "", Tone.QUIET),
        "year": ("年份", "year", "", Tone.QUIET),
        "title": ("标题", "title", "", Tone.QUIET),
        "kind": ("文本", "text", "", Tone.QUIET),
        "edition": ("版本", "edition", "", Tone.QUIET),
        "source": ("来源", "source", "", Tone.QUIET),
        "characters": ("字数", "characters", "", Tone.QUIET),
    }
)

# Values of `corpora.model.Fact.found_in`.
FOUND_IN = table(
    {
        "title": ("标题", "title", "", Tone.QUIET),
        "date line": ("会议日期", "date line", "", Tone.QUIET),
        "text": ("正文", "text", "", Tone.QUIET),
        "opening": ("开场白", "opening", "", Tone.QUIET),
        "congress": ("会议名称", "name of the congress", "", Tone.QUIET),
        "file name": ("文件名", "file name", "", Tone.QUIET),
        "command line": ("命令行", "command line", "", Tone.QUIET),
        "made of place and year": ("由地方和年份拼成", "made of place and year", "", Tone.QUIET),
        "opening formula": ("开场白", "opening formula", "", Tone.QUIET),
        "news dateline": ("新闻电头", "news dateline", "", Tone.QUIET),
        "reported speech": ("转述语气", "reported speech", "", Tone.QUIET),
        "no sign of a news report": ("没有新闻报道的迹象", "no sign of a news report", "", Tone.QUIET),
    }
)

# Values of `corpora.model.Unit.role_reason`.
ROLE_REASONS = table(
    {
        "heading": ("标题写明", "heading", "", Tone.QUIET),
        "heading-year": ("标题中的年份", "year in the heading", "", Tone.QUIET),
        "position": ("所在位置", "position", "", Tone.QUIET),
        "inherited": ("随所在章节", "as the section it stands in", "", Tone.QUIET),
        "holds-tasks": ("其下有分列任务", "holds the tasks", "", Tone.QUIET),
        "problems-cue": ("段首承认不足", "admits shortcomings", "", Tone.QUIET),
        "targets-cue": ("段中提出目标", "sets targets", "", Tone.QUIET),
        "governance-cue": ("讲政府自身", "speaks of the government itself", "", Tone.QUIET),
        "closing-cue": ("结尾段落", "closing paragraph", "", Tone.QUIET),
        "farewell": ("结尾号召", "closing call", "", Tone.QUIET),
        "after-farewell": ("结尾之后", "after the closing call", "", Tone.QUIET),
        "follows": ("接着上一段", "goes on from the paragraph before", "", Tone.QUIET),
        "digest-cue": ("报道中的提示语", "cue of the news report", "", Tone.QUIET),
        "enumerated-after-requirements": (
            "要求之后分列",
            "enumerated after the requirements",
            "",
            Tone.QUIET,
        ),
        "front-matter": ("标题、日期、署名", "title, date, name", "", Tone.QUIET),
        "salutation": ("称呼语", "salutation", "", Tone.QUIET),
        "news-frame": ("新闻报道自己的话", "the news report's own words", "", Tone.QUIET),
    }
)

# Codes of `corpora.model.Doubt`; `{detail}` is what was seen.
DOUBTS = table(
    {
        "part-missing": (
            "没有读出这一部分：{detail}",
            "this part was not found: {detail}",
            "?",
            Tone.CHANGED,
        ),
        "no-headings": ("没有读出任何标题", "no heading was found", "?", Tone.CHANGED),
        "year-disagrees": (
            "年份说法不一：{detail}",
            "sources of the year disagree: {detail}",
            "?",
            Tone.CHANGED,
        ),
        "place-disagrees": (
            "地方说法不一：{detail}",
            "sources of the place disagree: {detail}",
            "?",
            Tone.CHANGED,
        ),
    }
)

# Keys of `compare.model.NotCompared.side`.
SIDES = table(
    {
        "earlier": ("前一文本", "earlier text", "", Tone.QUIET),
        "later": ("后一文本", "later text", "", Tone.QUIET),
        "both": ("两个文本", "both texts", "", Tone.QUIET),
    }
)


def reason_label(table: Mapping[str, Word], key: str, language: str) -> str:
    """The label of a stable key, or the key itself where the table does not know it.

    Reasons may come from documents written by a newer version, so an unknown one is shown and not refused.
    """
    return table[key].label(language) if key in table else key
