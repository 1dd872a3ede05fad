"""Which fields of policy a text speaks of.

Reports ten years apart, or of a province and the nation, share few strings even where they speak of one
thing: 消费增长点 and 提振消费 have but 消费 in common. What a government does falls into much the same fields
every year, though, so the field tells what rare strings cannot.

The fields follow the topics by which government agendas are compared (Comparative Agendas Project, master
codebook, Bevan 2019), refined where Chinese reports give a field paragraphs of its own. Their words are the
standing names of a field's subjects, institutions and instruments; slogans and programmes (三大攻坚战,
新质生产力) come and go and have no place here.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from compare.codes import code_points, grams
from compare.matching import matching_form
from compare.vectors import Matrix, Numbers

_LEAD = 30  # characters: a paragraph of a report names its subject first
_MOST_IN_LEAD = 2  # a subject is named, not the more for being named thrice


_FIELDS = {
    "situation": "世界经济 外部环境 国际环境 国内外形势 下行压力 机遇 来之不易",
    "growth": "生产总值 经济总量 增速 预期目标 涨幅 居民消费价格 国际收支",
    "steering": "宏观调控 宏观政策 预调微调 经济运行",
    "budget": "财政 赤字 预算 转移支付 国债 税制 财税 分税 过紧日子",
    "taxes": "减税 降费 税负 税费 增值税 所得税 税收优惠 收费 企业负担 降成本",
    "money": "货币 信贷 利率 汇率 准备金 流动性",
    "finance": "金融 银行 保险业 证券 资本市场 股票 债券市场 融资",
    "risks": "风险 化解 债务 非法集资",
    "state firms": "国有企业 国企 国有资本 国资 国有资产 混合所有制",
    "private firms": "民营 非公有制 民间投资 个体工商户 中小企业 小微企业 企业家 市场主体 经营主体 产权",
    "approvals": "行政审批 简政放权 职能转变 政府职能 商事 证照 政务服务 营商环境 许可 注册 监管",
    "market order": "市场准入 公平竞争 垄断 市场秩序 市场体系 统一市场 统一大市场 价格改革 政府定价 流通体制",
    "consumption": "消费 旅游 家电 电子商务 内需 商贸",
    "investment": "投资 重大项目 重大工程 投融资 基础设施",
    "transport": "铁路 公路 机场 水运 港口 航道 物流 交通 快递",
    "industry": "制造业 工业 装备 技术改造 传统产业 产业链 供应链 产业升级 产业结构 兼并重组",
    "overcapacity": "产能 过剩 淘汰落后 钢铁 煤炭 水泥 破产",
    "new industries": "新兴产业 未来产业 新动能 高技术产业 集成电路 生物医药 新材料 航空航天 新能源汽车",
    "services": "服务业 生产性服务 会展 设计服务",
    "quality": "质量 品牌 工匠 标准 品质 计量",
    "digital": "数字 互联网 人工智能 大数据 宽带 光纤 信息化 信息网络 智能 软件",
    "science": "科技 创新 研发 科研 基础研究 实验室 成果转化 知识产权 攻关 专利",
    "start-ups": "创业 孵化 创客 创业投资",
    "skilled people": "人才 院士 职称 科技人员",
    "education": "教育 学校 学生 高校 教师 学前 办学 助学 院校",
    "farming": "农业 粮食 耕地 农产品 种业 农田 播种 农机 水利 畜牧",
    "countryside": "农村 农民 乡村 土地承包 集体经济 宅基地 农户",
    "poverty": "扶贫 脱贫 贫困",
    "cities": "城镇化 城市更新 城市规划 城市群 户籍 市民化 农业转移人口 棚户区 地下管网 老旧小区 县城 城镇",
    "regions": "区域 西部 东北 中部 东部 长江 黄河 老工业基地 革命老区 边疆 主体功能区",
    "sea": "海洋 海域 深海 渔业",
    "trade": "外贸 出口 进口 贸易 通关 口岸 退税",
    "foreign capital": "外资 外商 负面清单 国民待遇 投资指导目录",
    "opening up": "对外开放 走出去 境外 对外投资 自由贸易 自贸 多边 双边 经济合作",
    "pollution": "污染 大气 环保 环境保护 治污 排放 污水 垃圾 土壤 水质 环境治理",
    "nature": "生态 森林 造林 湿地 草原 绿化 国家公园 水土流失 退耕 荒漠化 生物多样性",
    "carbon": "节能 低碳 能耗 减排 循环经济 碳排放",
    "energy": "能源 电力 煤电 风电 核电 天然气 石油 油气 光伏 电网",
    "work": "就业 失业 高校毕业生 农民工 再就业 职业技能 岗位",
    "incomes": "收入 工资 增收 薪酬",
    "social security": "社会保障 养老金 养老保险 低保 最低生活保障 社会救助 社保 失业保险 残疾人 福利 救济",
    "old and young": "养老 老龄 老年人 托育 生育 儿童 妇女 人口",
    "health": "医疗 医保 卫生 医院 医药 药品 疾病 健康 疫情 中医",
    "housing": "住房 房地产 商品房 保障房 廉租 公租房 棚改",
    "culture": "文化 文艺 核心价值观 精神文明 新闻出版 广播影视 哲学社会科学 文物 文学艺术 档案",
    "sport": "体育 健身 奥运 运动会",
    "safety": "安全生产 食品安全 事故 应急 防灾 减灾 救灾 自然灾害 地震 防汛",
    "public order": "治安 犯罪 信访 矛盾纠纷 社会治理 社会管理 社区 国家安全 社会组织 慈善 志愿 社会稳定",
    "law": "依法行政 法治 法律 立法 法规 司法 执法 人大 政协 政务公开",
    "integrity": "廉政 反腐 腐败 作风 形式主义 官僚主义 党风 廉洁 审计",
    "execution": "督查 效能 执行力 问责 担当 公务员 干部",
    "peoples": "民族 宗教 侨务 侨胞 归侨",
    "defence": "国防 军队 强军 练兵 军民 武警 民兵 双拥 退役军人 军事",
    "Hong Kong and Macao": "香港 澳门 一国两制 港澳 特别行政区",
    "Taiwan": "台湾 两岸 台独 台胞",
    "diplomacy": "外交 和平发展道路 周边国家 联合国 多边主义 霸权 全球治理 国际秩序 大国",
    "reform": "改革 体制机制",
    "thanks": "衷心感谢 衷心的感谢 民主党派 人民团体 崇高敬意",
    "call": "紧密团结 努力奋斗 伟大旗帜 锐意进取 同心同德",
    "five-year plan": "规划纲要 五年规划 收官",
    "problems": "困难 问题 不足 不平衡 短板 挑战",
}

FIELDS = tuple(_FIELDS)


def field_shares(texts: Sequence[str]) -> Matrix:
    """How much each text speaks of each field, the same whatever texts stand beside it.

    Args:
        texts: n texts.

    Returns:
        An n × `len(FIELDS)` matrix; a row adds up to 1, or to 0 for a text that names no field. A field
        counts by its mentions, of which further ones add ever less, and by being named in the first words.
    """
    profiles = _profiles(texts)
    result: Matrix = profiles / np.maximum(profiles.sum(axis=1), 1e-9)[:, None]
    return result


def field_likeness(earlier: Sequence[str], later: Sequence[str]) -> Matrix:
    """How alike all earlier and all later texts are by the fields of policy they speak of.

    Args:
        earlier: n texts.
        later: m texts.

    Returns:
        An n × m matrix of cosines between 0 and 1; 0 for texts that name no field. A field counts the more,
        the fewer texts speak of it; what the first words name counts on top of it.
    """
    profiles = _profiles([*earlier, *later])
    named = np.count_nonzero(profiles, axis=0)
    profiles *= np.log(max(len(profiles), 1) / np.maximum(named, 1))
    profiles /= np.maximum(np.sqrt((profiles**2).sum(axis=1)), 1e-9)[:, None]
    return np.clip(profiles[: len(earlier)] @ profiles[len(earlier) :].T, 0.0, 1.0)


def _profiles(texts: Sequence[str]) -> Matrix:
    """For each text and field, log(1 + mentions) and how often the first words name it."""
    whole = "\n".join(matching_form(text) for text in texts)
    starts = np.cumsum([0, *(len(text) + 1 for text in texts)])
    words, beginnings = _lookup()
    found = [
        (place, field)
        for place in _beginnings(whole, beginnings)
        for word, field in words[whole[place : place + 2]]
        if whole.startswith(word, place)
    ]
    places, fields = np.array(found, dtype=np.int64).reshape(-1, 2).T
    owners = np.searchsorted(starts, places, side="right") - 1
    cells = owners * len(_FIELDS) + fields
    leading = cells[places - starts[owners] < _LEAD]
    counts, first = (
        np.bincount(which, minlength=len(texts) * len(_FIELDS)).reshape(len(texts), len(_FIELDS))
        for which in (cells, leading)
    )
    result: Matrix = np.log1p(counts) + np.minimum(first, _MOST_IN_LEAD)
    return result


def _beginnings(text: str, wanted: Numbers) -> list[int]:
    """The places at which one of some two characters stands, as numbers like those of `_lookup`."""
    windows = grams(code_points(text), 2)
    nearest = np.minimum(np.searchsorted(wanted, windows), len(wanted) - 1)
    places: list[int] = np.flatnonzero(wanted[nearest] == windows).tolist()
    return places


@lru_cache(maxsize=1)
def _lookup() -> tuple[dict[str, tuple[tuple[str, int], ...]], Numbers]:
    """The words with their fields, by their first two characters; and these as numbers, in order."""
    found: dict[str, list[tuple[str, int]]] = {}
    for field, words in enumerate(_FIELDS.values()):
        for word in words.split():
            found.setdefault(word[:2], []).append((word, field))
    return (
        {beginning: tuple(words) for beginning, words in found.items()},
        np.sort(np.concatenate([grams(code_points(two), 2) for two in found])),
    )
