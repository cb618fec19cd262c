"""Forms of reviews and agreements: they check what was typed and save nothing."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from yinfeng.intake.limits import MAX_FILE
from yinfeng.lexicon.reviews import Reviewing
from yinfeng.web.desks.agreements.admission import Scope
from yinfeng.web.desks.agreements.models import (
    Agreement,
    FairReview,
    Member,
    Promise,
    PromiseCheck,
)
from yinfeng.web.people.models import User
from yinfeng.web.shell.forms import Day
from yinfeng.web.store.models import Document

_LINES = {"rows": 3}


def day_field(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    """A day."""
    return forms.DateField(label=label, required=required, widget=Day(), help_text=help_text)


def words_field(label: str, longest: int, *, required: bool = True, **more: Any) -> forms.CharField:
    """A line of words."""
    return forms.CharField(label=label, max_length=longest, required=required, **more)


def _text(label: str, longest: int = 1000, **more: Any) -> forms.CharField:
    return words_field(label, longest, widget=forms.Textarea(attrs=_LINES), **more)


def paper_field(label: str) -> "forms.ModelChoiceField[Document]":
    """A paper of the library."""
    return forms.ModelChoiceField(
        Document.objects.none(),
        label=label,
        required=False,
        empty_label="（不选）",
        help_text="列出本单位最近导入的资料；没有的先在资料里导入，或在旁边写明存放处。",
    )


class Form(forms.Form):
    """A form in which papers of the library may be chosen."""

    def offer(self, papers: QuerySet[Document]) -> None:
        """The papers to choose from."""
        for field in self.fields.values():
            queryset = getattr(field, "queryset", None)
            if queryset is not None and queryset.model is Document:
                field.queryset = papers  # type: ignore[attr-defined]


class VersionForm(Form):
    """What a form about one record has: the version that the person was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(VersionForm):
    """Only why."""

    reason = _text("理由", 500)


class OpenReviewForm(Form):
    """When the review meets."""

    day = day_field("会议日期")
    place = words_field("会议地点", 120, required=False)


class HandInForm(Form):
    """One of the papers that a review wants."""

    wanted = forms.ChoiceField(label="哪一份材料")
    document = paper_field("资料")
    says = words_field("或写明文号、名称", 200, required=False)

    def fit(self, rules: Reviewing) -> None:
        """The papers of these rules."""
        self.fields["wanted"].choices = list(rules.papers.items())  # type: ignore[attr-defined]


class MemberForm(Form):
    """Who reviews."""

    user = forms.ModelChoiceField(User.objects.none(), label="评委")
    stands_for = words_field("代表哪个部门", 60, required=False)

    def fit(self, people: Any) -> None:
        """Those who may."""
        self.fields["user"].queryset = people  # type: ignore[attr-defined]


class DeclareForm(Form):
    """Whether one has an interest."""

    declares = forms.ChoiceField(label="申报", choices=Member.Declares.choices)
    interest = words_field("利益关系说明", 300, required=False)


