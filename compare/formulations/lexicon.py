"""What is particular to the language of Chinese official prose, as data with reasons.

These are classes of function words, frame verbs and everyday building blocks, no lists of policy terms:
they say where a phrase begins and ends and how it is built, never which phrase matters. A task clause of
the genre is connective + adverb + verb + object (`要 | 进一步 | 完善 | 社会保障体系`); the formulation is
the object, or verb with object.
"""

# ruff: noqa: SIM905 - vocabularies are read and kept as running text

# Verbs that open a task clause. Two characters each: the genre's verbs are, and a longer verb begins with
# one.
VERBS = frozenset(
    """
    推进 推动 加强 加大 实施 支持 完善 深化 促进 提高 提升 扩大 强化 优化 建立 健全 建设 开展 落实 坚持 保障
    鼓励 引导 发展 培育 构建 打造 稳定 增强 改善 规范 创新 制定 统筹 做好 抓好 发挥 保持 维护 防范 化解 巩固
    拓展 加快 实现 贯彻 执行 实行 推行 推广 出台 启动 组织 探索 完成 编制 设立 成立 创建 组建 开发 开拓 开放
    放开 放宽 取消 清理 整治 整顿 治理 打击 查处 惩治 遏制 防止 杜绝 严禁 反对 抵制 纠正 解决 消除 破除 打破
    打通 畅通 降低 减少 减轻 压减 压缩 削减 控制 严控 管控 严守 守住 守牢 兜牢 筑牢 织密 补齐 弥补 补充 充实
    增加 新增 增设 扩充 壮大 做大 做强 做优 激发 释放 调动 激活 盘活 用好 用足 利用 运用 使用 应用 普及 弘扬
    传承 践行 倡导 提倡 崇尚 尊重 保护 关爱 关心 照顾 救助 帮扶 扶持 资助 补助 发放 安排 拨付 下达 下放 赋予
    授予 给予 提供 供给 改革 改进 改造 改变 调整 转变 转换 升级 更新 重组 整合 融合 聚焦 围绕 紧扣 突出 注重
    重视 关注 把握 抓住 抢抓 瞄准 立足 着眼 依托 借助 借鉴 学习 宣传 教育 培养 培训 引进 吸引 吸纳 留住 建成
    建好 办好 办成 搞好 搞活 管好 抓紧 抓实 推出 引入 纳入 列入 投入 投资 承接 承担 履行 恪守 遵守 遵循 服从
    服务 满足 适应 应对 处置 处理 预防 监测 监管 监督 检查 考核 评估 审计 扩展 延伸 延长 延续 缩小 缩短 拉动
    带动 驱动 牵引 引领 主导 支撑 助力 保证 确保 力争 争取 争当 争创 参与 参加 加入 签署 签订 达成 举办 承办
    筹办 召开 迎接 庆祝 纪念 融入 迈向 迈出 形成 凝聚 汇聚 集聚 团结 带领 依靠 增进 厚植 夯实 扎牢 扎紧 简化
    精简 合并 撤销 剥离 淘汰 退出 关闭 关停 限制 禁止 约束 惩戒 追究 问责 营造 塑造 创造 维持 恢复 重建 修复
    修订 修改 起草 审议 颁布 公布 公开 披露 举行 提出 提请 提振 振兴 繁荣 丰富 活跃 搭建 架设 铺设 布局 部署
    谋划 规划 设计 研究 研制 研发 攻克 突破 统一 协调 衔接 对接 连接 贯通 打好 打赢 发行 募集 收购 回购 储备
    收储 置换 偿还 清偿 核算 统计 登记 认证 检测 检验 修建 兴建 新建 改建 扩建 续建 开工 开通 开辟 挖掘 培植
    催生 稳住 稳固 推介 强调 明确 细化 量化 压实 扛牢 扛起 领悟 捍卫 奉行 秉持 高举 牢记 树立 增添 注入 提炼
    扩围 疏通 疏解 缓解 减缓 平抑 抑制 倾听 回应 接受 取得 深入 主攻 拓宽 节约 尝试 试行 试点 创办 设置 兴办
    缴纳 划转 划定 支付 征收 减免 减征 免除 免征 结合 参照 适用 容纳 惠及 覆盖 辐射 受理 办理 狠抓 紧抓 严格
    严肃 理顺 厘清 激励 表彰 奖励 慰问 抚恤 安置 转移 搬迁 迁移 承认 承诺 兑现 彰显 展现 体现 发扬 传播 讲好
    守护 呵护 确定 抓牢 筹集 筹措 筹建 筹备 整改 改组 改制 联合 协同 参建 共建 共享 共商 联系 密切
    """.split()
)

