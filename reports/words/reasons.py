"""Labels for the stable words that are no enums: reasons, doubts, names of facts.

The packages that give them may learn new ones: the tests walk their tables, and an unknown word is shown as
it is.
"""

from collections.abc import Mapping

from reports.words.vocabulary import Tone, Word, table

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

# Names of `compare.wording.ladders.LADDERS`: what became stronger or weaker.
LADDER_NAMES = table(
    {
        "stage": ("工作阶段", "stage of the work", "", Tone.QUIET),
        "ban": ("禁止程度", "ban", "", Tone.QUIET),
        "stance": ("政府作用", "stance", "", Tone.QUIET),
        "drive": ("推进力度", "drive", "", Tone.QUIET),
        "degree": ("程度", "degree", "", Tone.QUIET),
        "strictness": ("严格程度", "strictness", "", Tone.QUIET),
        "resolve": ("坚决程度", "resolve", "", Tone.QUIET),
        "rollout": ("铺开程度", "roll-out", "", Tone.QUIET),
        "scope": ("范围", "scope", "", Tone.QUIET),
        "firmness": ("承诺程度", "commitment", "", Tone.QUIET),
        "reserve": ("把握程度", "certainty", "", Tone.QUIET),
        "bound": ("分寸", "bound", "", Tone.QUIET),
        "relation": ("对照关系", "relation", "", Tone.QUIET),
        "pace": ("节奏", "pace", "", Tone.QUIET),
    }
)

# Keys of `compare.undertakings.model.PromiseAnswer.reason`.
PROMISE_REASONS = table(
    {
        "figure of the target": ("目标数据", "the figure of the target", "", Tone.QUIET),
        "names it": ("明确提到", "names it", "", Tone.QUIET),
        "names part of it": ("部分提到", "names part of it", "", Tone.QUIET),
        "not found": ("未见", "not found", "", Tone.QUIET),
    }
)

# Keys of `compare.undertakings.model.Inconsistency.kind`.
INCONSISTENCY_KINDS = table(
    {
        "sum_differs": ("分项之和与总数不符", "the parts do not add up", "", Tone.QUIET),
        "two_values": ("同一指标有两个数值", "one indicator has two values", "", Tone.QUIET),
        "growth_differs": ("增速与两年数值不符", "growth and levels do not agree", "", Tone.QUIET),
    }
)

# Keys of `compare.model.NotCompared.what`; of text left out in reading it is a key of `LEFT_OUT_REASONS`.
NOT_COMPARED_THINGS = table(
    {
        "targets": ("预期目标", "targets", "", Tone.QUIET),
        "promises": ("承诺兑现", "undertakings", "", Tone.QUIET),
        "outcomes": ("目标完成情况", "outcomes of targets", "", Tone.QUIET),
        "appendix": ("附件", "appendix", "", Tone.QUIET),
        "frame": ("标题、称呼和报道文字", "title, salutations and news frame", "", Tone.QUIET),
        "licence": ("网页版权说明", "licence note of the page", "", Tone.QUIET),
        "caption": ("图片说明", "picture captions", "", Tone.QUIET),
        "markdown": ("Markdown 标记", "mark of Markdown", "", Tone.QUIET),
        "ornament": ("分隔符号", "a line without words", "", Tone.QUIET),
        "page-jump": ("转版提示", "continued elsewhere in the newspaper", "", Tone.QUIET),
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
        "reviews another year": (
            "后一文本没有回顾前一文本所说的年份",
            "the later text does not review the year of the earlier one",
            "",
            Tone.QUIET,
        ),
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
        "markdown": ("Markdown 标记", "mark of Markdown", "", Tone.QUIET),
        "ornament": ("分隔符号", "a line without words", "", Tone.QUIET),
        "page-jump": ("转版提示", "continued elsewhere in the newspaper", "", Tone.QUIET),
        "page-number": ("页码", "page number", "", Tone.QUIET),
        "running-head": ("页眉页脚", "running head", "", Tone.QUIET),
        "page-frame": ("网页导航等", "surrounds the text on the web page", "", Tone.QUIET),
    }
)

