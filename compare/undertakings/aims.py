"""What an amount of no known indicator aims at, and the words that name it.

A plan sets hundreds of amounts. An aim has a verb that does something (`新建高标准农田12万亩`); an amount
without one describes (`13亿人口`), and so do circumstances (`在36个大城市`), rules (`税率降至16%`) and
what is past.
"""

import re

from compare.matching import bare_form
from compare.undertakings.doing import MUST_BE
from compare.undertakings.model import Aim
from compare.undertakings.statements import Statement

PAST = re.compile(
    r"明年|去年|上年(?!均)|前年|以来|已|累计|过去|原来|现有|现行|目前|当前|曾|我国有|拥有|历史|首次突破|"
    r"多年|连续|自.{2,8}年|来自|[0-9]年底(?!前)"
)
_LOOKS_BACK = re.compile(
    r"过去|[两二三四五六七八九十几]+年来|\d{4}年[与比同]\d{4}年|去年(?!的)|上年|回顾"
)  # … and so on
_LOOKS_AHEAD = re.compile(rf"今年|预期|展望|{MUST_BE}|新的一年|目标|安排")  # … until this
# What an aim in figures does; without one of these an amount describes.
_AIMS = re.compile(
    r"新建|改建|扩建|续建|改造|建设|建成|开工|完成|实现|新增|净增|增加|提高|提升|降低|减少|减轻|达到?|安排|培训|培育|培养|淘汰|"
    r"压减|压缩|退出|治理|修复|发行|发债|增长|引进|打造|推动|推广|支持|发放|解决|转移|下降|超过|落户|确保|力争|保持|稳定|控制|"
    r"突破|扩大|办好|办成|实施|投入|投资|投放|资助|补助|创建|建立|设立|打通|加装|修缮|盘活|招募|招聘|帮助|帮扶|覆盖|"
    r"造林|绿化|搬迁|脱贫|供应|筹集|筹建|配备|选派|整治|清理|关闭|减税|降费|缩短|延长|启动|推进|开展|减|降|增|建|争取|招收|扩招"
)
_WHOLE = frozenset({"造林", "绿化", "脱贫", "减税", "降费", "搬迁", "扩招"})  # verbs that need no object
_RULES = re.compile(
    r"^[高低多少大小]的|应纳税|上限|加计扣除|预计|将高?达|可(?:降|以)|税率|利率|费率|起征点|准备金率|缴费比例|限额|凡|对.{2,16}的$|每|超过.{0,8}的"
)
_NOT_COUNTED = frozenset(
    {"year", "date", "age", "times", "hour", "minute", "day", "month", "working day", ""}
)
_PRESSED = re.compile(r"压缩|缩短|压减|减至|控制在")
# `6.5%左右的增速`, `80%以上的县`, `10万吨级`, `100万元以下的企业`: the amount describes what follows.
_DESCRIBES = re.compile(r"^(?:的(?!目标|幅度|任务)|级|以下|规模的|及以上|等)")
_FROM_PAST = re.compile(r"(?:从|由|比)(?:去年|上年|目前|现行|现有)")  # … 提高到: an aim, told with its start
# words right before an amount that make it a circumstance: `在36个大城市`, `“三个1亿人”`, `达标的57个`
_CIRCUMSTANCE = re.compile(
    r"(?<![制定持])在$|[对让使从向]$|[两三四五六七八九十]个$|^(?!.*完成).*的约?$|投资新$"
)
_PAYERS = re.compile(
    r"(?:中央|地方|各级|省级|市级|县级|国家)*(?:财政|政府)|国务院决定|预算|资金|为此|今年|年内"
)  # who pays is not what for
_COMPARED = re.compile(r"(?:比|较|同比)(?:上年|去年|同期|年初|预算)*|[由从](?:上年|去年)的?")
_ONLY_GROWS = re.compile(
    r"^(?:十[一二三四五]五(?:时期|期间)?|[三四五]年)?(?:年均|年|再)?(?:同比)?(?:增长|增加|提高|上升|下降|减少|增)(?:约|近|超过)?$"
)
_FILLERS = re.compile(
    r"^[一二三四五六七八九十]{1,3}是|^(?:今年|全年|年内|明年|到?\d{4}年|到?(?:在)?本世纪末"
    r"|(?:在|今后|未来)?[一二两三四五六七八九十几]+年(?:内|间)?(?![期级制生])(?=\w{4}))"
    r"|^(?:十[一二三四五]五(?:时期|期间)?|为了?实现|我们|我[国省市县区州](?:的)?|国家(?=今年|再|拟|将|财政|安排|投入)|使|把|必须|同时)"
    r"|^(?:再|拟|要|将|也|继续|努力|积极|确保|力争|争取|其中|全[国省市县区州]|预期|预计|计划|安排好|一律按|合计|主要)"
)
_ENDINGS = re.compile(
    r"(?:预期|拟)?(?:增长|达到|稳定在|控制在|保持在|(?:提高|增加|减少|降低|提升|扩大|下降|压减|上涨)[到至]?|均为|力争|为|在|至|约|超过?|突破|"
    r"不低于|不少于|不超过|至少|平均|统一|继续|[都再还]?要|将|各|(?:每人每年|人均|户均|亩均|均)|都|分别|共|达|近|到|再|"
    r"必须|争取|计划|预定|降|减|(?:年均)?递增|平均每年)+$"
)
_OF_THE_AIM = re.compile(r"^的(?:目标|幅度|任务).*")
LEAST_WORDS = 4  # characters that name something
_GOES_ON = re.compile(rf"(?:{_AIMS.pattern}|[和与等的])$")  # `遴选打造3个产业集群`: what stands behind
_MANY_WORDS = 24  # of a list joined with 、 only the last thing is the amount's


