"""A sheet comes in: columns guessed, everything wrong listed, made or changed by key, undone."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook

from tests.web.conftest import browser_of
from tests.web.lists.conftest import Make
from tests.web.lists.test_page import says
from tests.web.lists.things.models import Place
from yinfeng.web.lists import keeping
from yinfeng.web.lists.models import Batch, BatchLine
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.models import Event
from yinfeng.web.work.actions import begin, enqueue, put_back
from yinfeng.web.work.models import Task
from yinfeng.web.work.worker import work_off

HEADS = ["序号", "编号*", "场地名称", "状况", "面积（亩）", "查看时间", "是否有围挡", "负责人"]
GOOD = [
    [1, "C1", "东坝料场", "闲置", 12.5, date(2026, 3, 18), "是", "clerk同志"],
    [2, "C2", "西坝料场", "在用", "1,200亩", "2026年3月9日", "否", None],
]


def workbook(rows: list[list[object]], heads: list[str] | None = None) -> bytes:
    """A workbook with a title above the heads."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["云泽镇场地清单"])
    sheet.append(heads or HEADS)
    for row in rows:
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def send(browser: Client, town: OrgUnit, content: bytes, name: str = "场地.xlsx") -> str:
    """The dry run of a sheet."""
    sent = {"sheet": SimpleUploadedFile(name, content), "unit": town.pk}
    return browser.post("/places/import/take", sent, follow=True).content.decode()


def confirm(browser: Client, **sent: str) -> str:
    """What confirming the last sheet answers."""
    batch = Batch.objects.latest("pk")
    page = says(browser, f"/places/import/{batch.pk}")
    seal = page.split('name="seal" value="')[1].split('"')[0] if 'name="seal"' in page else ""
    answer = browser.post(f"/places/import/{batch.pk}/run", {"seal": seal, **sent}, follow=True)
    return answer.content.decode()


def test_columns_are_guessed_and_nothing_is_written_before_it_is_confirmed(
    as_clerk: Client, town: OrgUnit
) -> None:
    page = send(as_clerk, town, workbook(GOOD))
    assert "新建 2" in page
    assert "有误 0" in page
    assert not Place.objects.exists()
    mapping = Batch.objects.get().mapping
    assert mapping == {
        "1": "number",
        "2": "name",
        "3": "state",
        "4": "area",
        "5": "seen",
        "6": "is_fenced",
        "7": "keeper",
    }


def test_a_confirmed_sheet_makes_records_with_history_and_one_event(
    as_clerk: Client, clerk: User, town: OrgUnit
) -> None:
    send(as_clerk, town, workbook(GOOD))
    assert "新建2条，修改0条" in confirm(as_clerk)
    one, two = Place.objects.order_by("number")
    assert (one.name, one.state, one.area) == ("东坝料场", "empty", Decimal("12.5"))
    assert (one.seen, one.is_fenced, one.keeper) == (date(2026, 3, 18), True, clerk)
    assert (two.area, two.seen, two.is_fenced) == (Decimal(1200), date(2026, 3, 9), False)
    assert one.unit == town
    assert Place.history.filter(history_user=clerk).count() == 2
    event = Event.objects.get(action="lists.import")
    assert event.after["rows"] == {"create": 2, "change": 0, "same": 0, "left": 0, "bad": 0}


def test_everything_that_is_wrong_is_listed_with_row_column_and_reason(
    as_clerk: Client, town: OrgUnit
) -> None:
    rows: list[list[object]] = [
        *GOOD,
        [3, None, "无编号", "在用", 1, None, None, None],
        [4, "C4", None, "荒废", "很多", "2026-02-30", "也许", "王某某"],
        [5, "C1", "又一个", "在用", 1, None, None, None],
        [6, "9", "编号不合", "在用", 1, None, None, None],
        ["合计", None, None, None, 1213.5, None, None, None],
    ]
    page = send(as_clerk, town, workbook(rows))
    assert "有误 4" in page
    for says_ in (
        "不能为空：靠它认出是哪条记录",
        "请填其中之一：在用、闲置、停用",
        "不是数字（单位：亩）",
        "没有这一天",
        "请填“是”或“否”",
        "没有找到“王某某”，或不在您的工作范围内",
        "与第3行重复",
        "编号须为一个字母加数字，如A1",
    ):
        assert says_ in page, says_
    assert "E列 面积" in page
    assert "表里还有有误的行" in confirm(as_clerk)
    assert not Place.objects.exists()
    assert "新建2条" in confirm(as_clerk, leaves_bad="on")
    assert Place.objects.count() == 2


