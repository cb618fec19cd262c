"""Words before 镇, 乡 and 街道 that are no town's name: 实现城|乡居民收入, 农业稳|镇."""

import re

from yinfeng.lexicon import bodies as words

_VERBS = words.edge_words()
# 农业稳镇、生态立镇: what a town rests on, no name.
_SLOGAN = re.compile(
    r"(?:农业|工业|生态|产业|项目|旅游|科技|文化|实业|实体|企业|商贸|依法|教育|人才|[一二三]产|商业|质量|环境|改革)[稳立强兴富活靓治美]"
    r"|[兴强抓富美靓][工农商业企教文旅民村街][强富兴活美靓壮]"
    r"|[东南北]?京?中关"
)


def leads_up_to_a_town(core: str) -> bool:
    """Whether the words before 镇 say what is done there, or what the town rests on."""
    if core in _VERBS or (len(core) == 3 and core[:2] in _VERBS):
        return True
    return _SLOGAN.fullmatch(core) is not None
