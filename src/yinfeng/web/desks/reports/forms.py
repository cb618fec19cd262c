"""Forms of reports: for which day, why put right, which template."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from yinfeng.web.shell.forms import Day

_LARGEST = 5 << 20


class DayForm(forms.Form):
    """The last day of the report."""

    last = forms.DateField(label="截止日期", widget=Day())

    def __init__(self, data: Any, *, today: date) -> None:
        super().__init__(data, label_suffix="", initial={"last": today}, auto_id="f_%s")
        self._today = today

    def clean_last(self) -> date:
        """A day that has come."""
        day: date = self.cleaned_data["last"]
        if day > self._today:
            raise forms.ValidationError("不能编制以后日子的报表。")
        return day


class ReasonForm(forms.Form):
    """Why an issue is put right."""

    reason = forms.CharField(
        label="更正理由", max_length=200, error_messages={"required": "请写明更正的理由。"}
    )


class TemplateForm(forms.Form):
    """A Word template."""

    template = forms.FileField(
        label="Word 模板（.docx）",
        max_length=255,
        error_messages={"required": "请先选择模板文件。", "empty": "这个文件是空的。"},
    )

    def clean_template(self) -> "UploadedFile[bytes]":
        """A file of Word that is not too large."""
        file: UploadedFile[bytes] = self.cleaned_data["template"]
        if not (file.name or "").lower().endswith(".docx"):
            raise forms.ValidationError("模板须是 .docx 文件。")
        if (file.size or 0) > _LARGEST:
            raise forms.ValidationError("模板不能超过5MB。")
        return file
