"""Forms by which a person adds what the reader left out."""

from collections import Counter

from django import forms

from yinfeng.values import KINDS, Evidence, Status
from yinfeng.values.facts import Figure, Many, People, When
from yinfeng.values.form import told_names
from yinfeng.web.desks.library import words
from yinfeng.web.desks.library.quoting import inside
from yinfeng.web.desks.library.typed import form_of, typed_anew
from yinfeng.web.shell.refusals import Refused
from yinfeng.web.store.actions import Added
from yinfeng.web.store.models import Fact, Reading

_LONGEST = 500
_VALUE = "v_"
_STATUSES = [(Status.DONE.value, "已实现或事实如此")] + [
    (status.value, says) for status, says in words.STATUSES.items() if says
]
_CLASSES = {one.kind: one for one in KINDS}
_HELP = (
    (Figure, "连同单位，如 1.2亿元、45亩、17.49%"),
    (When, "写明年份，如 2026年3月18日、2026年1至3月"),
    (Many, "多个用顿号隔开"),
    (People, "写成“姓名（职务）”，多人用顿号隔开"),
)


class WordsForm(forms.Form):
    """The kind of fact that was left out, and the words of the paper that prove it."""

    kind = forms.ChoiceField(
        label="漏读的是",
        choices=tuple(words.KINDS.items()),
        error_messages={"required": "请选类别。"},
    )
    words = forms.CharField(
        label="证明它的原话",
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="从原文照抄，或在原文里选中后展开本栏自动填入。换行和空格不影响。",
        error_messages={"required": "请照抄证明它的原话。"},
    )
    at = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)


class FactForm(forms.Form):
    """What a fact of one kind says, field by field."""

    host = forms.CharField(
        label="归哪里（报道对象）",
        max_length=200,
        required=False,
        help_text="镇、街道、园区或县的名称。",
    )
    status = forms.ChoiceField(label="完成情况", choices=_STATUSES, required=False)

    def __init__(self, kind: str, *args: object, **given: object) -> None:
        super().__init__(*args, **given)  # type: ignore[arg-type]
        self.kind = kind
        for name in told_names(_CLASSES[kind]):
            self.fields[_VALUE + name] = _field(kind, name)

    def added(self, evidence: Evidence) -> dict[str, Added]:
        """What was typed, each with the words inside the quote that say it."""
        found: dict[str, Added] = {}
        status = Status(self.cleaned_data["status"] or Status.DONE)
        for name in told_names(_CLASSES[self.kind]):
            says = self.cleaned_data[_VALUE + name].strip()
            if says:
                try:
                    value = typed_anew(says, self.kind, name)
                except Refused as refusal:
                    self.add_error(_VALUE + name, str(refusal))
                    continue
                found[name] = Added(value, inside(evidence, says), status)
        if not found and not self.errors:
            self.add_error(None, "请至少填写一项内容。")
        return found


class FieldForm(forms.Form):
    """One field that was left out of a fact, with the words that prove it."""

    field = forms.ChoiceField(label="漏读的项目")
    value = forms.CharField(
        label="内容",
        max_length=_LONGEST,
        help_text="数连同单位；时间写明年份；多个名称用顿号隔开；人员写成“姓名（职务）”。",
        error_messages={"required": "请填写内容。"},
    )
    words = forms.CharField(
        label="证明它的原话",
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="从原文照抄。换行和空格不影响。",
        error_messages={"required": "请照抄证明它的原话。"},
    )
    status = forms.ChoiceField(label="完成情况", choices=_STATUSES, required=False)
    at = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, fact: Fact, *args: object, **given: object) -> None:
        super().__init__(*args, **given)  # type: ignore[arg-type]
        self.fields["field"].choices = missing(fact)  # type: ignore[attr-defined]


def missing(fact: Fact) -> list[tuple[str, str]]:
    """The fields that a fact has not, with their labels."""
    there = {entry.field for entry in fact.entries.all()}
    names = told_names(_CLASSES[fact.kind])
    return [(name, words.FIELDS[name]) for name in names if name not in there]


def likely_host(reading: Reading) -> str:
    """Whose ledger a further fact of the paper most likely belongs to."""
    hosts = Counter(
        Fact.objects.filter(reading=reading).exclude(host="").values_list("host", flat=True)
    )
    return hosts.most_common(1)[0][0] if hosts else reading.document.unit.name


def _field(kind: str, name: str) -> forms.Field:
    label, known = words.FIELDS[name], words.vocabulary(kind, name)
    if known:
        choices = [("", "未载明"), *((says, says) for says in known.values())]
        return forms.ChoiceField(label=label, choices=choices, required=False)
    says = next((says for form, says in _HELP if form == form_of(kind, name)), "")
    return forms.CharField(label=label, max_length=_LONGEST, required=False, help_text=says)