def test_known_rows_are_changed_by_their_key_and_equal_ones_left(
    as_clerk: Client, town: OrgUnit, make: Make
) -> None:
    make("C1", name="东坝料场", area=Decimal(9), phone="0512-5550001")
    make("C2", name="西坝料场", area=Decimal(1200), seen=date(2026, 3, 9))
    page = send(as_clerk, town, workbook(GOOD))
    assert "修改 1" in page
    assert "无变化 1" in page
    assert "面积：<del>9</del> → <ins>12.5</ins>" in page
    confirm(as_clerk)
    place = Place.objects.get(number="C1")
    assert (place.area, place.version, place.phone) == (Decimal("12.5"), 2, "0512-5550001")


def test_the_clerk_corrects_what_a_column_means(as_clerk: Client, town: OrgUnit) -> None:
    heads = ["代号", "叫法", "大小"]
    page = send(as_clerk, town, workbook([["C1", "东坝料场", 5]], heads))
    assert "请指定哪一列是“编号”" in page
    batch = Batch.objects.get()
    twice = {"column_0": "name", "column_1": "name", "column_2": "area"}
    refused = as_clerk.post(f"/places/import/{batch.pk}/match", twice, follow=True)
    assert "同一个字段不能对应两列" in refused.content.decode()
    right = {"column_0": "number", "column_1": "name", "column_2": ""}
    as_clerk.post(f"/places/import/{batch.pk}/match", right)
    confirm(as_clerk)
    assert Place.objects.get(number="C1").area is None


def test_likely_doubles_are_shown_and_ruled_on(as_clerk: Client, town: OrgUnit, make: Make) -> None:
    on_hand = make("A7", name="苏州恒锐精密机械有限公司")
    rows: list[list[object]] = [
        [1, "C1", "恒锐精密机械有限公司", "闲置", 3, None, None, None],
        [2, "C2", "北坝料场", "在用", 4, None, None, None],
        [3, "C3", "北坝料场", "在用", 5, None, None, None],
    ]
    page = send(as_clerk, town, workbook(rows))
    assert "可能重复的2行" in page
    assert "并入“苏州恒锐精密机械有限公司”" in page
    assert "本表第4行" in page
    batch = Batch.objects.get()
    ruled = {"row_3": str(on_hand.pk), "row_5": "leave"}
    page = as_clerk.post(f"/places/import/{batch.pk}/rule", ruled, follow=True).content.decode()
    assert "修改 1" in page
    assert "不导入 1" in page
    confirm(as_clerk)
    merged = Place.objects.get(pk=on_hand.pk)
    assert (merged.number, merged.name, merged.area) == ("A7", "恒锐精密机械有限公司", Decimal(3))
    assert set(Place.objects.values_list("number", flat=True)) == {"A7", "C2"}


def test_what_changed_after_the_preview_is_not_overwritten(
    as_clerk: Client, town: OrgUnit, make: Make, head: User
) -> None:
    place = make("C1", name="东坝料场", area=Decimal(9))
    page = send(as_clerk, town, workbook(GOOD))
    seal = page.split('name="seal" value="')[1].split('"')[0]
    with transaction.atomic():
        keeping.change(place, by=head, area=Decimal(77))
    batch = Batch.objects.get()
    answer = as_clerk.post(f"/places/import/{batch.pk}/run", {"seal": seal}, follow=True)
    assert "预览之后有人改过相关记录" in answer.content.decode()
    assert Place.objects.get(number="C1").area == 77


def test_the_whole_sheet_is_undone_in_one_action(
    as_clerk: Client, town: OrgUnit, make: Make
) -> None:
    make("C1", name="东坝", area=Decimal(9), state=Place.State.SHUT)
    send(as_clerk, town, workbook(GOOD))
    confirm(as_clerk)
    batch = Batch.objects.get()
    no_reason = as_clerk.post(f"/places/import/{batch.pk}/undo", follow=True)
    assert "请写明撤销的理由。" in no_reason.content.decode()
    answer = as_clerk.post(f"/places/import/{batch.pk}/undo", {"reason": "传错了"}, follow=True)
    assert "已整批撤销，共2条恢复原状。" in answer.content.decode()
    back = Place.objects.standing().get()
    assert (back.name, back.area, back.state, back.keeper) == ("东坝", Decimal(9), "shut", None)
    assert back.version == 3
    assert Place.objects.get(number="C2").removed_why == "撤销导入“场地.xlsx”：传错了"
    assert Event.objects.get(action="lists.undo_import").reason == "传错了"
    again = as_clerk.post(f"/places/import/{batch.pk}/undo", {"reason": "再撤"}, follow=True)
    assert "已撤销，不能再做这一步。" in again.content.decode()


