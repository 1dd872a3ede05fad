"""Chinese work reports: sentence marks, enumeration styles, cues; no year's terms in here."""

import re

from corpora.model import Role

# -- sentences and lines ---------------------------------------------------------------------------

SENTENCE_ENDS = "。！？；：…!?;:”）」』》)"  # a line that ends so is complete
CANNOT_BEGIN = "，。；：、！？）”》」』％%,;:!?)]"  # no paragraph begins so: the line before was torn
CANNOT_END = "，、（“《「『(,"  # no paragraph ends so: the next line belongs to it
DIGITS = "0-9０-９"
NUMERALS = "一二三四五六七八九十百零〇"

# A heading stands in a line of its own, is short, and holds no finished sentence.
_LONGEST_HEADING = 45


_ITEM = re.compile(rf"[{NUMERALS}]+是|——")


def is_heading_like(line: str) -> bool:
    """Whether a line could be a heading: short, with no sentence inside, and no item that must end with a stop."""
    return len(line) <= _LONGEST_HEADING and not re.search(r"[。！？；]", line) and not _ITEM.match(line)


MID_SENTENCE = re.compile(r"^[的了和与及等地得着过]")  # particles that cannot open a paragraph
NUMBERED = re.compile(
    rf"^(?:第[{NUMERALS}]+(?:部分|章|节)|[{NUMERALS}]+、|[（(][{NUMERALS}]+[）)]|[{DIGITS}]{{1,2}}[.．、])"
)
# a line that opens like this is a paragraph of its own, whatever stands before it
BEGINS_PARAGRAPH = re.compile(
    rf"^(?:第[{NUMERALS}]+(?:部分|章|节|[，,])|[{NUMERALS}]{{1,3}}、|[（(][{NUMERALS}]{{1,3}}[）)]|"
    rf"[{NUMERALS}]是|——|－－|--|●|◆|■|各位代表|[①-⑳])"
)
TITLE_LINE = re.compile(
    r"(?:工作报告$|^[——－-]*\s*[0-9０-９二〇○零一三四五六七八九十]+\s*年.*(?:会议|大会)上?[）)]?$|^目\s*录$)"
)
CONTENTS_LINE = re.compile(r"^目\s*[录次]$")
SALUTATION = re.compile(r"^(?:各位代表|各位委员|同志们|主席团、?各位代表)[！：:!，,。]?$")
OPENING_FORMULA = re.compile(
    r"我?(?:受|代表).{0,30}(?:政府|国务院|人民委员会).{0,30}报告.{0,6}(?:政府)?工作|向大会报告.{0,8}工作|向大会作.{0,8}工作报告"
)

# -- what is no part of the report -----------------------------------------------------------------

LICENCE_TAIL = re.compile(
    r"^本作品(?:是|在|来自|原文|的|最早|之).{0,200}?(?:公有领域|著作权|版权)", re.MULTILINE | re.DOTALL
)
PHOTO_CREDIT = re.compile(
    r"^(?:\S{0,8}记者\s*[\u4e00-\u9fff·、 　]{2,24}[摄影]$|.{0,30}(?:记者|通讯员).{2,24}摄[）)]?$|摄影[：:]|图片来源|\S{2,10}摄$|图为)"
)
LONGEST_CAPTION = 40

# -- enumeration -----------------------------------------------------------------------------------

