"""Personal data by class: what is shown of each; a full view is by right and on the trail."""

import re

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from tests.web.conftest import Hire
from yinfeng.web.lists.columns import Column
from yinfeng.web.people.models import OrgUnit, Outside, User
from yinfeng.web.people.private import Private, masked, masked_words, private_fields, shown
from yinfeng.web.people.roles import Role
from yinfeng.web.shell import actions
from yinfeng.web.shell.models import Event
from yinfeng.web.shell.refusals import Refused

# What a field of the workspace may be called that holds what tells a person apart.
TELLING = re.compile(
    r"phone|telephone|mobile|identity_number|id_card|address$|bank|e?mail$|contact$"
)
# Fields of those names that hold something else, and what.
OTHER = {
    "hooks.hook.address": "of a server",
    "notices.robot.address": "of a server",
    "notices.notice.address": "where a notice of the house goes; shown to its owner only",
    "notices.wish.mail": "the person's own wish, shown to the person only",
}


@pytest.mark.parametrize(
    ("kind", "says", "shows"),
    [
        (Private.PHONE, "13812345678", "138****5678"),
        (Private.PHONE, "+86 138 1234 5678", "138****5678"),
        (Private.PHONE, "138-1234-5678、0573-86661234", "138****5678、0573-****1234"),
        (Private.PHONE, "010-62345678", "010-****5678"),
        (Private.PHONE, "86661234", "****1234"),
        (Private.PHONE, "转8012", "****"),
        (Private.PHONE, "13812345678 13987654321", "****4321"),
        (Private.NAME, "张建国", "张某某"),
        (Private.NAME, "李明", "李某"),
        (Private.NAME, "欧阳文静", "欧阳某某"),
        (Private.NAME, "欧阳", "欧某"),
        (Private.NAME, "张建国、李明", "张某某、李某"),
        (Private.IDENTITY, "330424199001011234", "330***********1234"),
        (Private.IDENTITY, "E1234567", "****"),
        (Private.ADDRESS, "云泽镇新桥村3组18号", "云泽镇新桥村****"),
        (Private.ADDRESS, "清溪县柳桥街道人民路88号2幢301室", "清溪县柳桥街道人民路****"),
        (Private.ADDRESS, "云泽花园7幢", "****"),
        (Private.BANK, "6222 0212 3456 7890 123", "***************0123"),
        (Private.MAIL, "lin.ping@yunze.example", "l***@yunze.example"),
        (Private.MAIL, "不详", "****"),
        (Private.PHONE, "", ""),
    ],
)
def test_what_is_shown_of_each_class(kind: Private, says: str, shows: str) -> None:
    assert masked(says, kind) == shows


@given(st.sampled_from(sorted(Private)), st.text(alphabet="0123456789", min_size=8, max_size=24))
def test_a_number_is_never_shown_whole_nor_all_but_whole(kind: Private, digits: str) -> None:
    told = masked(digits, Private(kind))
    assert digits not in told
    assert sum(one.isdigit() for one in told) <= 8


def test_numbers_in_running_words_are_masked_and_others_are_not() -> None:
    says = "联系人电话13812345678，身份证330424199001011234，投资20260000元，2026年3月18日开工"
    assert masked_words(says) == (
        "联系人电话138****5678，身份证330***********1234，投资20260000元，2026年3月18日开工"
    )


class _Known(Outside):
    """A thing with a personal field."""

    PRIVATE = {"name": Private.NAME}

    class Meta:
        # Of no app of the house, so that it asks for no migration.
        app_label = "elsewhere"
        proxy = True


def test_a_thing_shows_its_personal_fields_masked_and_the_others_as_they_are() -> None:
    thing = _Known(name="张建国", subject="zhang")
    assert (shown(thing, "name"), shown(thing, "subject")) == ("张某某", "zhang")


def test_a_column_of_personal_data_is_masked_on_page_and_in_workbook_alike() -> None:
    column = Column(key="phone", label="电话", value="subject", personal="phone")
    cell = column.cell(_Known(subject="13812345678"))
    assert (cell.says, cell.value) == ("138****5678", "138****5678")


def test_a_full_view_is_by_right_for_a_reason_and_on_the_trail(
    clerk: User, viewer: User, town: OrgUnit, other_town: OrgUnit, hire: Hire
) -> None:
    thing = _Known.objects.create(source="ldap", subject="zhang", name="张建国")
    for person in (viewer, hire("count", town, Role.STATISTICS)):
        with pytest.raises(PermissionDenied):
            actions.reveal(thing, "name", by=person, unit=town, reason="核对")
    with pytest.raises(PermissionDenied):
        actions.reveal(thing, "name", by=clerk, unit=other_town, reason="核对")
    with pytest.raises(Refused, match="理由"):
        actions.reveal(thing, "name", by=clerk, unit=town, reason=" ")
    assert actions.reveal(thing, "name", by=clerk, unit=town, reason="电话回访") == "张建国"
    event = Event.objects.get(action="private.read")
    assert (event.after, event.reason) == ({"field": "name"}, "电话回访")
    assert "建国" not in str(event.after) + str(event.before)


def test_a_list_that_goes_out_in_full_is_on_the_trail_with_its_size(
    clerk: User, viewer: User, town: OrgUnit
) -> None:
    with pytest.raises(PermissionDenied):
        actions.reveal_many(User, town, by=viewer, rows=9, fields=["name"], reason="上报")
    actions.reveal_many(User, town, by=clerk, rows=9, fields=["name"], reason="上报")
    event = Event.objects.get(action="private.read")
    assert event.after == {"list": "people.user", "rows": 9, "fields": ["name"]}


def test_every_field_that_is_called_like_personal_data_has_its_class() -> None:
    bare = [
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("yinfeng.")
        and "historical" not in str(model._meta.model_name)
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField)
        and TELLING.search(field.name)
        and field.name not in private_fields(model)
    ]
    assert set(bare) <= set(OTHER)
