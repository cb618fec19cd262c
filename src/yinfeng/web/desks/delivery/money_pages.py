"""The pages of a month of money, a permit, a photo, and a delay of the government."""

from datetime import date

from django.urls import reverse

from yinfeng.web.desks.delivery.models import Delay, Month, Permit, Photo
from yinfeng.web.desks.delivery.shown import Page, Said, file_of, lines, project_of, wan


def month_page(one: Month, day: date | None) -> Page:  # noqa: ARG001
    """A month of a project: planned, reported, recognised upon which proof."""
    state = Said("已认定", tone="good") if one.recognised is not None else Said("自报", tone="warn")
    return Page(
        f"{one.project.name} {one.month:%Y年%m月}",
        "自报的数只作参考，认定的数才计入完成率。",
        (state,) if one.reported is not None else (),
        lines(
            ("项目", project_of(one.project)),
            ("计划投资", wan(one.planned)),
            ("自报投资", wan(one.reported)),
            ("报送人", one.reported_by or ""),
            ("认定投资", wan(one.recognised)),
            ("认定人", one.recognised_by or ""),
            ("认定日期", one.recognised_on or ""),
            ("认定依据", one.proof_says),
            ("凭证", file_of(one.proof) if one.proof else ""),
            ("营业收入", wan(one.revenue) if one.revenue is not None else ""),
            ("已动工面积占比", f"{one.built.normalize():f}%" if one.built is not None else ""),
        ),
    )


def permit_page(one: Permit, day: date | None) -> Page:  # noqa: ARG001
    """A permit: asked for, granted, by which paper."""
    state = Said("已办结", tone="good") if one.granted else Said("在办" if one.applied else "未办")
    return Page(
        f"{one.project.name} {one.name}",
        f"由{one.authority}办理" if one.authority else "",
        (state if one.is_needed else Said("不需办理"),),
        lines(
            ("项目", project_of(one.project)),
            ("受理", one.applied or ""),
            ("办结", one.granted or ""),
            ("文号或证号", one.paper),
            ("证照", file_of(one.proof) if one.proof else ""),
            ("不需办理的理由", one.why_not),
        ),
    )


def photo_page(one: Photo, day: date | None) -> Page:  # noqa: ARG001
    """A photo, and what is odd about it."""
    tags = tuple(Said(doubt, tone="bad") for doubt in one.doubts)
    place = f"{one.lng}，{one.lat}" if one.lng is not None else ""
    return Page(
        one.says,
        f"{one.project.name} · {one.day}",
        tags or (Said("没有疑点", tone="good"),),
        lines(
            ("项目", project_of(one.project)),
            ("登记的拍摄日期", one.day),
            ("照片里的时间", f"{one.taken:%Y-%m-%d %H:%M}" if one.taken else "没有"),
            ("登记的地点", one.place),
            ("照片里的经纬度", place or "没有"),
            ("上传", f"{one.created_by} {one.created_at:%Y-%m-%d}"),
        ),
        picture=reverse("delivery:image", args=[one.pk]),
    )


def delay_page(one: Delay, day: date | None) -> Page:  # noqa: ARG001
    """Days for which the government is to blame, by which paper."""
    return Page(
        f"{one.project.name} 政府原因延误",
        "这些天从闲置土地的期限里扣除。",
        (),
        lines(
            ("项目", project_of(one.project)),
            ("自", one.since),
            ("至", one.until),
            ("政府原因", one.why),
            ("认定文件", one.paper),
            ("文件", file_of(one.proof) if one.proof else ""),
            ("登记", f"{one.created_by} {one.created_at:%Y-%m-%d}"),
        ),
    )