# (style, pattern, rank): a lower rank holds the higher ones. 一、 -> （一） -> 1. -> （1） is the official order
# (GB/T 9704); a report may leave out ranks. Half-width brackets stand in a sixth of the provincial reports.
MARKERS: tuple[tuple[str, re.Pattern[str], int], ...] = (
    ("part", re.compile(rf"第[{NUMERALS}]+(?:部分|章)[：:、\s]?"), 0),
    ("han", re.compile(rf"[{NUMERALS}]{{1,3}}、"), 1),
    ("bracketed-han", re.compile(rf"[（(][{NUMERALS}]{{1,3}}[）)]、?"), 2),
    ("arabic", re.compile(rf"[{DIGITS}]{{1,2}}(?:[.．](?![{DIGITS}])|、)"), 3),
    ("bracketed-arabic", re.compile(rf"[（(][{DIGITS}]{{1,2}}[）)]"), 4),
)
# marks of items: a measure, never a section
ITEM_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("item-is", re.compile(rf"[{NUMERALS}]{{1,2}}(?:是|要)(?=[\u4e00-\u9fff“])")),
    ("item-ordinal", re.compile(rf"第[{NUMERALS}]{{1,2}}[，,、]|首先[，,]|其次[，,]|最后[，,]")),
    ("dash", re.compile(r"——|－－|--|—(?=[\u4e00-\u9fff])")),
    ("bullet", re.compile(r"[●◆■★▲○◎◇□•·]\s*")),
    ("circled", re.compile(r"[①-⑳]")),
)

# an entry of a glossary: number, term, colon; a full-width stop may stand right before a figure (３．10种有色金属：)
GLOSSARY = re.compile(r"名词(?:解释|注释|说明)|有关(?:用语|内容|名词).{0,4}(?:解释|注释|说明)|^解释$|^注释$")
GLOSSARY_ENTRY = re.compile(
    rf"(?P<number>[{DIGITS}]{{1,3}}[.．、]|[（(][{DIGITS}]{{1,3}}[）)]|[①-⑳])\s*(?P<term>[^：:。；]{{1,60}}?)(?:[：:]|——)"
)

# -- livelihood projects (民生实事) ----------------------------------------------------------------

_COUNT = rf"(?P<count>[{DIGITS}]{{1,3}}|[{NUMERALS}]{{1,4}})\s*(?P<word>大类|个?方面|[件项类个大])"
_PARTS = rf"(?:(?P<parts>[{DIGITS}]{{1,3}}|[{NUMERALS}]{{1,4}})\s*(?P<part_word>[件项个]))?"
_PROJECTS = r"(?:民生实事|惠民实事|为?民办?实事|实事项目|民生(?:工程|项目)|为民(?:办)?实事)"
# 15件民生实事, 10大类55项民生实事, 30项省委省政府为民办实事项目; and the other way round: 民生实事28项
LIVELIHOOD = (
    re.compile(rf"{_COUNT}{_PARTS}[\u4e00-\u9fff]{{0,8}}?{_PROJECTS}"),
    re.compile(rf"{_PROJECTS}(?:项目)?{_COUNT}{_PARTS}(?=[，。；、！]|$)"),
)

# -- roles -----------------------------------------------------------------------------------------

