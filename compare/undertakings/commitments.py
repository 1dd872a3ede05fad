"""What a plan undertakes, clause by clause, and what each undertaking is about."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from compare.matching import bare_form
from compare.remembered import remembered
from compare.undertakings.aims import PAST
from compare.undertakings.statements import Clause, clauses_of
from compare.undertakings.targets import targets_of
from corpora.model import Level, Role, Span, WorkReport

_UNDERTAKING = frozenset({Role.PLAN, Role.REQUIREMENTS, Role.GOVERNANCE})
_LEAST_LENGTH = 4
_LEAST_CORE = 3  # characters: 规划 or 标准 alone is in every review
_MANNER = (
    "今年|全年|年内|重点|更|要|再|拟|将|也|继续|进一步|深入|全面|着力|大力|积极|稳步|扎实|持续|切实|努力|有序|稳妥|更加|更好|严格|坚决|"
    "适时|合理|适度|不断|同时|因地制宜|分类|统筹|尽快|抓紧|逐步|充分|有效|加快|其中|确保|力争|争取|集中力量|牢牢|坚持|健康|科学"
)
_VERBS = (
    "推进|推动|推行|推广|实施|开展|加强|完善|落实|建设|建立|建成|健全|促进|提高|提升|增强|扩大|优化|支持|鼓励|引导|做好|抓好|做大|"
    "做强|强化|构建|打造|完成|启动|保障|保持|保护|保证|发展|深化|改革|制定|出台|修订|探索|加大|改进|改善|创新|培育|培养|组织|"
    "形成|安排|实现|新建|改造|改建|新增|增加|降低|减少|减轻|达到|设立|办好|开工|打通|治理|修复|淘汰|压减|退出|取消|放宽|放开|"
    "公布|处置|化解|防范|防止|严禁|整治|规范|加固|拓展|开拓|巩固|稳定|稳住|调整|整合|引进|吸引|举办|筹办|申办|谋划|部署|研究|"
    "编制|清理|查处|打击|解决|帮助|关心|维护|履行|参与|签署|商签|赋予|允许|试点|试行|倡导|弘扬|传承|繁荣|普及|兑现|发放|"
    "确定|用于|落户|发行|补充|用好|管好|盘活|挖掘|激发|释放|营造|净化|畅通|衔接|统一|对接|覆盖|延长|缩短|压缩|简化|下放|精简|合并|创建|创办|"
    "发挥|突出|坚守|守住|筑牢|兜牢|织密|夯实|提供|供应|投入|投放|增设|设置|扶持|扶助|救助|照顾|尊重|加装|修缮|招募|推出|挂牌|"
    "组建|成立|升级|提质|扩容|更新|修订|建好|管住|管理|监管|监督|检查|督查|考核|评估|公开|接受|反对|惩治|遏制|消除|拓宽|延伸|"
    "贯彻|执行|运用|使用|利用|开发|开放|开通|开辟|引领|带动|拉动|消化|置换|采取|通过|健全|严控|严肃|严惩|重视|注重|狠抓|紧抓|"
    "办成|办|抓|建|推|促|保|稳|强|扩|补|提|降|减|增|把|对|将|让|使|为|给|以|从|在"
)
_LEADS = re.compile(rf"^(?:(?:{_MANNER})+|专项|{_VERBS})")
_STRIPPED = re.compile(rf"^(?:{_MANNER}|(?:{_VERBS})(?=[\u4e00-\u9fffA-Za-z\d]{{2}}))")
_FIGURE = re.compile(
    r"\d{4}年|\d[\d.,]*(?:万亿|亿|万|千|百)?多?(?:%|个百分点|元|人次|人|斤|吨|亩|公里|户|套|项|个|家|件|条|名|所|台|辆|部|处|座)?"
    r"(?:左右|以上|以内|多)?"
)
_GROWTH = re.compile(r"(?:要|均|都|预期|拟|再)*(?:分别)?(?:增长|下降|减少|提高到?|降低到?|增加到?|达到?|至)$")
_EMPTY_HEAD = re.compile(r"(?:的)?(?:工作|活动|任务)$")
_NO_PROMISE = re.compile(
    r"^今年是|^(?:这|我们(?:的|相信|坚信|有)|是|既|也是|只有|只要|因为|由于|当前|从.*(?:看|来说)|各位代表)|^.{0,6}是.*的$"
)
_GOES_ON = re.compile(r"[从由][^，。]{2,20}(?:到|至|为)")
_MUST = re.compile(r"要|将|拟|必须|一律|不得|力争|确保|不准|严禁|应当|务必")


@remembered
def promises_of(plan: WorkReport) -> tuple[Clause, ...]:
    """The clauses of requirements, plan and governance that undertake something, in reading order.

    Args:
        plan: the report that undertakes; each of its targets is an undertaking.
    """
    return tuple(_promises(plan))


def _promises(plan: WorkReport) -> Iterator[Clause]:
    targets = tuple(span for each in targets_of(plan) for span in each.statements)
    said = clauses_of(plan)
    for unit in plan.units:
        is_heading = unit.level is Level.SECTION and unit.body >= unit.span.end
        if unit.role not in _UNDERTAKING or is_heading:
            continue
        for clause in _joined(said[unit.id]):
            if is_promise(clause.form) or any(meet(clause.span, span) for span in targets):
                yield clause


def _joined(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses, with `将…范围，从…扩大到…` as one."""
    waiting: Clause | None = None
    for clause in clauses:
        if waiting and waiting.sentence == clause.sentence and _GOES_ON.match(clause.form):
            gap = " " * (clause.span.start - waiting.span.end)
            span = Span(waiting.span.start, clause.span.end)
            waiting = replace(waiting, span=span, form=waiting.form + gap + clause.form, mark=clause.mark)
            continue
        if waiting:
            yield waiting
        waiting = clause
    if waiting:
        yield waiting


def meet(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def is_promise(form: str) -> bool:
    """Whether a clause of a plan undertakes something: it leads with a verb, says that it must, or aims.

    Args:
        form: the matching form of the clause.
    """
    if len(bare_form(form)) < _LEAST_LENGTH or _NO_PROMISE.search(form) or PAST.match(form):
        return False
    return bool(_LEADS.match(form) or _MUST.search(form) or re.search(r"\d", form))


def core_of(form: str) -> str:
    """What a clause is about: without figures, manner and leading verbs.

    Args:
        form: the matching form of the clause.
    """
    words = bare_form(_FIGURE.sub("", form))
    words = _GROWTH.sub("", words) or words
    words = _EMPTY_HEAD.sub("", words) or words
    while (shorter := _STRIPPED.sub("", words)) != words and len(shorter) >= _LEAST_CORE:
        words = shorter
    return words