# Of these, the ones that also name things: inside a phrase and before a noun they are nouns (改革试点,
# 发展规划).
NOUN_VERBS = frozenset(
    """
    建设 发展 改革 创新 服务 保障 投资 规划 试点 保护 监管 治理 教育 培训 开放 应用 补助 统计 登记 认证 储备
    监督 评估 考核 设计 研发 研究 协调 调整 改造 更新 统筹 支撑 引领 帮扶 救助 安排 布局 融合 升级 整治 检查
    检测 检验 审计 修复 开发 利用 处置 预防 提升 规范 重组 使用 参与 供给 传播 普及 振兴 繁荣 衔接 对接 惩戒
    公开 组织 核算 收购 资助 培养 协同 联合 共享 共建 监测 宣传 结合 整合 集聚 转移 安置 支付 搬迁 覆盖 征收
    减免 重建 关爱 扶持 奖励 激励 补充 问责 约束 限制 保证 扩围 牵引 驱动 带动 辐射 确定 缓解 转换 转变 突破
    举办 修建 学习 延伸 延续 整改 团结 节约 尊重 传承 审议 公布 适应 满足 处理 服从 反对 支持
    """.split()
)

# Verbs that can govern almost any object of the genre; without them the object is the better name.
LIGHT_VERBS = frozenset(
    """
    实施 开展 推进 推动 加强 加快 加大 完善 建立 健全 促进 提高 提升 扩大 优化 建设 落实 坚持 鼓励 引导 发展
    培育 构建 打造 增强 改善 规范 制定 统筹 做好 抓好 发挥 保持 维护 深化 实现 实行 推行 推广 出台 启动 组织
    探索 完成 设立 创建 形成 营造 巩固 拓展 深入 贯彻 执行 编制 成立 组建 搭建 提供 安排 支持 强化 保障 创新
    举办 办好 取得 突出 注重 激发 释放 增加 降低 减少 加入 树立 充实 丰富 明确 确保 保证 严格 用好 管好 狠抓
    """.split()
)

# Verbs that bring something into being. What they govern is new more often than what is improved or secured.
FOUNDING_VERBS = frozenset(
    """
    实施 开展 推行 启动 建立 探索 试点 设立 发展 培育 推出 打造 倡导 建设 构建 创建 组建 推广 出台 制定 试行
    创办 成立 设置 引入 实行 建成 形成 壮大 发行 发放 新建
    """.split()
)

# Adverbs that only colour the verb.
ADVERBS = frozenset(
    """
    大力 积极 加快 扎实 深入 全面 持续 稳步 进一步 切实 坚决 着力 有效 充分 更好 努力 认真 严格 继续 不断
    协同 主动 稳妥 有序 科学 合理 逐步 适时 适度 适当 及时 广泛 普遍 高质量 高标准 高水平 高效 有力 毫不松懈
    毫不动摇 毫不放松 坚定不移 坚定 始终 千方百计 因地制宜 分类 重点 优先 率先 抓紧 加紧 尽快 早日 依法 从严
    严厉 集中 系统 整体 纵深 全方位 多渠道 多措并举 更大力度 一体 共同 真正 牢牢 紧紧 加力 用心 精心 精准
    深度 大胆 勇于 敢于 善于 奋力 全力 合力 极大 显著 大幅 明显 稳健 科学有序 积极稳妥 稳步有序 扎扎实实
    坚持不懈 锲而不舍 持之以恒 长期 定期 如期 按期 提前 超前 自觉 严肃 妥善 公正 平等 大规模 常态化 梯度
    动态 综合 联合 平稳 顺利 圆满 成功 隆重 初步 基本 比较 逐渐 相继 陆续 更加 十分 非常 特别 尤其 同步 同时
    无论 果断 立即 迅速 务必 进而 从而 一律 一并 大大 狠狠 深刻 直接 间接 反复 有计划 有步骤 下大力气
    花大力气 下决心 毫不犹豫 旗帜鲜明 蹄疾步稳 再次 首次 正式 重新 适应性 探索性 创造性 一次性 有针对性
    因时因势 因城施策 分步 分批 分级 分层 稳中有序 有力有效 有序有力 扎实有序 持续用力 坚定有序 尽力 竭力
    齐心协力 同心协力 最大限度 大范围 多方式 多形式 按时 及早 统筹 协调 优化 创新
    """.split()
)