class ScoreForm(Form):
    """One's own sheet: a field for each item of the rules."""

    says = _text("意见", 1000, required=False)

    def fit(self, rules: Reviewing) -> None:
        """The items of these rules."""
        own = {
            f"item_{item.key}": forms.DecimalField(
                label=f"{item.says}（{item.points}分）",
                min_value=Decimal(0),
                max_value=Decimal(item.points),
                max_digits=5,
                decimal_places=1,
                help_text=item.asks,
            )
            for item in rules.items
        }
        self.fields = {**own, **self.fields}

    @property
    def scores(self) -> dict[str, Decimal]:
        """The points by item."""
        return {
            name.removeprefix("item_"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("item_")
        }


class VetoForm(Form):
    """Whether one veto hits."""

    veto = forms.ChoiceField(label="否决事项")
    hits = forms.TypedChoiceField(
        label="核对结果",
        choices=(("no", "未触及"), ("yes", "触及，一票否决")),
        coerce=lambda says: says == "yes",
    )
    says = words_field("核对依据", 300, help_text="如：县自然资源局查询单、信用中国查询记录。")

    def fit(self, rules: Reviewing) -> None:
        """The vetoes of these rules."""
        choices = [(one.key, one.says) for one in rules.vetoes]
        self.fields["veto"].choices = choices  # type: ignore[attr-defined]


class ConcludeForm(VersionForm):
    """The minutes and, where it passes with conditions, which."""

    conditions = _text("附加条件", 1000, required=False)
    minutes = paper_field("纪要资料")
    minutes_says = words_field("或纪要文号", 200, required=False)
    higher = words_field("上级评审决定文号", 120, required=False)

    def fit(self, scope: Scope) -> None:
        """Ask for the decision of the higher office where the sum belongs there."""
        if scope.is_higher:
            self.fields["higher"].help_text = f"{scope.says_higher}；通过的必须填写。"
        else:
            del self.fields["higher"]


class AgreementForm(forms.ModelForm):  # type: ignore[type-arg]
    """The head of an agreement."""

    class Meta:
        model = Agreement
        fields = (
            "kind", "title", "number", "phase", "supplements", "ours", "theirs", "others",
            "amount", "fixed", "starts", "produces", "tax",
        )  # fmt: skip
        widgets = {"starts": Day(), "produces": Day()}
        help_texts = {
            "amount": "连同单位，如：3.2亿元、1000万美元",
            "phase": "分期签订的，如：一期",
            "tax": "只写亩均税收等指标；不得与奖补挂钩",
        }

    def fit(self, agreements: Iterable[Agreement]) -> None:
        """The agreements of the project that can be supplemented."""
        keys = [one.pk for one in agreements]
        field = self.fields["supplements"]
        field.queryset = Agreement.objects.filter(pk__in=keys)  # type: ignore[attr-defined]


class RedraftForm(AgreementForm):
    """The head of a draft, with the version that was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class DraftForm(forms.Form):
    """A draft to be screened."""

    file = forms.FileField(
        label="协议草案", max_length=255, help_text="Word（docx）、PDF 或文本，一次一份。",
        error_messages={"required": "请选择草案文件。"},
    )  # fmt: skip
    written = day_field("文本日期", required=False, help_text="旧文本请填它的日期；不填从文中读。")

    def clean_file(self) -> Any:
        """Not larger than the reader takes."""
        file = self.cleaned_data["file"]
        if (file.size or 0) > MAX_FILE:
            raise forms.ValidationError("文件太大，请拆小后再传。")
        return file


class AnswerForm(Form):
    """The legal ground of a red clause."""

    rule = forms.CharField(widget=forms.HiddenInput)
    quote = forms.CharField(widget=forms.HiddenInput, strip=False)
    says = _text("法律依据", 1000, error_messages={"required": "请写明法律依据。"})


class FairForm(Form):
    """The record of the review of fair competition."""

    number = words_field("编号", 60)
    body = words_field("审查机构", 120, help_text="如：清溪县市场监督管理局")
    day = day_field("审查日期")
    conclusion = forms.ChoiceField(label="结论", choices=FairReview.Conclusion.choices)
    document = paper_field("资料")
    says = words_field("或审查意见存放处", 300, required=False)
    ground = forms.ChoiceField(
        label="适用例外的依据",
        required=False,
        choices=[("", "不适用例外"), *FairReview.Ground.choices],
    )
    alternative = words_field("为什么没有影响更小的办法", 300, required=False)
    ends = day_field("例外终止日期", required=False)


class SignForm(VersionForm):
    """The day and the papers of signing."""

    day = day_field("签订日期")
    scan = paper_field("扫描件资料")
    scan_says = words_field("或扫描件存放处", 200, required=False)
    legal = paper_field("法律意见资料")
    legal_says = words_field("或法律意见文号", 200, required=False)


class EndForm(VersionForm):
    """When and why an agreement ends."""

    day = day_field("终止日期")
    reason = _text("终止原因", 300)


class PromiseForm(Form):
    """A duty of one side."""

    side = forms.ChoiceField(label="哪一方", choices=Promise.Side.choices)
    says = words_field("约定做什么", 300)
    due = day_field("期限", required=False)
    clause = words_field("条款号", 60, required=False)
    quote = _text("协议原文", 1000, required=False)


class ProposalForm(forms.Form):
    """One duty read from the draft: whether it is taken, and as what."""

    take = forms.BooleanField(label="登记", required=False)
    side = forms.ChoiceField(label="哪一方", choices=Promise.Side.choices)
    says = words_field("约定做什么", 300)
    due = day_field("期限", required=False)


class CheckForm(Form):
    """What came of a duty."""

    thing = forms.IntegerField(widget=forms.HiddenInput)
    finding = forms.ChoiceField(label="履约情况", choices=PromiseCheck.Finding.choices)
    day = day_field("日期", help_text="做到的日期；未履行的填核对的日期。")
    proof = words_field("凭什么认定", 300)
    document = paper_field("资料")


class ThingReasonForm(Form):
    """A reason about one thing."""

    thing = forms.IntegerField(widget=forms.HiddenInput)
    reason = words_field("理由", 300)
