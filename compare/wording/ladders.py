"""Words that say how hard, how far, how surely and how soon: ladders of such words, as data with reasons.

A ladder orders the words of one field from weak to strong; words on one rung say the same. Only words of
one ladder are compared, and only before the same object: between 鼓励 and 严禁 there is no more or less.
`bare` is the rung of a clause that has none of the words; without it both clauses must have one.

Words count whole. What they are part of without meaning what they mean alone (大力 in 加大力度, 所有 in
所有权) stands in `compare.wording.whole_words`.
"""

from msgspec import Struct

from compare.model import Channel


class Ladder(Struct, frozen=True):
    """Words of one field in their order.

    Attributes:
        name: stable word.
        channel: the channel on which a change is told.
        rungs: from the weakest, narrowest or latest.
        reason: why the words are ordered so, with a source where there is one.
        bare: rung of a clause without any of the words, or None.
        alone: words told even when the other clause has none; all words where this is None.
        is_after: the words stand behind what they speak of (开展…试点).
    """

    name: str
    channel: Channel
    rungs: tuple[tuple[str, ...], ...]
    reason: str
    bare: int | None = None
    alone: frozenset[str] | None = None
    is_after: bool = False

    def tells_alone(self, word: str) -> bool:
        """Whether the word's coming or going is a change when the other clause has none of the ladder."""
        return self.bare is not None and (self.alone is None or word in self.alone)


STANCE = Ladder(
    "stance",
    Channel.STRENGTH,
    (("鼓励", "引导", "倡导", "提倡"), ("支持", "扶持", "助力"), ("推动", "推进", "促进")),
    "How much the government takes on itself: others are encouraged, others are backed, it acts.",
    bare=2,
)
DRIVE = Ladder(
    "drive",
    Channel.STRENGTH,
    (
        ("稳妥", "积极稳妥", "审慎", "慎重", "稳慎"),
        ("有序", "稳步"),
        (),
        ("积极",),
        ("加快", "加紧", "抓紧", "加速"),
        ("大力", "全力", "奋力", "加力"),
    ),
    "Caution before pace, pace before full force; a bare verb says neither.",
    bare=2,
)
LADDERS = (
    Ladder(
        "stage",
        Channel.STRENGTH,
        (
            ("研究", "谋划", "论证"),
            ("制定", "编制", "起草"),
            ("启动",),
            ("实施", "开展", "推进", "落实"),
            ("完成", "建成"),
        ),
        "The course of a piece of work, from being studied to being done.",
    ),
    Ladder(
        "ban",
        Channel.STRENGTH,
        (
            ("防止", "避免"),
            ("控制", "限制", "管控", "严控"),
            ("制止", "遏制"),
            ("禁止", "严禁", "杜绝", "不得", "不准", "不许"),
        ),
        "From prevention over limits to prohibition; 不得 and 禁止 forbid alike.",
    ),
    STANCE,
    DRIVE,
    Ladder(
        "degree",
        Channel.STRENGTH,
        (("适当", "适度", "有所"), ("继续", "进一步", "持续"), ("明显",), ("显著", "大幅", "大幅度")),
        "How much something is to change; going on says nothing of how much.",
        bare=1,
        alone=frozenset({"适当", "适度", "有所", "明显", "显著", "大幅", "大幅度"}),
    ),
    Ladder(
        "strictness",
        Channel.STRENGTH,
        (("认真",), ("严格",), ("从严", "严厉")),
        "How tightly a rule is held.",
        bare=0,
        alone=frozenset({"严格", "从严", "严厉"}),
    ),
    Ladder(
        "resolve",
        Channel.STRENGTH,
        ((), ("坚决",)),
        "坚决 says that there will be no giving way.",
        bare=0,
    ),
    Ladder(
        "rollout",
        Channel.STRENGTH,
        (("探索",), ("试点", "试行"), ("推广", "推开", "推行", "普及")),
        "From point to surface: policies are tried in places before they hold everywhere (Heilmann 2008, "
        "From Local Experiments to National Policy, The China Journal 59).",
        is_after=True,
    ),
    Ladder(
        "scope",
        Channel.SCOPE,
        (
            ("个别", "极少数"),
            ("部分", "一些", "少数", "若干", "一批", "有条件的"),
            ("重点", "试点"),
            (),
            ("普遍", "大部分", "绝大多数"),
            ("全面", "全部", "所有", "全体", "一切", "各类", "全域", "全覆盖"),
        ),
        "To how much of a field it applies; named places and priorities are less than the field.",
        bare=3,
        alone=frozenset({"重点", "试点", "全面", "全部", "所有", "全体", "一切", "全域", "普遍", "全覆盖"}),
    ),
    Ladder(
        "firmness",
        Channel.QUALIFIER,
        (("力争", "争取", "努力", "力求"), (), ("确保", "务必")),
        "An effort promises less than a plain aim, a guarantee more.",
        bare=1,
    ),
    Ladder(
        "reserve",
        Channel.QUALIFIER,
        (("基本", "总体", "大体", "初步", "原则上"), ()),
        "A reserve takes something back from what is said.",
        bare=1,
    ),
    Ladder(
        "bound",
        Channel.QUALIFIER,
        ((), ("合理",)),
        "What is kept within reason has a bound; without the word it has none.",
        bare=0,
    ),
    Ladder(
        "relation",
        Channel.QUALIFIER,
        (("低于", "慢于"), ("同步", "相匹配", "相适应", "相协调", "持平"), ("不低于",), ("高于", "快于")),
        "Aims set against another figure: below it, along with it, above it.",
        is_after=True,
    ),
    Ladder(
        "pace",
        Channel.TIME,
        (("逐步", "逐渐", "分步", "分批", "分阶段"), (), ("尽快", "尽早", "早日", "及早", "立即")),
        "Step by step is later than at once; a clause with neither names no pace.",
        bare=1,
    ),
)  # fmt: skip

# Manner words without a place on a ladder stand between the words above and what is done (有序+深入+推进).
# Those of emphasis press, too, only otherwise: between 加快 and 纵深 there is no more or less.
EMPHASIS = ("扎实", "深入", "着力", "切实", "纵深", "坚持", "狠抓", "全面", "集中", "真正")
MANNER = (
    *EMPHASIS, "持续", "继续", "统筹", "协同", "一体", "不断", "进一步", "认真", "有效", "高质量", "更好",
    "充分", "系统", "适时", "依法", "主动", "协调", "整体", "规范",
)  # fmt: skip