# In the list above for their adverbial use (统筹推进, 协调推进); before a noun they are verbs.
ADVERBS_BEFORE_VERBS = frozenset("统筹 协调 优化 创新 联合 综合 严格 严肃 加快 协同".split())

# Words that part the topic of a clause from what is said of it (数字经济 | 加快 | 成长); those that
# also stand inside names (系统, 综合) are left out. Modals do the same (网络提速降费 | 要 | 迈出更大步伐).
SAYING_WORDS = frozenset(
    """
    加快 大力 扎实 深入 全面 持续 稳步 切实 坚决 有效 充分 更好 努力 不断 逐步 明显 显著 大幅 继续 更加 日益
    正在 圆满 顺利 蓬勃 有力 有序 取得 迈出 成为 达到 超过 呈现 成效 步伐
    """.split()
)
MODALS = frozenset({"要", "将", "必须", "应当", "需要", "务必"})

# Words before the frame: connectives, modals, subjects that every sentence of the genre has. Those of one
# character are cut only before a verb or an adverb: 要素, 有条件, 对外, 使用 begin with one by chance.
# Negations are no leads: without 决不 the rest of 决不允许 would say the opposite.
LEADS = frozenset(
    """
    我们 我们要 我们将 要 必须 将 应 应当 需要 还要 也要 又要 既要 都要 就要 才能 并 并且 而且 此外 其中
    特别是 尤其是 为此 因此 所以 但 但是 而 以及 及 和 与 或 今年 去年 明年 一年来 五年来 过去一年 过去五年
    新的一年 各级政府 各地区 各部门 各地 各方面 让 使 把 对 以 为 在 从 向 通过 按照 根据 针对 有 是 一是
    二是 三是 四是 五是 六是 七是 八是 九是 十是 一要 二要 三要 四要 五要 六要 首先 第一 第二 第三 第四 第五
    再 又 也 还 都 更 最 今后 当前 目前 同时 一定要 只有 只要 不仅 不但 如果 即使 尽管 虽然 由于 为了 随着
    经过 面对 这是 这些 这 那 此 就 才 能 能够 可以 会 已 已经 正在 正 曾 仍 仍然 依然 均 皆 则 却 既 且
    """.split()
)

# Quantities before a noun that belong to no name (一批零碳园区).
QUANTITIES = frozenset("一大批 一系列 一批 一些 若干 各项 各类 有关 相关 多个 上述 这些".split())

# What 等 sums up before the noun proper follows (金融、货运等领域涉企收费).
CLASS_NOUNS = ("领域", "方面", "行业", "环节", "地区")

# 等 closes a list, but not after the first or before the second of these: 平等, 等级.
WORDS_WITH_DENG = (frozenset("平高中同初优对均相劣头特甲"), frozenset("级待额同价式候于效闲分比离"))

# Heads of policy formulations: what a government makes, runs, pledges or names. Open-class evidence, not a
# filter.
HEADS = frozenset(
    """
    行动 工程 计划 规划 战略 政策 机制 制度 体系 体制 试点 改革 经济 产业 基地 园区 企业 市场 资本 债券 国债
    基金 补贴 竞争 开放 安全 导向 模式 格局 方针 原则 理念 思想 思维 精神 目标 底线 红线 清单 标准 指引 平台
    中心 网络 城市 社区 乡村 农村 社会 文化 文明 科技 技术 智能 金融 贸易 消费 投资 保险 养老 医疗 能源 资源
    生态 走廊 示范区 试验区 先导区 自贸区 合作区 道路 旗帜 意识 自信 活动 攻坚战 保卫战 革命 治理 监管 执法
    力量 能力 优势 动能 生产力 战斗力 新城 新区 共同体 方案 议程 倡议 协定 制造 服务 空间 银行 证券 保障
    信用 权益 品牌 专项 办法 工业化 信息化 城镇化 现代化 一体化 市场化 法治化 数字化 国际化 产业化 改造 环境
    关系 秩序 红利 引擎 增长极 时代 属性 态势
    """.split()
)

