"""Chinese news reports of a session and other accounts of a work report: what tells them, and how they retell."""

import re

from corpora.language.chinese import NUMERALS, YEAR
from corpora.model import Role

# A headline over an account: 数读2025年青岭县政府工作报告, 一图读懂…, …（摘要）
ACCOUNT_HEADLINE = re.compile(
    rf"^(?=.*(?:数读|速读|读懂|图解|解读|划重点|极简版|精简版|要点|看点|摘要|关键词|名词卡)).{{0,16}}?"
    rf"(?:{YEAR}年(?:度)?)?(?P<place>[\u4e00-\u9fff]{{1,12}}[省市县区州盟旗])?(?:人民)?政府工作报告.{{0,12}}$"
)
# 【回顾】2024年…, ◆ 今年…: the time that a paragraph of an account speaks of
OPENS_WITH_YEAR = re.compile(
    rf"[◆●■★▲◎\s]*(?:(?P<past>【?(?:回顾|过去一年|去年|成绩)】?)|【?(?:展望|今年|部署|目标)】?|(?:【[^】]{{1,6}}】)?{YEAR}年)"
)


NEWS_DATELINE = re.compile(r"讯\s*[（(]|本报讯|\S{0,8}讯[（(]?记者|^（?记者|[（(](?:全媒体)?记者")
_HEAD = r"(?:总理|省长|市长|县长|区长|州长|旗长|盟长|主席)"
DELIVERS = re.compile(
    rf"(?:(?:代|代理)?{_HEAD})?(?P<speaker>[\u4e00-\u9fff]{{2,4}}?)(?:同志)?(?:代表[\u4e00-\u9fff]{{2,12}}政府)?(?:向大会)?作(?:了)?(?:《?政府)?工作报告"
)
# 周总理说, 周远市长指出, 他在报告中: who speaks, where the name is not told in full
HEAD_SPEAKS = re.compile(rf"[\u4e00-\u9fff]{{1,4}}{_HEAD}|^他")
REPORTED_SPEECH = re.compile(
    r"指出|总结了|回顾了|分析了|强调|提出|表示|作出(?:了)?(?:安排|部署)|部署了|明确|坦言|谈到|讲到|列举|批评|说"
)
# 周远从三个方面总结了去年工作：the reporter's own sentence; what the speaker says begins behind its end. With 要 or a
# comma between, the sentence is what is said: 周远要求从三个方面总结经验, 报告从三个方面强调，要深化改革
SUMS_UP = re.compile(
    rf"(?:^|(?<=[。！？]))(?:[^，,。；;：:！？]{{1,20}}[，,])?(?P<who>[^，,。；;：:！？要应须]{{1,20}}?)(?:从|分)"
    rf"(?:[{NUMERALS}两几多]{{1,3}}|[0-9]{{1,2}})(?:个|大|个大)?(?:方面|层面|维度|角度|领域|部分|板块)[^，,。；;：:！？]{{0,6}}?"
    r"(?:总结|回顾|概括|归纳|梳理|盘点|阐述|介绍|部署|安排|布置|分析|强调|明确|提出)[^，,。；;：:！？]+[。：:]"
)
# speeches of the same days that are not the report
OTHER_SPEECH = re.compile(r"审议|讨论|代表团|闭幕|参加.{0,12}(?:组|座谈)|会见")
# who made the page: 责任编辑：…, （记者 林一 整理）
CREDIT_LINE = re.compile(
    r"^[（(【\[]?(?:责任?编辑?|责编|编辑|校对|审核|监制|统筹|制图|整理|记者|来源|作者|供稿)[：:\s][^。]{1,30}[）)】\]]?$"
    r"|^[（(][^。（(]{0,24}(?:整理|综合|供稿|编辑)[）)]$"
)
LISTED_PEOPLE = re.compile(
    r"主席台(?:前排)?就座|列席|出席(?:了)?(?:大会|会议|今天)|应出席代表|常务主席|宣布[：:]?|奏唱国歌"
)
# What a paragraph of a digest tells, by its first words; tried in this order.
DIGEST_CUES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.PROBLEMS, re.compile(r"分析了?.{0,12}(?:问题|不足|困难)|(?:困难|问题|短板|不足)[^。]{0,6}(?:仍然?|依然|还)(?:存在|突出)|清醒(?:地)?(?:看到|认识)|存在的(?:困难|问题|不足)|(?:困难|问题)和(?:挑战|不足)")),
    (Role.GOVERNANCE, re.compile(r"政府(?:治理)?效能|政府自身建设|自身建设|法治政府.{0,20}(?:安排|部署|提出|强调)")),
    (Role.CLOSING, re.compile(r"号召(?:全|各|广大)|让我们(?!的)|^.{0,20}最后.{0,10}(?:表示|强调|说)")),
    (Role.REQUIREMENTS, re.compile(r"总体要求|预期目标|做好(?:今年|\d{4}年|全年)?(?:的)?(?:政府|各项)?工作[，,]|今年是")),
    (Role.PLAN, re.compile(r"(?:今年|明年|今后|\d{4}年).{0,12}(?:重点|任务|工作安排)|(?:重点|着力|突出)(?:做好|抓好|推进)|工作(?:作出|进行)了?(?:安排|部署)")),
    (Role.REVIEW, re.compile(r"过去(?:的)?一年|去年|回顾|总结了?")),
)  # fmt: skip
