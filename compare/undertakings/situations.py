"""What a plan says beside what it undertakes: the situation, forecasts, judgements, attitudes, circumstances.

A promise can be answered: something was to be done. That the world economy will slow down, that employment is
the basis of people's lives, that confidence is called for, or that something holds `在发展中`, cannot.
"""

import re

from compare.undertakings.doing import LEADS, MANNER, MUST_BE, VERBS

# A forecast; `预计完成投资20亿元` says what will be done.
_FORECAST = re.compile(
    r"^.{0,8}(?:预计|估计|预测)(?!.*(?:完成|新建|建成|竣工|投产|开工|通车|投用|实施|安排|投入))"
    r"|^据.{0,6}(?:测算|预测|统计|分析)|(?:可望|有望|势必)|将会"
)
# Whose course no government plans.
_BEYOND = re.compile(
    r"^(?:当前|今年|同时|特别是|但|主要)*(?:(?:世界|全球|国际|外部|发达|新兴|国内外|周边)(?:上|多边)?"
    r"(?:经济体?|市场国?家?|国家|环境|形势|局势|格局|需求|贸易|通胀|金融|大宗商品|冲突|力量)|地缘政治|(?:贸易)?保护主义|单边主义)"
    r"[^要]{0,20}(?:将|仍|继续|依然|尚|正在|持续|更加|不断|日益|加剧|复苏|放缓|升温|上升|下降|存在|面临|步入)"
)
_STATE = re.compile(
    r"(?:仍然?|依然|尚|还)(?:处于|存在|有|未|不(?!好)|面临|较|十分|比较|很|需要|是)|正在|在不断|正处于|日益(?!完善|健全)|并存$|面临"
)
_VALUED = re.compile(
    r"(?:至关重要|并非易事|任重道远|来之不易|前所未有)$"
    r"|(?:十分|非常|极为|极其|尤为|异常|更趋|相当|比较|很)(?:重要|重大|关键|艰巨|繁重|严峻|复杂|突出|紧迫|困难|有限)$"
    r"|(?:责任|意义)重大$|任务(?:十分|更加|依然)?(?:艰巨|繁重)$"
)
# `化解仍有风险的债务` does something; `发展动力在不断积聚` begins with what can be a noun, too.
_ACTS = re.compile(
    rf"^(?:{MANNER}|要|必须|我们|各级政府|都)*(?!(?:发展|改革|建设|创新|开放|投入|管理|供应|保护|就业)(?!.*(?:的|好)[^的]*$))(?:{VERBS})"
)
# The aspect of what is done: `兼顾了需要和可能`.
_DONE = re.compile(r"^[^让使]*?(?<![为除罢明不])了(?![解结断却如])")
_JUDGES = re.compile(
    r"(?<![但特于还凡正若国实求总乃或尤])(?<!无论)(?<!不管)(?<!特别)(?<!尤其)是(?!否)(?P<what>.*)"
)
_MUST = re.compile(f"{MUST_BE}|必须")
_IS_SOMETHING = re.compile(
    r"的[^的]{0,4}(?:任务|要务|举措|基础|关键|力量|保障|支撑|途径|方针|基点|动力|源泉|大事|前提|要求|核心|体现|标志|职责|责任|使命|"
    r"优势|机遇|时期|内容|环节|手段|政策|战略|目的|年)$"
)
_CONFIDENCE = re.compile(
    r"(?:坚定|增强|树立|满怀|充满|强化|提振)(?:[^市消投企社]{0,6})(?:信心|底气|决心)"
    r"|(?:增强|树立|强化|树牢|坚持|保持)[^，。]{0,6}(?:忧患意识|危机意识|机遇意识|底线思维|极限思维|责任感|使命感|紧迫感|清醒头脑|清醒认识|战略定力)"
    r"|(?:准确|正确|清醒|全面|科学|客观)(?:地)?(?:判断|认识|分析|研判|看到|看待)[^，。]{0,12}(?:形势|大势|困难|挑战)"
    r"|做好[^，。]{0,4}应对[^，。]{0,16}准备$"
    r"|^(?:我们|同时|既|也|更|要|必须|应当|但|充分|清醒|深刻)*(?:看到|认识到|深知|懂得|相信|坚信)"
)
# What the sentence is about, or what it announces: `实现上述目标`, `重点做好以下工作`.
_ANNOUNCES = re.compile(
    r"^(?:要)?(?:提出|实现|完成|确定|达到|做到|做好)(?:好)?(?:上述|这些|以上|这一|这样|这个|今年的?)[^，。]{0,12}(?:目标|任务|工作|要求|安排|点)$"
    r"|(?:以下|下列|如下)[^，。]{0,6}(?:工作|任务|方面|措施|举措|原则|要求|建议|事项|几点|[一二三四五六七八九十几]个?点)$|"
    r"[一二三四五六七八九十几]个?方面(?:的)?(?:重点)?(?:工作|任务|措施|举措)$"
    r"|(?:目标|任务|要求|重点|原则|思路|方针)(?:任务)?(?:是|为)$|(?:提请|提交)(?:本次)?大会|请予?(?:审议|审查)"
)
_CIRCUMSTANCE = re.compile(
    r"^(?:要)?(?:在|当|随着)[^，。]{2,40}(?:中|(?<!以)[下上]|时|基础上|前提下|同时|过程中|情况下)$"
    r"|^(?:要)?(?:按照?|根据|依据|遵循|本着|鉴于)[^，。]{2,40}(?:要求|原则|思路|精神|部署|计算|方针|意见|方向|步骤|实际|情况)$"
    r"|^(?:要)?以(?!推进|推动|加快|落实|实施|深化|完善)[^，。]{2,40}为(?:指导|统领|主题|主线|目标|重点|载体|导向|核心|中心|契机|抓手|突破口|动力|主|支撑|引领|牵引|基础|依托|目的|根本|手段|保障|引擎|纽带|龙头|平台|主体|根本目的|出发点|主攻方向)$"
    r"|^(?:通过|经过)[^，。]{2,16}努力$"
)
_NAMES_TASK = re.compile(
    r"(?:重点|关键|核心|当务之急|首先|首要任务|着力点)(?:就|还)?$"
)  # … 是照后减证: what will be done
_QUOTED = re.compile(r"的(?:理念|观念|思想|理论|要求|原则|方针|精神|思路|定位|导向)$")  # 践行…是…的理念


def tells_only(form: str) -> bool:
    """Whether a clause of a plan tells, judges or frames, but undertakes nothing.

    Args:
        form: the matching form of the clause.
    """
    patterns = (_FORECAST, _BEYOND, _VALUED, _DONE, _CONFIDENCE, _ANNOUNCES, _CIRCUMSTANCE)
    if any(each.search(form) for each in patterns):
        return True
    return bool(_STATE.search(form) and not _ACTS.match(form)) or _is_judgement(form)


def _is_judgement(form: str) -> bool:
    """`扩大内需是战略基点`; `重点是加快建设` says what is to be done."""
    found = _JUDGES.search(form)
    if found is None or not found.start() or _MUST.search(form) or _QUOTED.search(found["what"]):
        return False
    if _NAMES_TASK.search(form[: found.start()]):
        return False
    return bool(_IS_SOMETHING.search(found["what"])) or not LEADS.match(found["what"])
