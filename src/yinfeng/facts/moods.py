"""Moods: how real the words of a clause, its sentence, paragraph and heading say a thing is.

力争全年引进8个 is a target, 预计年产值3亿元 a plan. What a clause does not say it takes from the
words before it in the sentence, then from its paragraph (下一步,我镇将…), then from the heading
above (四、2020年工作计划). 占年度计划的86.5% measures by a plan and is no plan itself.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from yinfeng.facts.items import is_item
from yinfeng.facts.page import Page, Sentence
from yinfeng.facts.phrases import reach
from yinfeng.lexicon import words
from yinfeng.lexicon.leading import led
from yinfeng.text import LineKind
from yinfeng.values import Status

_FUTURE = words.pattern("future")
_TARGET = words.pattern("target")
_PLAN = words.pattern("plan")
_PAST = words.pattern("past")
_DONE = words.pattern("done")
_MEASURED_BY = re.compile(
    r"(?:占|完成|达到?|超|为|是)[^,，。;；]{0,12}?(?:目标|任务|计划|预算)(?:任务|数|值)?的?"
)
_SHARE_OF_PLAN = re.compile(r"(?:目标|任务|计划|预算)(?:任务|数|值)?的?\d[\d.]*%")
# 共签约4个项目,…即将开工: what comes at the end of a sentence says nothing of what was done before.
_DONE_BEFORE = re.compile(
    r"[共已]签[约订]|累计|同比|已完成|共引进|实现了|完成了"
    r"|(?<!将)集中(?:签约|开工|竣工|投产)[^,，。;；\d]{0,6}项目(?=[^,，。;；]{0,4}\d)"
)
# 力争…;完成工业投资10亿元: the verb alone does not end what is wanted.
_BARELY_DONE = re.compile(r"(?<![已共计])完成(?![了率时])|新(?:签约|开工)")
_FORESEEN = re.compile(r"\s*(?:[^,，。;；:：]{0,8}年[,，])?[^,，。;；:：\d]{0,10}预计(?!到位)")
_LISTED = 16
_HEADS = (LineKind.TITLE, LineKind.HEADING)
_SUBHEADING = re.compile(r"\s*[(（]?(?:[0-9０-９]{1,2}|[①-⑳])[).．、]")
# 二季度计划:…;组织赴…: what a label announces holds to the end of its paragraph.
_LABEL = re.compile(r"\s*[^,，。;；:：\d]{0,6}(?P<what>计划|打算|安排|目标)[:：]")
_MEASURES = re.compile(r"(?:工作|措施|举措|抓好|做好|做到)[^,，。;；]{0,6}[:：]$")
_INVESTMENT = re.compile(
    led(r"(?:计划|规划)(?:完成)?(?:总)?(?:投资|面积|用地)|年度(?:投资)?计划|投资计划")
)
_GOALS = re.compile(r"^(?!.*(?:总结|回顾|完成)).*(?:目标|任务)(?:任务|分解|清单|表|书)?$")
# 招引目标明确,重点突出 tells how the work was done.
_CLEAR_AIM = re.compile(r"目标(?:更加|更|日益)?(?:明确|清晰|精准)|精准目标")
_TASKS = re.compile(r"任务(?:分解|分工|清单|指标|安排)(?:表)?\s*$")
# 一、目标任务完成情况 tells what was reached.
_REVIEWED = re.compile(
    r"(?:目标|任务|指标|计划)[^,，。;；]{0,4}(?:完成|进展|执行|落实)(?:情况)?\s*$"
)
QUESTION = re.compile(r"\s*(?:本报)?(?:记者|问|主持人|提问)\s*[:：]")


def status_of(page: Page, sentence: Sentence, start: int, end: int, mood: Status) -> Status:
    """How real the words between two offsets say they are, else *mood*."""
    says = _freed(page.says(start, end))
    if _TARGET.search(says):
        return Status.TARGET
    if _PLAN.search(says):
        return Status.PLANNED
    if is_foreseen(page, sentence) and not _DONE.search(says.replace("同比", "")):
        return Status.PLANNED
    if _DONE.search(says):
        return Status.DONE
    before = _INVESTMENT.sub("", _freed(page.says(reach(sentence, start), start)))
    told = {
        _last(_DONE, before): Status.DONE,
        _last(_PLAN, before): Status.PLANNED,
        _last(_TARGET, before): Status.TARGET,
    }
    last = max(told)
    return told[last] if last >= 0 else mood


def is_foreseen(page: Page, sentence: Sentence) -> bool:
    """Whether 预计 opens the sentence or the list that it goes on: 预计全年…;固定资产投资…."""
    if not page.kept(_FORESEEN, lambda: "预计" in page.text.clean):
        return False
    first = sentence
    for previous in page.before(sentence, _LISTED):
        if previous.paragraph != sentence.paragraph or not previous.says.endswith((";", "；")):
            break
        first = previous
    return _FORESEEN.match(first.says) is not None


class Mood(NamedTuple):
    """How real a sentence among intentions is, and from where: 已签约6个,建成后将…."""

    since: int
    status: Status


def moods(page: Page) -> Iterator[tuple[int, Mood]]:
    """Starts of the sentences that stand among intentions, and how firm these are."""
    paragraph, mood, section = -1, Status.DONE, Status.DONE
    freed = [_freed(sentence.says) for sentence in page.sentences]
    aimed = [_TARGET.search(says) is not None for says in freed]
    aims = {s.paragraph for s, is_aim in zip(page.sentences, aimed, strict=True) if is_aim}
    for sentence, says, is_aim in zip(page.sentences, freed, aimed, strict=True):
        heads = sentence.line.kind in (LineKind.TITLE, LineKind.HEADING) and not is_item(
            page, sentence
        )
        if heads or QUESTION.match(says):
            if sentence.line.kind is LineKind.TITLE:
                section = Status.TARGET if _GOALS.search(says) else section
            elif not _SUBHEADING.match(says):
                section = _intention(says)
            mood = section
            continue
        if sentence.paragraph != paragraph:
            paragraph, mood = sentence.paragraph, section
        if (label := _LABEL.match(says)) and section is Status.DONE:
            mood = Status.TARGET if label["what"] == "目标" else Status.PLANNED
        future = _FUTURE.search(says)
        before = mood
        if future and not _DONE_BEFORE.search(says, 0, future.start()):
            mood = Status.TARGET if sentence.paragraph in aims else Status.PLANNED
        elif not is_aim and section is Status.DONE and _tells_of_done(sentence):
            mood = Status.DONE
        if mood is not Status.DONE:
            since = sentence.span.start
            if future and before is section is Status.DONE and not is_aim:
                since += max(0, sentence.says.find(future.group()))
            yield sentence.span.start, Mood(since, mood)
        if is_aim and section is not Status.DONE:
            section = mood = Status.TARGET
        if is_aim and says.endswith((";", "；")):
            mood = Status.TARGET
        if section is not Status.DONE and _MEASURES.search(says):
            section = mood = Status.PLANNED


def _tells_of_done(sentence: Sentence) -> bool:
    """Whether a sentence is told of the past, or measures what is done by a plan."""
    if _PAST.search(_BARELY_DONE.sub("", _freed(sentence.says))):
        return True
    return _SHARE_OF_PLAN.search(sentence.says) is not None


def _intention(says: str) -> Status:
    if _REVIEWED.search(says):
        return Status.DONE
    if _TASKS.search(says):
        return Status.TARGET
    says = _CLEAR_AIM.sub("", says)
    if not _FUTURE.search(says) and "目标" not in says:
        return Status.DONE
    return Status.TARGET if _TARGET.search(says) else Status.PLANNED


def _freed(says: str) -> str:
    """The words without the goals that a rate is taken of: 占年度计划的86.5% is no plan."""
    if "目标" in says or "任务" in says or "计划" in says or "预算" in says:
        return _MEASURED_BY.sub("", says)
    return says


def _last(pattern: re.Pattern[str], says: str) -> int:
    """Where the last match of a pattern begins, -1 without one."""
    at = -1
    for match in pattern.finditer(says):
        at = match.start()
    return at