# Names of `corpora.model.Fact`.
FACT_NAMES = table(
    {
        "place": ("地方", "place", "", Tone.QUIET),
        "level": ("政府层级", "level of government", "", Tone.QUIET),
        "year": ("年份", "year", "", Tone.QUIET),
        "session date": ("会议日期", "date of the session", "", Tone.QUIET),
        "script": ("字体", "script", "", Tone.QUIET),
        "title": ("标题", "title", "", Tone.QUIET),
        "kind": ("文本", "text", "", Tone.QUIET),
        "edition": ("版本", "edition", "", Tone.QUIET),
        "source": ("来源", "source", "", Tone.QUIET),
        "characters": ("字数", "characters", "", Tone.QUIET),
    }
)

# Values of the facts `level`, `edition` and `script`; edition's words are those of `corpora.model.Edition`.
FACT_VALUES = table(
    {
        "national": ("国家", "national", "", Tone.QUIET),
        "province": ("省级", "province", "", Tone.QUIET),
        "city": ("市级", "city", "", Tone.QUIET),
        "county": ("县级", "county", "", Tone.QUIET),
        "township": ("乡级", "township", "", Tone.QUIET),
        "simplified": ("简体", "simplified", "", Tone.QUIET),
        "traditional": ("繁体", "traditional", "", Tone.QUIET),
    }
)

