"""Names of places: the regions at provincial level with their short and romanised names, and suffixes of rank.

The 34 regions and their names are those of GB/T 2260; romanisation follows GB/T 28039 without tone marks,
save for the four that are written otherwise in English.
"""

NATION = "中华人民共和国"
NATION_ALIASES = (
    *("全国", "国家", "中国", "国务院", "中央", "中央政府", "中华人民共和国", "中华人民共和国国务院"),
    *("national", "nation", "china", "prc", "state council", "zhongguo", "quanguo"),
)
# short name: (full name, romanised name)
REGIONS = {
    "北京": ("北京市", "Beijing"),
    "天津": ("天津市", "Tianjin"),
    "河北": ("河北省", "Hebei"),
    "山西": ("山西省", "Shanxi"),
    "内蒙古": ("内蒙古自治区", "Inner Mongolia"),
    "辽宁": ("辽宁省", "Liaoning"),
    "吉林": ("吉林省", "Jilin"),
    "黑龙江": ("黑龙江省", "Heilongjiang"),
    "上海": ("上海市", "Shanghai"),
    "江苏": ("江苏省", "Jiangsu"),
    "浙江": ("浙江省", "Zhejiang"),
    "安徽": ("安徽省", "Anhui"),
    "福建": ("福建省", "Fujian"),
    "江西": ("江西省", "Jiangxi"),
    "山东": ("山东省", "Shandong"),
    "河南": ("河南省", "Henan"),
    "湖北": ("湖北省", "Hubei"),
    "湖南": ("湖南省", "Hunan"),
    "广东": ("广东省", "Guangdong"),
    "广西": ("广西壮族自治区", "Guangxi"),
    "海南": ("海南省", "Hainan"),
    "重庆": ("重庆市", "Chongqing"),
    "四川": ("四川省", "Sichuan"),
    "贵州": ("贵州省", "Guizhou"),
    "云南": ("云南省", "Yunnan"),
    "西藏": ("西藏自治区", "Tibet"),
    "陕西": ("陕西省", "Shaanxi"),
    "甘肃": ("甘肃省", "Gansu"),
    "青海": ("青海省", "Qinghai"),
    "宁夏": ("宁夏回族自治区", "Ningxia"),
    "新疆": ("新疆维吾尔自治区", "Xinjiang"),
    "台湾": ("台湾省", "Taiwan"),
    "香港": ("香港特别行政区", "Hong Kong"),
    "澳门": ("澳门特别行政区", "Macao"),
}
MORE_ROMANISED = {"Neimenggu": "内蒙古", "Xizang": "西藏", "Shanxi Sheng": "山西", "Macau": "澳门"}
# words behind a romanised name that say its rank
RANKS_IN_ENGLISH = ("province", "municipality", "autonomous region", "sheng", "shi")
# how names end, by the level of the government; a city may also be of county rank, which the name does not say
CITY_ENDS = ("市", "州", "盟", "地区")
COUNTY_ENDS = ("县", "旗", "区")
TOWNSHIP_ENDS = ("乡", "镇", "街道", "苏木")