def words_of(statement: Statement) -> str:
    """What an amount of no known indicator is about: the words before it, or those behind it."""
    words = bare_form(
        statement.words.rsplit("、", 1)[-1] if len(statement.words) > _MANY_WORDS else statement.words
    )
    words, rest = trimmed(words), bare_form(_OF_THE_AIM.sub("", statement.rest))
    is_open = len(words) < LEAST_WORDS or is_bare(words) or _GOES_ON.search(words)
    return words + rest if is_open else words


def trimmed(words: str) -> str:
    """Words without what only says that something is aimed at, before and behind: `今年再`, `分别提高到`."""
    while stripped := _FILLERS.sub("", words, count=1):
        if stripped == words:
            break
        words = stripped
    return _ENDINGS.sub("", words) or words


def goes_on_of_past(form: str, *, told_past: bool) -> bool:
    """Whether a clause tells of what is past, as those before it did or by its own words.

    Args:
        form: the matching form of the clause.
        told_past: what was answered for the clause before it in the same unit.
    """
    return bool(_LOOKS_BACK.match(form)) or (told_past and not _LOOKS_AHEAD.search(form))


def describes(statement: Statement) -> bool:
    """Whether the amount only describes what follows it, or lies in the past."""
    if _DESCRIBES.match(statement.rest) or (statement.qualifier in ("以下", "及以上") and statement.rest):
        return True
    form = statement.clause.form
    return bool(PAST.search(form)) and not _FROM_PAST.search(form)


def is_rule(words: str) -> bool:
    """Whether words speak of a tax rate, a limit or a forecast rather than of an aim."""
    return bool(_RULES.search(words))


def only_grows(words: str) -> bool:
    """Whether words are the bare verb of a change: `增长9.6%` behind a level is that level's change."""
    return bool(_ONLY_GROWS.match(words))


def is_aimed(statement: Statement) -> bool:
    """Whether something is to be done in this amount."""
    words, amount = statement.words, statement.amount
    if amount.dimension in _NOT_COUNTED and not (amount.unit and _is_pressed_or_people(statement)):
        return False
    if is_rule(words + statement.rest) or _CIRCUMSTANCE.search(words):
        return False
    return bool(_AIMS.search(words))


def _is_pressed_or_people(statement: Statement) -> bool:
    """A time is aimed at where it is shortened; a bare 万 where a noun follows."""
    dimension = statement.amount.dimension
    if dimension in ("working day", "day", "minute", "hour"):
        return bool(_PRESSED.search(statement.words))
    return dimension == "" and bool(re.match(r"[\u4e00-\u9fff]{2}", statement.rest))


def aim_of(words: str) -> Aim:
    """Which way is wanted of an amount: more of what is done, unless it is money that is spent."""
    return Aim.OPEN if re.search(r"安排|发行|投资|支出", words) else Aim.MORE


def names_nothing(words: str) -> bool:
    """Whether words before an amount leave open what it is of: `比上年增加`, `今年中央财政拟安排`.

    Args:
        words: the matching form of the words.
    """
    return is_bare(trimmed(_COMPARED.sub("", bare_form(words))))


def is_bare(name: str) -> bool:
    """Whether words hold nothing but verbs of aiming."""
    return len(core_words(name)) < 2  # noqa: PLR2004 - one character names nothing


def core_words(name: str) -> str:
    """The words of a name without verbs of aiming and without who pays."""
    words = _AIMS.sub(lambda verb: verb[0] if verb[0] in _WHOLE else "", _PAYERS.sub("", name))
    return words.strip("先拟再新将约要到至为分别各均基本")