# Cues in the heading of a part, tried in this order: the first that fits decides. Governance before plan, because
# 自身建设 headings often say 工作; review before plan, because 工作回顾 holds 工作.
HEADING_CUES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.APPENDIX, re.compile(r"名词解释|名词注释|名词说明|有关用语|注释$|^附件|^附[：:]|附录|^解释$")),
    (
        Role.GOVERNANCE,
        re.compile(
            r"(?:政府|自身)(?:的)?(?:自身)?建设|政府(?:治理)?效能|施政(?:能力|水平)|建设人民满意|(?:法治|服务型|廉洁|有为)政府|政府职能|治理能力建设$|履职(?:能力|尽责|效能)"
        ),
    ),
    (
        Role.REVIEW,
        re.compile(
            r"回顾|[一二三四五六七八九十几近多]年来|(?:过去|去年|上年|五年来).{0,12}(?:工作|成就|发展)|工作(?:总结|情况|的基本情况)|取得的?(?:主要|新的|重大|巨大)?成(?:就|绩)"
        ),
    ),
    (
        Role.REQUIREMENTS,
        re.compile(
            r"总体(?:要求|部署|思路|目标)|(?:主要|预期|发展|奋斗)目标|政策取向|指导思想|基本(?:思路|方针|任务)|形势|(?:时期|今后五年|未来五年).{0,16}(?:目标|任务|举措|发展|工作)|规划(?:纲要)?"
        ),
    ),
    (
        Role.PLAN,
        re.compile(
            r"(?:重点|主要|政府|中心)?(?:工作)?任务|重点工作|工作(?:安排|部署|重点|建议|的建议)|今年(?:的)?(?:工作|主要工作)|抓好.{0,10}工作|做好.{0,16}工作|工作$"
        ),
    ),
)
PROBLEMS_CUE = re.compile(
    r"(?:清醒|清楚|深刻|充分|也)(?:地)?(?:看到|认识|意识)[^。]{0,60}(?:困难|问题|挑战|不足|短板|矛盾|差距)"
    r"|(?:[还仍]面临|存在)[^。]{0,24}(?:困难|问题|不足|短板)[^。]{0,6}(?:。|：|，主要)"
    r"|(?:肯定|看到|总结)(?:去年)?成绩的同时|工作(?:中)?(?:还|仍)(?:存在|有)[^。]{0,16}(?:不足|差距|问题)"
)
GOVERNANCE_CUE = re.compile(
    r"对政府(?:工作|自身建设|建设)[^。]{0,10}(?:提出|要求)|(?:加强|推进|抓好|全面)[^。]{0,6}政府自身建设|各级政府(?:及其|和)(?:部门|工作人员)"
)
CLOSING_CUE = re.compile(
    r"^(?:我们)?(?:要|将|必须)?[^。]{0,24}(?:民族共同体|民族团结|民族区域自治|多民族国家|宗教工作|宗教政策|侨务|国防和军队|国防动员|一国两制|港人治港|对台|台湾|和平外交|外交政策|和平、发展|大家庭)"
    r"|^(?:过去|一)(?:一)?年[^。]{0,12}国防和军队|^面对世界[^。]{0,20}(?:变化|局势|格局)"
)
FAREWELL_CUE = re.compile(
    r"让我们|更加紧密地?团结|团结奋斗|同心同德|为(?:全面)?(?:建设|实现|夺取|谱写)[^。]{0,60}(?:奋斗|贡献|新篇章|篇章)"
)
LEADING_SALUTATION = re.compile(r"^(?:各位代表|各位委员|同志们)[！：:!，,]\s*")
TARGETS_CUE = re.compile(r"预期目标|总体要求|指导思想|主要目标")
# what opens the plan of a text without headings
THIS_YEAR_AIMS = re.compile(
    rf"(?:今年|新的一年|[{DIGITS}]{{4}}年)[^。]{{0,30}}(?:总体要求|(?:预期|发展|主要|奋斗)目标|(?:重点|主要)(?:工作|任务)|工作(?:安排|部署|思路))"
)
NEXT_PLAN_CUE = re.compile(r"规划")  # the next five-year plan is drawn up in the year before it begins
LEAD_IN = re.compile(r"(?:做|抓|办|推进|完成|落实|突出)[^。：]{0,30}(?:工作|方面|任务|事项)[。：:]$")

# -- facts -----------------------------------------------------------------------------------------

STATE_COUNCIL_PLACE = "中华人民共和国"
STATE_COUNCIL = re.compile(r"国务院|中华人民共和国|^全国$|^中国$")
_YEAR = rf"(?P<year>[12１２][{DIGITS}]{{3}}|[一二][〇○零一二三四五六七八九]{{3}})"
TITLE = re.compile(
    rf"^(?:{_YEAR}年(?:度)?)?[（(]?(?P<place>[\u4e00-\u9fff]{{2,24}}?)?(?:{_YEAR.replace('year', 'late')}年)?(?:人民)?政府工作报告(?P<note>[（(].*[）)])?$"
)
SESSION_DATE = re.compile(
    rf"{_YEAR}年\s*(?P<month>[{DIGITS}一二三四五六七八九十]{{1,2}})月\s*(?P<day>[{DIGITS}一二三四五六七八九十]{{1,3}})日"
)
CONGRESS = re.compile(
    r"(?:(?<=\d)日)?(?:[在于])?(?P<place>[\u4e00-\u9fff]{2,12}?)第?[一二三四五六七八九十百]+届人民代表大会"
)
REPRESENTS = re.compile(r"代表(?!大会)(?P<place>[\u4e00-\u9fff]{2,12}?)(?:人民)?政府")
REVIEWED_YEAR = re.compile(
    rf"{_YEAR}年(?:的)?(?:政府)?(?:主要)?工作(?:的)?(?:回顾|总结|情况)|{_YEAR.replace('year', 'plain')}年(?:政府)?工作回顾"
)
PLANNED_YEAR = re.compile(
    rf"{_YEAR}年(?:的)?(?:经济社会发展|政府|重点|主要)?(?:总体要求|工作(?:安排|任务|部署|重点|总体)|重点(?:工作|任务)|主要目标)"
)
# An editor's note or title line of the text that the congress approved, or of one revised after the debate.
ADOPTED = re.compile(
    r"会议(?:审议)?(?:通过|批准)(?:[）)]|$)|根据.{0,24}(?:审议|讨论|代表).{0,16}意见.{0,8}(?:修改|修订)"
)
# commonest characters of official Chinese that exist in traditional writing only
TRADITIONAL_ONLY = frozenset(
    "們這來個國會發經學過時對動產業進現實為與從應還開關農東務區華縣長體點於後義導組織總"
)
YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")