def test_a_sheet_with_rows_changed_since_is_not_undone(
    as_clerk: Client, town: OrgUnit, head: User
) -> None:
    send(as_clerk, town, workbook(GOOD))
    confirm(as_clerk)
    with transaction.atomic():
        keeping.change(Place.objects.get(number="C2"), by=head, name="改过")
    batch = Batch.objects.get()
    answer = as_clerk.post(f"/places/import/{batch.pk}/undo", {"reason": "传错了"}, follow=True)
    assert "导入之后又有人改过第4行“改过”" in answer.content.decode()
    assert Place.objects.standing().count() == 2
    assert Batch.objects.get().state == Batch.State.DONE


def test_a_removed_record_is_not_made_again(
    as_clerk: Client, town: OrgUnit, make: Make, clerk: User
) -> None:
    with transaction.atomic():
        keeping.remove(make("C1"), by=clerk, reason="重复登记")
    assert "这条记录已删除（重复登记），请先恢复再导入" in send(as_clerk, town, workbook(GOOD))


def test_the_viewer_gets_403_and_another_person_does_not_see_the_sheet(
    as_clerk: Client, viewer: User, head: User, town: OrgUnit
) -> None:
    send(as_clerk, town, workbook(GOOD))
    batch = Batch.objects.get()
    assert browser_of(viewer).get("/places/import").status_code == 403
    assert browser_of(head).get(f"/places/import/{batch.pk}").status_code == 404
    assert browser_of(head).get("/places/import").status_code == 200


def test_a_unit_outside_ones_scope_is_refused(
    as_clerk: Client, other_town: OrgUnit, town: OrgUnit
) -> None:
    assert "请选择归属单位。" in send(as_clerk, other_town, workbook(GOOD))
    heads = [*HEADS, "单位"]
    page = send(as_clerk, town, workbook([[*GOOD[0], "柳桥镇"]], heads))
    assert "没有找到“柳桥镇”，或不在您的工作范围内" in page


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_csv_is_read_in_the_encodings_of_offices(
    as_clerk: Client, town: OrgUnit, encoding: str
) -> None:
    content = "编号,名称,面积\nC1,东坝料场,5\n".encode(encoding)
    send(as_clerk, town, content, "场地.csv")
    confirm(as_clerk)
    assert Place.objects.get().name == "东坝料场"


def test_rows_of_a_sheet_are_counted_as_the_sheet_counts(as_clerk: Client, town: OrgUnit) -> None:
    send(as_clerk, town, workbook([GOOD[0], [None] * 8, GOOD[1]]))
    confirm(as_clerk)
    assert list(BatchLine.objects.order_by("row").values_list("row", flat=True)) == [3, 5]
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        BatchLine.objects.update(row=9)


def _long() -> bytes:
    return workbook(
        [[n, f"L{n}", f"长坝{n}号料场", "闲置", n + 1, None, "否", None] for n in range(210)]
    )


def test_a_long_sheet_is_imported_in_the_background_once_though_killed(
    as_clerk: Client, town: OrgUnit
) -> None:
    send(as_clerk, town, _long())
    assert "正在后台导入" in confirm(as_clerk)
    assert not Place.objects.exists()
    # A worker takes the task and is killed; another one takes it up again.
    assert begin("worker 1", timezone.now())
    assert put_back(timezone.now(), lambda _: True) == 1
    Task.objects.filter(job="lists.import").update(due=timezone.now())
    assert work_off() == 1
    assert Place.objects.count() == 210
    batch = Batch.objects.get()
    enqueue("lists.import", batch=batch.pk, seal="", leaves_bad=False)
    work_off()
    assert Place.objects.count() == 210
    assert Event.objects.filter(action="lists.import").count() == 1


def test_what_stands_in_the_way_of_a_long_sheet_is_told_on_its_page(
    as_clerk: Client, town: OrgUnit
) -> None:
    send(as_clerk, town, _long())
    batch = Batch.objects.get()
    as_clerk.post(f"/places/import/{batch.pk}/run", {"seal": "of another plan"})
    work_off()
    assert "上次没有导入：预览之后有人改过" in says(as_clerk, f"/places/import/{batch.pk}")
    assert not Place.objects.exists()
