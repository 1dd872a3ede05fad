"""The words of an evaluation in Chinese and English, by stable key."""

_WORDS = {
    "title": ("{folder} 上的评测", "Measured on {folder}"),
    "alignment": ("对齐", "Alignment"),
    "phrases": ("提法", "Formulations"),
    "newterms": ("媒体所称新词", "Terms the press named as new"),
    "targets": ("目标", "Targets"),
    "promises": ("承诺", "Promises"),
    "judged": ("逐条判读", "judged by reading"),
    "new_named": ("新增确为提法", "new ones named"),
    "dropped_named": ("未再出现确为提法", "gone ones named"),
    "aims": ("确为目标", "are targets"),
    "pooled": ("合计", "pooled"),
    "file": ("报告", "pair"),
    "figure": ("指标", "figure"),
    "precision": ("精确率", "precision"),
    "recall": ("召回率", "recall"),
    "f1": ("F1", "F1"),
    "counts": ("对/错/应有", "hit/wrong/of"),
    "plain": ("基线 F1", "plain F1"),
    "plain_note": (
        "基线：字符二、三元组 TF-IDF 余弦，最优一对一匹配，取阈值。",
        "Plain: TF-IDF cosine of character bi- and trigrams, best one-to-one assignment, a threshold.",
    ),
    "not_available": (
        "尚无结果：比较中没有这一类内容。",
        "Not available: the comparisons tell nothing of the kind.",
    ),
    "ablation": ("逐一去掉各项依据", "Without each sign in turn"),
    "weight": ("去掉的依据", "without"),
    "difference": ("差", "change"),
    "all_signs": ("（全部保留）", "(all signs)"),
    "mutations": ("{copies} 份改动副本：植入的变化", "Changes planted in {copies} copies"),
    "words": ("{copies} 份改词副本：植入的语义变化", "Words and figures changed in {copies} copies"),
    "qualifiers": ("限定词", "qualifiers"),
    "strength": ("力度", "strength"),
    "scope": ("范围", "scope"),
    "time": ("时限", "time"),
    "direction": ("方向正确", "ways right"),
    "ranked": ("先于改写", "above rewording"),
    "floors": ("下限", "Floors"),
    "floors_hold": ("{count} 项下限全部达到。", "{count:The one floor holds|All {count} floors hold}."),
    "floors_fallen": (
        "{count} 项低于下限。",
        "{count} {count:figure has|figures have} fallen below {count:its floor|their floors}.",
    ),
    "floor": ("下限", "floor"),
    "now": ("现值", "now"),
    "others": ("未评测的文件：{names}", "Files that were not measured: {names}"),
    "section": ("章节", "sections"),
    "measure": ("举措", "measures"),
    "moved": ("移位", "moved"),
    "new": ("新增", "new"),
    "dropped": ("未再出现", "dropped"),
    "units": ("单元找到", "units found"),
    "starts": ("起点正确", "starts right"),
    "roles": ("部分正确", "roles right"),
    "found": ("找到", "found"),
    "value": ("数值正确", "value right"),
    "unit": ("单位正确", "unit right"),
    "qualifier": ("限定词正确", "qualifier right"),
    "status": ("状态正确", "status right"),
    "linked": ("答复正确", "answer right"),
    "silent": ("未答复正确", "silent right"),
    "pairs": ("改写成对", "reworded pairs"),
    "carried": ("沿用误报", "carried told"),
    "new_in_old": ("新见于旧文", "new stands in old"),
    "dropped_in_new": ("去见于新文", "gone stands in new"),
    "terms": ("找到", "recalled"),
    "old_terms": ("旧词误报", "old ones told"),
    "links": ("对应", "links"),
    "split": ("拆分", "split"),
    "merged": ("合并", "merged"),
    "swapped": ("换序未动", "swaps kept"),
    "number": ("数字", "numbers"),
    "negation": ("否定", "negations"),
}


def word(key: str, language: str) -> str:
    """The word of a key; the key itself for a name that needs no translation.

    Args:
        key: stable key.
        language: `zh` or `en`.
    """
    zh, en = _WORDS.get(key, (key, key))
    return zh if language == "zh" else en