# -- news reports of a session ---------------------------------------------------------------------

NEWS_DATELINE = re.compile(r"讯\s*[（(]|本报讯|\S{0,8}讯[（(]?记者|^（?记者|[（(](?:全媒体)?记者")
DELIVERS = re.compile(
    r"(?P<speaker>[\u4e00-\u9fff]{2,4}?)(?:同志)?(?:代表[\u4e00-\u9fff]{2,12}政府)?(?:向大会)?作(?:了)?(?:《?政府)?工作报告"
)
REPORTED_SPEECH = re.compile(r"指出|总结了|回顾了|分析了|强调|提出|表示|作出(?:了)?(?:安排|部署)|部署了|说")
LISTED_PEOPLE = re.compile(
    r"主席台(?:前排)?就座|列席|出席(?:了)?(?:大会|会议|今天)|应出席代表|常务主席|宣布[：:]?|奏唱国歌"
)
INLINE_ITEM = re.compile(rf"(?:(?<=[。；;：:！])|^)(?P<mark>[{NUMERALS}]{{1,2}}是)(?=[\u4e00-\u9fff“])")
# What a paragraph of a digest tells, by its first words; tried in this order.
DIGEST_CUES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.PROBLEMS, re.compile(r"分析了?.{0,12}(?:问题|不足|困难)|存在的(?:困难|问题|不足)|(?:困难|问题)和(?:挑战|不足)")),
    (Role.GOVERNANCE, re.compile(r"政府(?:治理)?效能|政府自身建设|自身建设|法治政府.{0,20}(?:安排|部署|提出|强调)")),
    (Role.CLOSING, re.compile(r"号召|让我们|最后(?:表示|强调|说)")),
    (Role.REQUIREMENTS, re.compile(r"总体要求|预期目标|做好(?:今年|\d{4}年|全年)?(?:的)?(?:政府|各项)?工作[，,]|今年是")),
    (Role.PLAN, re.compile(r"(?:今年|明年|今后|\d{4}年).{0,12}(?:重点|任务|工作安排)|(?:重点|着力|突出)(?:做好|抓好|推进)|工作(?:作出|进行)了?(?:安排|部署)")),
    (Role.REVIEW, re.compile(r"过去(?:的)?一年|去年|回顾|总结了?")),
)  # fmt: skip
PLACE_SUFFIX = "省市县区州盟旗"


def has_place_suffix(words: str) -> bool:
    """Whether the words end like the name of a province, city, county or district, and are not 全市 or 本省."""
    is_rank = re.fullmatch(r"自治[区州县旗]|特别行政区|地区|新区", words)
    return words[-1] in PLACE_SUFFIX and len(words) > 2 and words[0] not in "全本我各该" and not is_rank  # noqa: PLR2004


def place_at_end(words: str) -> str | None:
    """The place name at the end of the words before 第…届人民代表大会, or None."""
    name = re.split(r"[在于]", words)[-1]
    return name if name and has_place_suffix(name) else None