# One-character heads close short compounds only (科创板, 创新药, 河长制).
SHORT_HEADS = frozenset(
    "制权区业链网券贷药车税费债率法圈带港廊库板码站卡证城村院馆园岛路群房线点质型力家室厅局所队"
)

# Predicates that close a statement about the state of things; a formulation does not end in them.
PREDICATES = frozenset(
    """
    显著 明显 活跃 增多 上升 下降 加剧 严峻 不够 困难 很大 不足 突出 加深 凸显 较大 较多 不高 不强 圆满完成
    顺利完成 继续 成立 召开 建成 入列 来之不易 取得 增长 频发 复杂 缓慢 滞后 薄弱 低迷 有限 回落 上涨 收窄
    放缓 超过 达到 进行 好转
    """.split()
)

# Characters of running speech: pronouns, particles, modals. They stand in sentences, hardly in names.
SPEECH = frozenset("了着过就都也还把被让使是这那我们很没会却又才已其它他谁什么哪吗呢吧啊")

# Characters next to which a new neighbour says nothing: they join anything with anything.
JOINTS = frozenset("的和与及、等在为对以向从到于中上下内之其并而将把或")

# First characters of a stretch that is cut out of a sentence: prepositions, pronouns, adverbs of speech.
LOOSE_STARTS = frozenset("让把将使对在由从像也是要给被与同向就还都又但而则若如当该此某每其更最再越能会可")

# Building blocks that any policy may have. A stretch made of nothing else names no policy (激励机制,
# 服务体系).
BLOCKS = frozenset(
    """
    机制 体系 制度 体制 政策 措施 工作 问题 任务 目标 要求 作用 方式 方面 能力 水平 力量 服务 改革 发展 建设
    管理 活动 项目 工程 规划 计划 行动 办法 做法 条件 环境 空间 格局 模式 领域 行业 部门 机构 单位 地方 地区
    国家 政府 社会 经济 企业 市场 教育 生产 生活 人民 群众 干部 重大 重点 重要 主要 基本 具体 实际 强大 良好
    积极 激励 评价 扶持 动态 调整 推进 创新 治理 支持 指导 监督 评估 考核 保障 制定 规定 全面 综合 统一 现代
    质量 效益 安全 资金 投入 增长 提高 加强 设施 基础 结构 布局 组织 关系 利益 权益 责任 标准 程序 规则 法律
    法规 意见 方案 成果 成效 效果 效率 进展 形势 局面 态势 因素 困难 压力 风险 矛盾 规模 范围 程度 力度 步伐
    过程 内容 需求 需要 机会 机遇 挑战 优势 潜力 动力 活力 贡献 资源 产品 产业 行为 现象 人员 队伍 专业 精神
    内部 外部 国内 国际 世界 全国 全社会 广泛 深入 持续 长期 稳定 健康 协调 配套 配合 合作 交流 宣传 培训
    研究 开发 利用 应用 推广 示范 试点 转型 升级 增强 改善 完善 优化 强化 促进 深化 辐射 带动 源头 清理 开放
    投资 技术 科技 文化 各方 各类 事业 目的 方针 原则 思路 理念 大局 全局 根本 核心 关键 环节
    长效 相关 有关 上述 这些
    """.split()
)

# Nouns in which 地 is the first character and no particle after an adverb (科学地规划, but 深层地下水).
NOUNS_WITH_EARTH = frozenset("方区下理质震铁产租价税块面上图矿")

# After a quotation these tell a time and name nothing (“十五”期间).
PERIODS = ("期间", "时期", "以来", "时代")


def closes_with(form: str, words: frozenset[str]) -> bool:
    """Whether a form ends in one of the words, which have two to four characters."""
    return form[-2:] in words or form[-3:] in words or form[-4:] in words
