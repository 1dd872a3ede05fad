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
    return len(line) <= _LONGEST_HEADING and not re.search(r"[。！？；!?;]", line) and not _ITEM.match(line)


WORD = re.compile(r"[\u3400-\u9fffA-Za-z]")
BARE = re.compile(r"[\u3400-\u9fffA-Za-z0-9０-９“”【】《》 ]{4,24}")
LABELLED = re.compile(
    r"(?!关键词)[\u4e00-\u9fff]{2,8}[：:]\S"
)  # 主办单位：省司法厅 is a field of a form, no heading
MID_SENTENCE = re.compile(r"^[的了和与及等地得着过]")  # particles that cannot open a paragraph
NUMBERED = re.compile(
    rf"^(?:第[{NUMERALS}]+(?:部分|章|节)|[{NUMERALS}]+、|[（(][{NUMERALS}]+[）)]|[{DIGITS}]{{1,2}}[.．、])"
)
# a line that opens like this is a paragraph of its own, whatever stands before it
BEGINS_PARAGRAPH = re.compile(
    rf"^(?:第[{NUMERALS}]+(?:部分|章|节|[，,])|[{NUMERALS}]{{1,3}}、|[（(][{NUMERALS}]{{1,3}}[）)]|"
    rf"[{NUMERALS}]是|——|－－|--|●|◆|■|各位代表|[①-⑳]|[\u4e00-\u9fff]{{2,8}}讯[（(\s])"
)
TITLE_LINE = re.compile(
    r"(?:工作报告$|^[——－-]*\s*[0-9０-９二〇○零一三四五六七八九十]+\s*年.*(?:会议|大会)上?[）)]?$|^目\s*录$)"
)
CONTENTS_LINE = re.compile(r"^目\s*[录次]$")
SALUTATION = re.compile(r"^(?:各位代表|各位委员|同志们|主席团、?各位代表)[！：:!，,。]?$")
OPENING_FORMULA = re.compile(
    r"(?:受|代表)(?!大会).{0,30}(?:政府|国务院|人民委员会).{0,30}(?:报告.{0,6}(?:政府)?工作|作.{0,4}政府工作报告，)|向大会报告.{0,8}工作|向大会作.{0,8}工作报告"
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
    ("section", re.compile(rf"第[{NUMERALS}]+节[：:、\s]?"), 2),
    ("han", re.compile(rf"[{NUMERALS}]{{1,3}}、"), 1),
    ("bracketed-han", re.compile(rf"[（(][{NUMERALS}]{{1,3}}[）)]、?"), 2),
    (
        "arabic",
        re.compile(rf"[{DIGITS}]{{1,2}}(?:[.．](?![{DIGITS}])|[.．](?=(?:19|20)[{DIGITS}]{{2}}年)|、)"),
        3,
    ),
    # 1.1 as in a technical paper; 5.2万吨 is a figure
    (
        "decimal",
        re.compile(r"[1-9]\d?\.[1-9]\d?(?=[\u4e00-\u9fff])(?![万亿元倍个百千吨公平度年月级里米立人户家])"),
        4,
    ),
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

INLINE_ITEM = re.compile(rf"(?:(?<=[。；;：:！])|^)(?P<mark>[{NUMERALS}]{{1,2}}是)(?=[\u4e00-\u9fff“])")

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
CHAPTER_RANK = 1  # of 一、; parts (第一部分) stand above
HEADING_CUES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.APPENDIX, re.compile(r"名词解释|名词注释|名词说明|有关用语|注释$|^附件|^附[：:]|附录|^解释$")),
    (
        Role.GOVERNANCE,
        re.compile(
            r"(?:政府|自身)(?:的)?(?:自身)?(?:改革)?和?建设|(?:行政能力|政风|廉政)建设|反腐败|建设[^，。]{2,14}的?政府|政府(?:治理)?(?:效能|执行力|公信力)|施政(?:能力|水平)|建设人民满意|(?:法治|服务型|廉洁|有为)政府|政府职能|治理能力建设$|履职(?:能力|尽责|效能)"
        ),
    ),
    (
        Role.REVIEW,
        re.compile(
            r"回顾|^首先报告|成绩单|[一二三四五六七八九十几近多]年来|(?:过去|去年|上年|五年来).{0,12}(?:工作|成就|发展)|工作(?:的)?(?:基本|主要)?(?:总结|情况)|取得的?(?:主要|新的|重大|巨大)?成(?:就|绩)"
        ),
    ),
    # what national reports put behind the tasks; in the earlier ones it has headings
    (Role.CLOSING, re.compile(r"^结束语$|^结语$|国际形势|外交(?:工作|政策)|对外政策|祖国(?:和平)?统一")),
    (
        Role.REQUIREMENTS,
        re.compile(
            r"总体(?:要求|部署|思路|目标)|(?:19|20)\d\d年.{0,6}目标$|^(?:今年)?目标$|(?:主要|预期|发展|奋斗)目标|政策取向|指导思想|基本(?:思路|方针|任务)|形势|(?:时期|今后五年|未来五年).{0,16}(?:目标|任务|举措|发展|工作)|规划(?:纲要)?"
        ),
    ),
    (
        Role.PLAN,
        re.compile(
            r"(?:重点|主要|政府|中心)?(?:工作)?任务|重点工作|工作(?:安排|部署|重点|建议|的建议)|今年(?:的)?(?:工作|主要工作)|抓好.{0,10}工作|做好.{0,16}工作|工作$"
        ),
    ),
)
CLOSING_HEADING = re.compile(r"^结束语$|^结语$")
ANNEX_HEADING = re.compile(
    rf"^附(?:件|录|表)?[{DIGITS}{NUMERALS}]{{0,2}}(?:[：:\s]|$)|^(?:《[^》]{{2,12}}》)?.{{0,8}}名词(?:解释|注释|说明)$"
)
# Words of a part about the government itself that do not stand in other parts; three of them tell a part whose
# heading does not say so.
GOVERNANCE_WORDS = tuple(
    map(
        re.compile,
        (
            r"依法行政|法治政府",
            r"廉政|廉洁|反腐",
            r"四风|形式主义|作风",
            r"人大[^。]{0,16}监督",
            r"政协[^。]{0,8}监督",
            r"一般性支出|过紧日子|三公",
            r"政务公开|科学决策|民主决策",
            r"执行力|效能|抓落实",
            r"党风|从严治党|政治建设",
        ),
    )
)
# A plain line that is a chapter's heading and not a section's.
CHAPTER_HEADING = re.compile(
    r"回顾|总结|年来|成绩单|(?:过去|去年|上年|今年|明年|新的一年|下一步|(?:19|20)\d\d年).{0,16}(?:工作|任务|目标|要求|安排|部署|建议)"
    r"|总体(?:要求|部署|思路)|主要目标|目标任务|今后五年.{0,20}(?:目标|任务)|(?:重点|主要|工作)任务|重点工作"
    r"|工作(?:安排|部署|重点|思路|建议)|自身建设|外交工作|^结束语$|^结语$"
)
PROBLEMS_CUE = re.compile(
    r"(?:清醒|清楚|深刻|充分|也|更要|还要|必须)(?:地)?(?:看到|认识|意识)[^。]{0,60}(?:困难|问题|挑战|不足|短板|矛盾|差距|缺点)"
    r"|(?:[还仍]面临|存在)[^。]{0,24}(?:困难|问题|不足|短板|缺点)[^。]{0,6}(?:。|：|，主要)"
    r"|(?:肯定|看到|总结)(?:去年)?成绩的同时|工作(?:中)?(?:还|仍)(?:存在|有)[^。]{0,16}(?:不足|差距|问题)"
)
# the promise at the end of a paragraph that admits shortcomings without saying so first
PROBLEMS_END = re.compile(
    r"对(?:于)?(?:这些|以上|上述)[^。]{0,10}(?:问题|困难|不足)[^。]{0,40}(?:解决|改进|克服|重视|应对)[^。]{0,12}。?$"
)
PROBLEMS_GO_ON = re.compile(
    r"主要(?:是|表现|有)|(?:对|面对)?(?:以上|上述|这些)|我们(?:一定|必须|将|要)[^。]{0,80}(?:解决|克服|改进|清醒|负责|正视|应对)"
)
# what looks back on the whole of a review, or on the government's own work in it
LOOKS_BACK = re.compile(
    r"(?:各位代表[！，])?(?:回顾|总结|一年来|[三四五]年来|过去的?[一五几]年|刚刚过去|与此同时|此外|总的看|总之|(?:这些|以上)成绩|成绩来之不易)"
)
GOVERNANCE_CUE = re.compile(
    r"对(?:各级)?政府(?:工作|自身建设|建设)?[^。]{0,10}(?:提出|要求)"
    r"|(?:加强|推进|抓好|全面)[^。]{0,10}自身(?:改革)?和?建设|各级政府(?:及其|和)(?:部门|工作人员)"
    r"|做好(?:今年|新形势下)?的?政府工作[^。]{0,8}(?:必须|最根本|关键|核心)"
)
CLOSING_CUE = re.compile(
    r"^(?:我们)?(?:要|将|必须)?[^。]{0,24}(?:民族共同体|民族团结|各民族|民族区域自治|民族政策|多民族国家|宗教工作|宗教政策|侨务|国防和军队|国防动员|巩固的国防|国防现代化|国防建设|一国两制|港人治港|香港|澳门|对台|台湾|祖国统一|和平统一|和平外交|外交工作|外交政策|和平、发展|大家庭)"
    r"|^(?:过去|一)(?:的)?(?:一)?年[^。]{0,30}(?:国防和军队|解放军|武警|部队|群团|工青妇|工会、共青团)|^面对世界[^。]{0,20}(?:变化|局势|格局)"
)
# 让我们 calls on the listeners; 让我们的 and 让我们看到 do not
CALL = re.compile(
    r"让我们(?!的|看到|感到|认识|深受|明白)[^。]{0,40}(?:团结|携手|同心|奋斗|努力|奋进|周围|旗帜|一道|实干|拼搏)"
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
YEAR = rf"(?P<year>[12１２][{DIGITS}]{{3}}|[一二][〇○零一二三四五六七八九]{{3}})"
TITLE = re.compile(
    rf"^(?:{YEAR}年(?:度)?)?[（(]?(?P<place>[\u4e00-\u9fff]{{2,24}}?)?(?:{YEAR.replace('year', 'late')}年)?(?:人民)?政府(?:{YEAR.replace('year', 'last')}年)?工作报告(?P<note>[（(].*[）)])?$"
    rf"|^关于(?P<about>[\u4e00-\u9fff]{{2,12}}?){YEAR.replace('year', 'of')}年政府工作(?:情况)?的?报告$"
)
# the signature below the title: 青岭县人民政府县长 周远
OFFICE = re.compile(
    r"^(?P<place>[\u4e00-\u9fff]{1,12}?[省市县区州盟旗镇乡])(?:人民政府)?(?:代|副|代理)?(?:[省市县区州盟旗镇乡]长|主席)[\s\u4e00-\u9fff·]{0,16}$"
)
SESSION_DATE = re.compile(
    rf"{YEAR}年\s*(?P<month>[{DIGITS}一二三四五六七八九十]{{1,2}})月\s*(?P<day>[{DIGITS}一二三四五六七八九十]{{1,3}})日"
)
# when and where it was given, and by whom: `2025年1月14日在…第三次会议上 市长 章明作政府工作报告。`
SESSION_LINE = re.compile(
    rf"^[—－（(-]*{YEAR}年\s*[{DIGITS}一二三四五六七八九十]{{1,2}}月[^，,；]{{0,16}}[在于][^，,；。]{{4,40}}(?:大会|会议)[^，,；。]{{0,36}}。?[）)]?$"
)
CONGRESS = re.compile(
    r"(?:(?<=\d)日)?(?:[在于])?(?P<place>[\u4e00-\u9fff]{2,12}?)第?[一二三四五六七八九十百]+届人民代表大会"
)
REPRESENTS = re.compile(r"代表(?!大会)(?P<place>[\u4e00-\u9fff]{2,12}?)(?:人民)?政府")
REVIEWED_YEAR = re.compile(
    rf"回顾了?{YEAR.replace('year', 'told')}年|{YEAR}年(?:的)?(?:政府)?(?:主要)?工作(?:的)?(?:回顾|总结|情况)|{YEAR.replace('year', 'plain')}年(?:政府)?工作回顾"
)
PLANNED_YEAR = re.compile(
    rf"{YEAR.replace('year', 'aims')}年[\u4e00-\u9fff]{{0,14}}预期目标|{YEAR}年(?:的)?(?:经济社会发展|政府|重点|主要)?(?:总体要求|工作(?:安排|任务|部署|重点|总体)|重点(?:工作|任务)|主要目标)"
)
# An editor's note or title line of the text that the congress approved, or of one revised after the debate.
ADOPTED = re.compile(
    r"会议(?:审议)?(?:通过|批准)(?:[）)]|$)|根据.{0,24}(?:审议|讨论|代表).{0,16}意见.{0,8}(?:修改|修订)"
)
# commonest characters of official Chinese that exist in traditional writing only
TRADITIONAL_ONLY = frozenset(
    "們這來個國會發經學過時對動產業進現實為與從應還開關農東務區華縣長體點於後義導組織總"
)
YEAR_IN_HEADING = re.compile(
    rf"(?<![{DIGITS}])((?:19|20|１９|２０)[{DIGITS}]{{2}})(?![{DIGITS}])|([一二][〇○零一二三四五六七八九]{{3}})(?=年)"
)
YEAR_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")

PLACE_SUFFIX = "省市县区州盟旗镇乡"


def has_place_suffix(words: str) -> bool:
    """Whether the words end like the name of a province, city, county or district, and are not 全市 or 本省."""
    is_rank = re.fullmatch(r"自治[区州县旗]|特别行政区|地区|新区", words)
    return words[-1] in PLACE_SUFFIX and len(words) > 2 and words[0] not in "全本我各该" and not is_rank  # noqa: PLR2004


def place_at_end(words: str) -> str | None:
    """The place name at the end of the words before 第…届人民代表大会, or None."""
    name = re.split(r"[在于]", words)[-1]
    return name if name and has_place_suffix(name) else None