# Values of `corpora.model.Fact.found_in`.
FOUND_IN = table(
    {
        "title": ("标题", "title", "", Tone.QUIET),
        "headline": ("新闻标题", "headline", "", Tone.QUIET),
        "date line": ("会议日期", "date line", "", Tone.QUIET),
        "text": ("正文", "text", "", Tone.QUIET),
        "opening": ("开场白", "opening", "", Tone.QUIET),
        "office and name": ("署名", "office and name", "", Tone.QUIET),
        "congress": ("会议名称", "name of the congress", "", Tone.QUIET),
        "file name": ("文件名", "file name", "", Tone.QUIET),
        "name of the place": ("地名", "name of the place", "", Tone.QUIET),
        "characters": ("用字", "characters", "", Tone.QUIET),
        "editor's note": ("编者说明", "editor's note", "", Tone.QUIET),
        "no sign": ("没有迹象", "no sign of it", "", Tone.QUIET),
        "manifest": ("清单文件", "manifest", "", Tone.QUIET),
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
        "year-told": ("段首写明年份", "the year it opens with", "", Tone.QUIET),
        "before-aims": ("在今年目标之前", "before this year's aims", "", Tone.QUIET),
        "after-aims": ("在今年目标之后", "after this year's aims", "", Tone.QUIET),
        "targets-cue": ("段中提出目标", "sets targets", "", Tone.QUIET),
        "governance-cue": ("讲政府自身", "speaks of the government itself", "", Tone.QUIET),
        "governance-words": ("通篇讲政府自身", "its words are about the government itself", "", Tone.QUIET),
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
        "part-without-heading": (
            "这一部分没有标题：{detail}",
            "this part has no heading: {detail}",
            "?",
            Tone.CHANGED,
        ),
        "numbering-gap": ("编号不连续：{detail}", "a gap in the numbering: {detail}", "?", Tone.CHANGED),
        "no-headings": ("没有读出任何标题", "no heading was found", "?", Tone.CHANGED),
        "year-disagrees": (
            "年份说法不一：{detail}",
            "sources of the year disagree: {detail}",
            "?",
            Tone.CHANGED,
        ),
        "bad-characters": (
            "有 {detail} 个字符无法读出",
            "{detail} characters could not be read",
            "?",
            Tone.CHANGED,
        ),
        "merge-conflict": (
            "有 {detail} 处合并冲突没有解决",
            "merge conflicts that are not resolved: {detail}",
            "?",
            Tone.CHANGED,
        ),
        "same-text": ("与此文件文字相同：{detail}", "the same text as {detail}", "=", Tone.QUIET),
        "another-text": (
            "同一地方和年份还有：{detail}",
            "another text of this place and year: {detail}",
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

# Words of what `crossyear outline` shows besides the parts.
OUTLINE_WORDS = table(
    {
        "livelihood": ("民生实事", "Livelihood projects", "", Tone.QUIET),
        "glossary": ("名词解释", "Glossary", "", Tone.QUIET),
        "count": ("数量", "number", "", Tone.QUIET),
        "time": ("时态", "tense", "", Tone.QUIET),
        "planned": ("今年安排", "promised", "", Tone.QUIET),
        "done": ("已经完成", "reported as done", "", Tone.QUIET),
        "listed": ("列出", "listed", "", Tone.QUIET),
        "sentence": ("原文", "text", "", Tone.QUIET),
        "term": ("名词", "term", "", Tone.QUIET),
        "meaning": ("解释", "explanation", "", Tone.QUIET),
        "nothing-to-check": ("没有需要核对之处。", "Nothing to check.", "", Tone.QUIET),
    }
)

# Words of the list that `crossyear corpus list` shows.
CORPUS_WORDS = table(
    {
        "title": ("{folder} 中的报告", "Reports in {folder}", "", Tone.QUIET),
        "count": (
            "{places} 个地方的 {reports} 份报告，{unread} 个文件未能读入",
            (
                "{reports} {reports:report|reports} of {places} {places:place|places}; "
                "{unread} {unread:file|files} could not be read"
            ),
            "",
            Tone.QUIET,
        ),
        "left-out-count": (
            "，按清单不读 {count} 个",
            "; {count} left out, as the manifest says",
            "",
            Tone.QUIET,
        ),
        "place": ("地方", "place", "", Tone.QUIET),
        "year": ("年份", "year", "", Tone.QUIET),
        "kind": ("文本", "text", "", Tone.QUIET),
        "format": ("格式与编码", "read as", "", Tone.QUIET),
        "unread": ("未能读入的文件", "Files that could not be read", "", Tone.QUIET),
        "file": ("文件", "file", "", Tone.QUIET),
        "left-out": ("按清单不读的文件", "Files left out, as the manifest says", "", Tone.QUIET),
        "added": ("已加入 {folder}", "Added to {folder}", "", Tone.QUIET),
        "nothing-added": ("{folder} 没有新加入的文件", "Nothing was added to {folder}", "", Tone.QUIET),
        "there-already": (
            "原来就有，内容相同：{files}",
            "There already, with the same content: {files}",
            "",
            Tone.QUIET,
        ),
        "verified": ("核对 {folder}", "Verified {folder}", "", Tone.QUIET),
        "status": ("核对结果", "result", "", Tone.QUIET),
        "verified-count": ("{files} 个文件：{told}", "{files} {files:file|files}: {told}", "", Tone.QUIET),
        "first-time": (
            "此前没有记录；现状已记录，供下次核对",
            "Nothing was recorded before; how they are now is recorded for the next time",
            "",
            Tone.QUIET,
        ),
        "removed": (
            "从缓存中清除了 {count} 项不再需要的内容",
            "{count} {count:entry|entries} of the cache that nothing needs any more {count:was|were} removed",
            "",
            Tone.QUIET,
        ),
    }
)

# Keys of `corpora.record.Status`.
FILE_STATUSES = table(
    {
        "same": ("未变", "as before", "=", Tone.QUIET),
        "new": ("新增", "new", "+", Tone.NEW),
        "changed": ("已变", "changed", "~", Tone.CHANGED),
        "gone": ("不在", "gone", "-", Tone.GONE),
        "misread": ("内容未变，读法不同", "same bytes, read otherwise than was kept", "!", Tone.CHANGED),
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
