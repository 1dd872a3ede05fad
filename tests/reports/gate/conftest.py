"""What the tests of the gate share: a short invented report, and the check of it against an edited copy."""

from hashlib import sha256
from types import SimpleNamespace

import pytest

from compare.comparison import compare_reports
from corpora.model import Source
from corpora.reading.report import as_work_report
from reports.gate.defaults import DEFAULT_RULE_SET
from reports.gate.verdict import Terms, judge

BASE = """\
2031年云梧市政府工作报告

——2031年1月6日在云梧市第三届人民代表大会第四次会议上

各位代表：

现在，我代表市人民政府，向大会报告政府工作，请予审议。

一、2030年工作回顾

过去一年，地区生产总值达到812亿元，增长6.3%；新建改建农村公路146公里，完成老旧小区改造58个。

市场活力持续增强。新登记经营主体9300户，引进亿元以上项目41个，其中制造业23个、服务业18个。

生态环境持续改善。治理河道37公里，国考断面水质全部达标，城区新增绿地60公顷。

二、2031年工作总体要求和主要目标

做好今年工作，要坚持稳中求进工作总基调，坚持“三水同治”，不搞大水漫灌，更好统筹发展和安全。

主要预期目标是：地区生产总值增长6%左右；城镇新增就业1.6万人以上；居民消费价格涨幅2%左右；粮食产量稳定在9亿斤以上。

三、2031年重点工作

（一）全力稳住工业经济。实施技术改造项目120个，培育壮大新材料产业集群，支持骨干企业扩能升级。

建设云梧新材料产业园二期，引进上下游企业30家，做强精细化工链条。

（二）扩大城乡消费。发放消费券2000万元，打造夜间消费街区5条，鼓励汽车以旧换新。

办好梧桐文化旅游节，开通旅游专线8条，把游客留在云梧。

（三）推进乡村全面振兴。建成高标准农田11万亩，严守耕地红线，发展梧桐蜜柚特色产业。

改造农村危房900户，实施农村供水提升工程，让群众喝上放心水。

（四）办好民生实事。新增公办幼儿园学位3000个，建设社区养老服务中心14个。

严禁拖欠农民工工资，扩大医保异地结算范围，做好退役军人服务保障。

四、加强政府自身建设

坚持依法行政，压减会议文件，自觉接受人大监督，把过紧日子落到实处。

各位代表！让我们同心协力，为建设美好云梧而努力奋斗！
"""


def read(text, name="report.txt"):
    """A text as a report."""
    return as_work_report(Source(name, sha256(text.encode()).hexdigest(), "txt", "utf-8", text))


def edited(*changes, text=BASE):
    """The text with each (old, new) exchanged; what is to be exchanged must be there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def check_of(earlier, later, terms=None, history=()):
    """The check of two texts."""
    pair = compare_reports(read(earlier, "earlier.txt"), read(later, "later.txt"), history=history)
    return judge(pair, terms or Terms())


def everything(**more):
    """Terms in which every rule fires, however small the change."""
    return Terms(DEFAULT_RULE_SET.failing_on(("any",)), **more)


@pytest.fixture(scope="session")
def gate():
    """The report's text, how to edit and read it, and how to check one text against another."""
    return SimpleNamespace(base=BASE, edit=edited, read=read, check=check_of, everything=everything)
