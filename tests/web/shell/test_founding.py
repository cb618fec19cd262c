"""A new house begins with the bodies it is told of, each once, and with its first people."""

from datetime import date

from yinfeng.web.people.may import may
from yinfeng.web.people.models import OrgUnit, User
from yinfeng.web.shell.actions import Body, found_house
from yinfeng.web.shell.models import Event

TODAY = date(2026, 11, 22)
PROVINCE, CITY = Body("浙江省", "province", "330000"), Body("嘉兴市", "city", "330400")
COUNTY = Body("海盐县", "county", "330424")
TOWN = Body("沈荡镇", "town")
ZONE = Body("海盐经济开发区", "zone", others=("西塘桥街道",))
AFAR = (Body("上海市", "province", "310000"), Body("张庙街道", "town"))


def test_bodies_of_one_county_stand_under_it_once(db: None) -> None:
    found_house([(PROVINCE, CITY, COUNTY, TOWN), (PROVINCE, CITY, COUNTY, ZONE)], today=TODAY)
    county = OrgUnit.objects.get(name="海盐县")
    assert {str(unit) for unit in county.orgunit_set.all()} == {"沈荡镇", "海盐经济开发区"}
    assert OrgUnit.objects.count() == 5
    assert county.codes.get().code == "330424"


def test_a_zone_and_its_sub_district_are_one_unit_with_two_names(db: None) -> None:
    found_house([(PROVINCE, CITY, COUNTY, ZONE)], today=TODAY)
    assert OrgUnit.objects.called("西塘桥街道", TODAY).get().name == "海盐经济开发区"


def test_the_first_people_hold_their_posts_over_every_line(db: None) -> None:
    found_house([(PROVINCE, CITY, COUNTY, TOWN), AFAR], today=TODAY)
    head = User.objects.get(username="zhuren")
    for name in ("沈荡镇", "张庙街道"):
        assert may(head, "library.take_in", OrgUnit.objects.get(name=name))


def test_the_head_of_a_single_office_sits_there_and_the_administrators_above(db: None) -> None:
    found_house([(PROVINCE, CITY, COUNTY, TOWN)], today=TODAY)
    seats = {user.username: str(user.unit) for user in User.objects.select_related("unit")}
    assert seats["zhuren"] == "沈荡镇"
    assert seats["system"] == seats["security"] == seats["audit"] == "浙江省"


def test_every_body_that_a_house_begins_with_is_on_the_trail(db: None) -> None:
    found_house([AFAR], today=TODAY)
    assert Event.objects.filter(action="people.found").count() == 2
