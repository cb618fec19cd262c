"""Money, permits and photos: reported is not recognised, a used photo is noticed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from tests.web.conftest import Hire, browser_of
from tests.web.desks.delivery.made import FILE, TODAY, a_photo, a_scene
from tests.web.desks.projects.made import a_project
from yinfeng.lexicon.delivery import money as money_rules
from yinfeng.web.desks.delivery.actions import money, photos
from yinfeng.web.desks.delivery.actions.copies import plain_copy
from yinfeng.web.desks.delivery.actions.ruling import set_rules
from yinfeng.web.desks.delivery.models import Month, Photo, PhotoPlate
from yinfeng.web.desks.delivery.pictures import picture_of
from yinfeng.web.desks.delivery.plates import origins, plates_of
from yinfeng.web.desks.delivery.progress import progress_of
from yinfeng.web.desks.projects.models import Project
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.people.roles import Role
from yinfeng.web.shell.refusals import Refused

WAN = Decimal(10_000)


@pytest.fixture
def project(town: OrgUnit, clerk: User) -> Project:
    """A project of the town with a point on the map."""
    return a_project(town, clerk, lng=Decimal("120.5"), lat=Decimal("31.2"))


def _reported(project: Project, by: User, month: int, wan: int) -> Month:
    return money.report_month(
        project, by=by, today=TODAY, month=date(2026, month, 9), yuan=wan * WAN
    )


def test_only_what_another_recognised_upon_proof_counts(
    project: Project, clerk: User, head: User, hire: Hire, town: OrgUnit
) -> None:
    sums = dict.fromkeys(range(1, 13), 100 * WAN)
    money.plan_year(project, by=clerk, today=TODAY, year=2026, sums=sums)
    month = _reported(project, head, 2, 220)
    before = progress_of(project, TODAY).spending
    assert (before.reported, before.recognised) == (220 * WAN, Decimal())
    assert before.light == "red"
    counter = hire("counter", town, Role.STATISTICS)

    def recognise(by: User, wan: int, file: tuple[str, bytes] | None = FILE) -> Month:
        return money.recognise_month(
            month,
            by=by,
            today=TODAY,
            version=month.version,
            yuan=wan * WAN,
            says="发票",
            file=file,
        )

    with pytest.raises(Refused, match="另一人认定"):
        recognise(head, 200)
    with pytest.raises(Refused, match="不能大于自报数"):
        recognise(counter, 221)
    with pytest.raises(Refused, match="凭证"):
        recognise(counter, 200, None)
    made = recognise(counter, 200)
    assert made.proof is not None
    after = progress_of(project, TODAY).spending
    # 200 of 1200 by the end of February is exactly the pace.
    assert (str(after.rate), str(after.pace), after.light) == ("16.7", "16.7", "green")


def test_january_is_not_reported_and_makes_nobody_late(
    project: Project, clerk: User, head: User, town: OrgUnit
) -> None:
    sums = dict.fromkeys(range(1, 13), 100 * WAN)
    money.plan_year(project, by=clerk, today=TODAY, year=2026, sums=sums)
    february = progress_of(project, date(2026, 2, 10))
    assert (february.spending.year, february.spending.month) == (2025, 12)
    assert february.spending.light == "unknown"
    assert february.silent.startswith("1月免报")
    assert "500万元及以上" in february.silent
    assert not progress_of(project, date(2026, 6, 10)).silent
    set_rules(
        town, by=head, kind="money", since=TODAY, reason="市统计局通知", today=TODAY,
        text="version: 云泽2026\nstatistics: {no_report_months: []}",
    )  # fmt: skip
    following = date(TODAY.year + 1, 2, 10)
    told = progress_of(project, following)
    assert (told.spending.year, told.spending.month, told.silent) == (TODAY.year + 1, 1, "")


def test_the_page_says_which_month_is_not_reported(project: Project, head: User) -> None:
    browser = browser_of(head)
    rules = browser.get("/delivery/rules").content.decode()
    assert "1月免报投资" in rules
    page = browser.get(f"/delivery/projects/{project.pk}").content.decode()
    assert "1月统计免报，没有数的不用填" in page


def test_a_month_is_put_right_only_with_a_reason(project: Project, clerk: User) -> None:
    _reported(project, clerk, 2, 50)
    with pytest.raises(Refused, match="写明理由"):
        _reported(project, clerk, 2, 60)
    with pytest.raises(Refused, match="还没有到"):
        _reported(project, clerk, 4, 60)


def test_a_project_belongs_into_statistics_when_it_has_started(
    project: Project, clerk: User
) -> None:
    assert progress_of(project, TODAY).entry.state == "waiting"
    with pytest.raises(Refused, match="入库编码"):
        money.file_statistics(project, by=clerk, today=TODAY, entered=TODAY)
    money.file_statistics(
        project, by=clerk, today=TODAY, entered=TODAY, code="320000-01", sector="industry"
    )
    assert progress_of(project, TODAY).entry.state == "in"


def test_permits_needed_are_listed_by_kind_and_counted_when_granted(
    project: Project, clerk: User, town: OrgUnit
) -> None:
    listed = money.list_permits(project, by=clerk, today=TODAY)
    names = {one.name for one in listed}
    assert {"土地出让合同", "建筑工程施工许可证"} <= names
    assert "租赁合同与交付单" not in names
    assert len(money.list_permits(project, by=clerk, today=TODAY)) == len(listed)
    with pytest.raises(Refused, match="文号"):
        money.grant_permit(listed[0], by=clerk, today=TODAY, version=1, granted=TODAY)
    money.grant_permit(
        listed[0], by=clerk, today=TODAY, version=1, granted=TODAY, paper="913200000001"
    )
    with pytest.raises(Refused, match="理由"):
        money.grant_permit(listed[1], by=clerk, today=TODAY, version=1, is_needed=False)
    money.grant_permit(
        listed[1], by=clerk, today=TODAY, version=1, is_needed=False, why_not="已有备案"
    )
    found = progress_of(project, TODAY)
    assert (found.granted, found.needed) == (1, len(listed) - 1)
    with pytest.raises(Refused, match="用地方式"):
        money.list_permits(a_project(town, clerk, kind=""), by=clerk, today=TODAY)


def _add(project: Project, by: User, content: bytes, day: date = TODAY) -> Photo:
    return photos.add_photo(
        project, by=by, today=TODAY, name="IMG.jpg", content=content, says="厂房基础", day=day
    )


def test_a_photo_tells_when_and_where_and_has_no_doubt(project: Project, clerk: User) -> None:
    photo = _add(project, clerk, a_photo())
    assert photo.doubts == []
    assert (float(photo.lng or 0), float(photo.lat or 0)) == (120.5, 31.2)
    assert photo.taken is not None


@pytest.mark.parametrize(
    "again",
    [
        a_photo(),
        a_photo(size=(320, 240), quality=60),
        a_photo(taken="", place=None, size=(500, 375), quality=40),
    ],
    ids=["same", "smaller", "stripped"],
)
def test_a_photo_used_before_is_noticed_also_across_projects(
    project: Project, clerk: User, town: OrgUnit, again: bytes
) -> None:
    first = _add(project, clerk, a_photo())
    other = a_project(town, clerk, "另一个项目")
    photo = _add(other, clerk, again)
    assert photo.like == first
    assert "轴承项目" in photo.doubts[0]


def test_a_turned_or_mirrored_copy_is_noticed(project: Project, clerk: User) -> None:
    _add(project, clerk, a_photo())
    for change in (ImageOps.mirror, lambda one: one.rotate(90, expand=True)):
        out = BytesIO()
        change(Image.open(BytesIO(a_photo()))).save(out, "JPEG", quality=80)
        assert _add(project, clerk, out.getvalue()).like is not None


def _cut(image: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    wide, high = image.size
    return image.crop((wide * left, high * top, wide * (1 - right), high * (1 - bottom)))


def _telephone(image: Image.Image) -> Image.Image:
    screen = Image.new("RGB", (1080, 2340))
    screen.paste(image.resize((1080, 1080 * image.height // image.width)), (0, 700))
    draw = ImageDraw.Draw(screen)
    draw.rectangle((60, 30, 260, 60), fill="white")
    draw.rectangle((300, 2280, 780, 2290), fill="white")
    return screen


@pytest.mark.parametrize(
    "change",
    [
        lambda one: _cut(one, 0.05, 0.05, 0.05, 0.05),
        lambda one: _cut(one, 0.1, 0.1, 0.1, 0.1),
        lambda one: _cut(one, 0.1, 0.0, 0.03, 0.07),
        lambda one: _cut(one, 0.0, 0.125, 0.0, 0.125),
        lambda one: ImageOps.expand(one, 40, "white"),
        lambda one: ImageOps.expand(one, 25, "black"),
        _telephone,
        lambda one: ImageEnhance.Brightness(one).enhance(1.4),
        lambda one: ImageEnhance.Brightness(_cut(one, 0.04, 0.02, 0.06, 0)).enhance(1.3),
        lambda one: ImageOps.mirror(_cut(one, 0.05, 0.05, 0.05, 0.05)),
    ],
    ids=[
        *("cut", "cut deep", "cut askew", "wider", "white frame", "black frame", "telephone"),
        *("brighter", "cut and brighter", "cut and mirrored"),
    ],
)
def test_a_copy_that_was_cut_framed_or_brightened_is_noticed(
    project: Project, clerk: User, change: Callable[[Image.Image], Image.Image]
) -> None:
    first = _add(project, clerk, a_scene(0))
    _add(project, clerk, a_scene(1))
    PhotoPlate.objects.all().delete()
    out = BytesIO()
    change(Image.open(BytesIO(a_scene(0)))).save(out, "JPEG", quality=70)
    again = _add(project, clerk, out.getvalue())
    assert again.like == first
    assert "裁切、加边" in again.doubts[0] or "几乎相同" in again.doubts[0]


def test_many_photos_of_one_site_are_not_taken_for_copies() -> None:
    known: list[bytes] = []
    for shot in range(20):
        seen = plates_of(Image.open(BytesIO(a_scene(shot))))
        assert origins(seen, known, money_rules().copied / 100) == [], shot
        known += seen


def test_other_photos_of_a_site_are_not_taken_for_copies(project: Project, clerk: User) -> None:
    for seed in range(1, 25):
        photo = _add(project, clerk, a_photo(seed=seed))
        assert photo.like is None, seed


def test_of_another_offices_photo_nothing_is_told_but_that_it_is_there(
    project: Project, clerk: User, neighbour: User, other_town: OrgUnit
) -> None:
    _add(project, clerk, a_photo())
    photo = _add(a_project(other_town, neighbour, "邻镇项目"), neighbour, a_photo())
    assert photo.doubts[0] == "与云泽镇另一个项目的照片是同一张"


def test_wrong_days_and_far_places_are_told(project: Project, clerk: User) -> None:
    early = _add(project, clerk, a_photo(taken="2026:03:01 08:00:00", place=(120.6, 31.2)))
    assert early.doubts == [
        "照片里的时间是2026-03-01，与登记的2026-03-18不符",
        "拍摄地点距项目9.5公里",
    ]
    bare = _add(project, clerk, a_photo(taken="", place=None, seed=7))
    assert bare.doubts == ["照片里没有拍摄时间", "照片里没有拍摄地点"]
    with pytest.raises(Refused, match="不是能识别的照片"):
        _add(project, clerk, b"no picture")


def test_what_is_shown_of_a_photo_has_neither_place_nor_telephone() -> None:
    copy = picture_of(plain_copy(a_photo()))
    assert (copy.taken, copy.lng, copy.lat) == (None, None, None)
    assert b"GPS" not in plain_copy(a_photo())
