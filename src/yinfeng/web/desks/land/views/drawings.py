"""Files of shapes: sent, previewed on the map in the coordinates chosen, taken, undone."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yinfeng.lexicon.land import words
from yinfeng.mapping.guesses import Candidate, candidates, likeliest
from yinfeng.mapping.systems import system
from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.actions.drawings import figures_of
from yinfeng.web.desks.land.forms import ReasonForm
from yinfeng.web.desks.land.kinds import KINDS
from yinfeng.web.desks.land.layers import guessed_layers, layers_of
from yinfeng.web.desks.land.models import Block, Drawing, Parcel, Park
from yinfeng.web.desks.land.planning import Planned, columns_of, guessed_number, plan
from yinfeng.web.desks.land.whereabouts import region_of
from yinfeng.web.maps.drawing import Layer, around
from yinfeng.web.maps.drawing import drawing as mapped
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.forms import Day
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.shell.ticked import keys_of

_ROWS = 300


class SendForm(forms.Form):
    """A file and what its shapes become."""

    target = forms.ChoiceField(label="导入为", choices=Drawing.Target.choices)
    file = forms.FileField(
        label="文件",
        help_text="GeoJSON、SHP（打成zip）、KML、KMZ、DXF、Excel或CSV坐标表",
    )


class SettleForm(forms.Form):
    """In which coordinates the file is, which column is the number, what the shapes belong to."""

    system = forms.ChoiceField(label="坐标系", widget=forms.RadioSelect)
    layers = forms.MultipleChoiceField(
        label="导入哪些图层", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少选一个图层。"},
    )  # fmt: skip
    number = forms.ChoiceField(label="编号（名称）在哪一列")
    park = forms.ModelChoiceField(Park.objects.none(), label="所在园区", required=False)
    block = forms.ModelChoiceField(Block.objects.none(), label="所在区块", required=False)
    parcel = forms.CharField(label="所在宗地号", max_length=60, required=False)
    outside = forms.BooleanField(label="超出园区范围的也导入，只提示", required=False)
    kind = forms.ChoiceField(label="园区类别", choices=list(words("parks").items()))
    layer = forms.ChoiceField(label="图层", choices=list(words("layers").items()))
    rule = forms.ChoiceField(label="规则", choices=[("forbidden", words("rules")["forbidden"])])
    basis = forms.CharField(label="依据", max_length=200)
    since = forms.DateField(label="施行日期", widget=Day())

    _OF = {
        "parcels": ("park", "block", "outside"),
        "blocks": ("park", "outside"),
        "parks": ("kind",),
        "buildings": ("parcel",),
        "zones": ("layer", "rule", "basis", "since"),
    }

    def __init__(
        self, data: Any, *, drawing: Drawing, offered: Sequence[Candidate], columns: Sequence[str],
        layers: Mapping[str, int],
    ) -> None:  # fmt: skip
        first = {**drawing.settings, "system": drawing.system or likeliest(offered)}
        first.setdefault("number", guessed_number(columns))
        first.setdefault("layers", guessed_layers(list(layers)))
        super().__init__(data, initial=first, label_suffix="")
        self._unit = drawing.unit
        wanted = {"system", "number", *self._OF[drawing.target]}
        # One layer needs no choice.
        wanted |= {"layers"} if len(layers) > 1 else set()
        for name in set(self.fields) - wanted:
            del self.fields[name]
        listed: Any = self.fields["system"]
        listed.choices = [(one.system.key, one.system.label) for one in offered]
        named: Any = self.fields["number"]
        named.choices = [(one, one) for one in columns] or [("", "文件里没有列")]
        if "layers" in self.fields:
            several: Any = self.fields["layers"]
            several.choices = [(one, f"{one}（{count}个）") for one, count in layers.items()]
        for name, model in (("park", Park), ("block", Block)):
            if name in self.fields:
                field: Any = self.fields[name]
                field.queryset = model.objects.filter(unit=self._unit, removed_at=None)
                field.empty_label = "不写明"

    def clean_parcel(self) -> int | None:
        """The parcel of that number."""
        number = self.cleaned_data["parcel"]
        found = Parcel.objects.filter(unit=self._unit, number=number, removed_at=None).first()
        if found is None:
            raise forms.ValidationError("本单位没有这个宗地号，请先登记宗地。")
        return found.pk

    @property
    def told(self) -> dict[str, Any]:
        """What was filled in, as it is kept."""
        given = {key: value for key, value in self.cleaned_data.items() if key != "system"}
        return {
            key: value.pk if hasattr(value, "pk") else str(value) if key == "since" else value
            for key, value in given.items()
        }


@require_http_methods(["GET", "POST"])
@desk_view("land.draw")
def index(request: DeskRequest) -> HttpResponse:
    """One's own files, and the form that sends another."""
    form = SendForm(request.POST or None, request.FILES or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            drawing = actions.send(
                sent.read(), sent.name, by=request.user, unit=request.user.unit,
                target=form.cleaned_data["target"],
            )  # fmt: skip
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("land:drawing", drawing.pk)
    context = {"form": form, "drawings": Drawing.objects.of(request.user)[:30], "kinds": KINDS}
    return render(request, "land/drawings.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@desk_view("land.draw")
def drawing(request: DeskRequest, pk: int) -> HttpResponse:
    """One file: the coordinates asked with the guess and its reasons, and what would come of it."""
    found = _found(request, pk)
    figures = figures_of(found)
    offered = candidates(figures, declared=found.read["declared"], region=region_of(found.unit))
    is_draft = found.state == Drawing.State.DRAFT
    columns = columns_of(figures)
    data = request.POST if request.method == "POST" and is_draft else None
    form = SettleForm(
        data, drawing=found, offered=offered, columns=columns, layers=layers_of(figures)
    )
    if data is not None and form.is_valid():
        try:
            key = form.cleaned_data["system"]
            actions.settle(found, by=request.user, key=key, told=form.told)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("land:drawing", found.pk)
    rows = _rows(found) if is_draft and found.system and not form.errors else ()
    # What stands there already lies below, so that a wrong coordinate system is seen at once.
    layers = [
        Layer("parks", "园区", reverse("land:shapes", args=["parks"])),
        Layer("parcels", "宗地", reverse("land:shapes", args=["parcels"])),
        Layer("preview", "预览", reverse("land:preview", args=[found.pk])),
    ]
    context: dict[str, Any] = {
        "drawing": found,
        "kinds": KINDS,
        "form": form,
        "offered": offered,
        "is_open": not (found.system or likeliest(offered)),
        "rows": rows[:_ROWS],
        "good": sum(row.is_good and not row.is_doubtful for row in rows),
        "doubtful": [row for row in rows if row.is_doubtful],
        "bad": sum(not row.is_good for row in rows),
        "count": len(figures),
        "problems": found.read["problems"],
        "map": _map(layers, rows),
    }
    return render(request, "land/drawing.html", context, status=422 if form.errors else 200)


@require_GET
@desk_view("land.draw")
def preview(request: DeskRequest, pk: int) -> HttpResponse:
    """The shapes of a file as they would stand on the map."""
    found = _found(request, pk)
    features = [
        {
            "type": "Feature",
            "properties": {
                "id": row.place,
                "label": row.number or f"第{row.place}个",
                "says": "；".join((*row.wrong, *row.says)) or f"{row.mu}亩",
            },
            "geometry": row.geometry,
        }
        for row in _rows(found)
        if row.made.geometry is not None
    ]
    drawn = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    return HttpResponse(drawn, content_type="application/geo+json")


@require_POST
@desk_view("land.draw")
def take(request: DeskRequest, pk: int) -> HttpResponse:
    """Write what is good."""
    found = _found(request, pk)
    try:
        ticked = set(keys_of(request.POST.getlist("looked_at")))
        done = actions.take(found, by=request.user, now=timezone.now(), looked_at=ticked)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, f"已导入：新登记{done.created}条，更新{done.changed}条，未导入{done.bad}条。"
        )
    return redirect("land:drawing", found.pk)


@require_POST
@desk_view("land.draw")
def undo(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a file back whole."""
    found = _found(request, pk)
    form = ReasonForm(request.POST)
    try:
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        actions.undo(found, by=request.user, reason=reason, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"已撤销“{found}”的导入。")
    return redirect("land:drawing", found.pk)


def _rows(found: Drawing) -> tuple[Planned, ...]:
    one = system(found.system)
    return plan(found, figures_of(found), one) if one else ()


def _map(layers: Sequence[Layer], rows: Sequence[Planned]) -> Any:
    """The map of what would be taken; none where no shape can be drawn."""
    box = around(row.box for row in rows if row.made.geometry is not None)
    return mapped(layers, box, measure=reverse("land:measure")) if box else None


def _found(request: DeskRequest, pk: int) -> Drawing:
    own: Any = Drawing.objects.filter(by=request.user).select_related("unit", "by")
    found: Drawing = get_object_or_404(own.defer("content"), pk=pk)
    return found
