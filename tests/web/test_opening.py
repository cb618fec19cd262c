"""A house that is opened with a folder of papers has their offices, and each paper with its own."""

from pathlib import Path

import pytest
from django.utils import timezone

from yinfeng.intake.folders import walk
from yinfeng.web import opening
from yinfeng.web.desks.reports.content import from_json
from yinfeng.web.desks.reports.models import Issue
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.store.models import Document, Upload

TODAY = timezone.localdate()
ROOT = Path(__file__).parents[2]
INBOX = ROOT / "examples" / "inbox"
SEEDS = ROOT.parent / "shared" / "seeds"


def opened(folder: Path, office: str = "本单位") -> list[str]:
    heard: list[str] = []
    survey = opening.surveyed(folder, heard.append)
    assert heard
    assert opening.found_for(survey, office, today=TODAY)
    return list(opening.first_day(folder, survey, today=TODAY))


@pytest.mark.usefixtures("db")
def test_the_examples_open_the_house_of_their_town() -> None:
    (issued,) = opened(INBOX)
    assert issued.startswith("已签发：")
    report = from_json(Issue.objects.get().content).report
    assert report.day == TODAY
    (untaken,) = [one for one in report.sections if one.key == "unregistered"]
    assert untaken.lines
    assert all(line.sources for line in untaken.lines)
    town = OrgUnit.objects.get(name="青禾镇")
    assert town.parent is not None
    assert town.parent.name == "云泽县"
    assert set(Upload.objects.values_list("unit__name", flat=True)) == {"青禾镇"}
    readable = sum(1 for one in walk([INBOX]) if hasattr(one, "source"))
    assert Document.objects.count() >= readable


@pytest.mark.usefixtures("db")
def test_papers_that_tell_of_no_office_open_the_house_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "通知.txt").write_text("本周六全体人员正常上班。", encoding="utf-8")
    assert len(opened(tmp_path, "云泽镇")) == 1
    assert OrgUnit.objects.get().name == "云泽镇"


@pytest.mark.usefixtures("db")
def test_a_secret_paper_is_refused_in_a_sentence_and_the_others_are_taken_in(
    tmp_path: Path,
) -> None:
    (tmp_path / "甲.txt").write_text("机密★10年\n云泽镇项目情况", encoding="utf-8")
    (tmp_path / "乙.txt").write_text("云泽镇新签约项目6个。", encoding="utf-8")
    sentence, _ = opened(tmp_path)
    assert sentence.startswith("甲.txt：")
    assert Upload.objects.get().name == "乙.txt"


@pytest.mark.usefixtures("db")
@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared/seeds beside the repository")
def test_the_seeds_open_a_house_of_seven_offices_and_every_paper_stands_with_its_own() -> None:
    assert len(opened(SEEDS)) == 3, "a report for each province's seat"
    held = dict(Upload.objects.values_list("name", "unit__name"))
    assert [held[name][:2] for name in sorted(held)] == ["张庄", "四甲", "沈荡", "嘉兴", "张庙"]
    offices = OrgUnit.objects.filter(kind__in=("town", "zone"))
    assert offices.count() == 7
    assert {unit.parent.kind for unit in offices if unit.parent} == {"county"}
    assert User.objects.get(username="zhuren").posts.count() == 3


@pytest.mark.usefixtures("db")
def test_a_start_that_was_broken_off_goes_on_with_the_papers_and_then_never_again(
    tmp_path: Path,
) -> None:
    (tmp_path / "甲.txt").write_text("云泽镇新签约项目6个。", encoding="utf-8")
    heard: list[str] = []
    survey = opening.surveyed(tmp_path, heard.append)
    assert opening.found_for(survey, "云泽镇", today=TODAY)
    assert opening.found_for(survey, "云泽镇", today=TODAY) == {}
    assert len(list(opening.first_day(tmp_path, survey, today=TODAY))) == 1
    assert list(opening.first_day(tmp_path, survey, today=TODAY)) == []
    assert Upload.objects.count() == 1


@pytest.mark.usefixtures("db")
def test_files_that_cannot_be_opened_or_are_no_papers_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("云泽镇新签约项目6个。", encoding="utf-8")
    (tmp_path / "~$台账.docx").write_bytes(b"lock")
    (tmp_path / "不在.txt").symlink_to(tmp_path / "没有这个文件.txt")
    told = opened(tmp_path)
    assert [sentence.partition("：")[0] for sentence in told] == ["不在", "已签发"]
    assert [upload.name for upload in Upload.objects.all()] == ["甲.txt"]
