"""The form of what happened with an agreement; it checks what was typed and saves nothing."""

from decimal import Decimal
from typing import Any

from django import forms

from yinfeng.lexicon.duties import duty_words
from yinfeng.web.desks.agreements.forms import Form, day_field, paper_field, words_field
from yinfeng.web.desks.agreements.models import Agreement, Promise
from yinfeng.web.desks.leads import figures
from yinfeng.web.shell.refusals import Refused


class HappeningForm(Form):
    """An event from which terms run, or a sum of a stretch of time, with what shows it."""

    kind = forms.ChoiceField(label="发生了什么")
    promise = forms.ModelChoiceField(
        Promise.objects.none(), label="只关系到哪一项义务", required=False,
        empty_label="凡从它起算的都适用",
    )  # fmt: skip
    day = day_field("发生日期", help_text="金额是一段时间的，填截止日期。")
    since = day_field("金额从哪天起", required=False)
    sum = words_field("金额", 40, required=False, help_text="连同单位，如：850万元；登记事件的不填")
    proof = words_field(
        "凭据", 300, help_text="如：交接单、通知书文号、完税证明、统计报表、付款凭证"
    )
    document = paper_field("资料")
    is_taken_back = forms.BooleanField(label="登记错了，撤回这一条", required=False)

    def fit(self, agreement: Agreement) -> None:
        """Events first from which its terms wait, then sums; the duties of the agreement."""
        words = duty_words()
        rows = agreement.promises.filter(withdrawn="").order_by("pk")
        self.fields["promise"].queryset = rows  # type: ignore[attr-defined]
        waiting = {one.term.partition("+")[0] for one in rows if one.term}
        events = sorted(words.event_labels, key=lambda key: key not in waiting)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("期限从它起算的事件", [(f"event:{key}", words.event_labels[key]) for key in events]),
            ("实际发生的金额", [(f"sum:{key}", label) for key, label in words.sum_labels.items()]),
        ]

    def clean(self) -> dict[str, Any]:
        """The kind without its group, and the sum in yuan."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        group, _, cleaned["kind"] = str(cleaned.get("kind", "")).partition(":")
        says = cleaned.pop("sum", "").strip()
        cleaned["yuan"] = None
        if group == "sum":
            cleaned["yuan"] = self._yuan(says)
        elif says:
            self.add_error("sum", "登记事件的不填金额；登记付款金额的，请选“实际发生的金额”一组。")
        return cleaned

    def _yuan(self, says: str) -> Decimal | None:
        try:
            value = figures.yuan(figures.amount(says)) if says else None
        except Refused as refusal:
            self.add_error("sum", str(refusal))
            return None
        if value is None:
            self.add_error("sum", "请填写人民币金额，连同单位，如“850万元”。")
        return value
