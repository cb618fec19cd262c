"""The forms of a penalty's account: a demand, a payment, a remission, a line to strike."""

from decimal import Decimal
from typing import Any

from django import forms

from yinfeng.web.desks.standard.accounts import account_of
from yinfeng.web.desks.standard.check_forms import VersionForm
from yinfeng.web.desks.standard.forms import day as a_day
from yinfeng.web.desks.standard.forms import words
from yinfeng.web.desks.standard.models import PenaltyEntry
from yinfeng.web.desks.standard.standing import CheckSheet
from yinfeng.web.store.models import Document


def _amount() -> forms.DecimalField:
    return forms.DecimalField(
        label="金额（万元）", min_value=Decimal("0.01"), max_digits=14, decimal_places=2
    )


class _WithPaper(VersionForm):
    document = forms.ModelChoiceField(
        Document.objects.none(), label="资料", required=False, empty_label="（不选）"
    )

    def fit(self, sheet: CheckSheet, papers: Any) -> None:
        """The papers to choose from, and what is still owed."""
        field: Any = self.fields["document"]
        field.queryset = papers
        if "amount" in self.fields and sheet.check.unpaid:
            self.initial["amount"] = sheet.check.unpaid


class DemandForm(_WithPaper):
    """The money is asked for."""

    day = a_day("催缴日期")
    pay_by = a_day("缴纳期限")
    paper = words("催缴通知文号", 160, help_text="没有文号的写明怎么送达。")

    field_order = ("day", "pay_by", "paper", "document")


class PayForm(_WithPaper):
    """Money came in."""

    day = a_day("缴纳日期")
    amount = _amount()
    way = forms.ChoiceField(label="方式", choices=PenaltyEntry.Way.choices)
    paper = words("缴款凭证", 160, help_text="如：非税票据号、银行回单号。")

    field_order = ("day", "amount", "way", "paper", "document")


class RemitForm(_WithPaper):
    """Something need not be paid."""

    day = a_day("批准日期")
    amount = _amount()
    paper = words("批准文号", 160)
    reason = words("减免的理由", 300)

    field_order = ("day", "amount", "paper", "reason", "document")


class StrikeForm(VersionForm):
    """A line that was put down wrongly."""

    entry = forms.ModelChoiceField(
        PenaltyEntry.objects.none(), label="哪一笔", empty_label="（请选）"
    )
    reason = words("更正的理由", 300)

    def fit(self, sheet: CheckSheet, papers: Any) -> None:  # noqa: ARG002
        """The lines that count."""
        account = account_of(sheet.check)
        keys = [one.pk for one in account.standing] if account else []
        field: Any = self.fields["entry"]
        field.queryset = PenaltyEntry.objects.filter(pk__in=keys).order_by("pk")
