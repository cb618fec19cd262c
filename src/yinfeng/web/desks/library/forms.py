"""Forms of the library: many files at once, and a verdict on one figure."""

from typing import TypeAlias

from django import forms
from django.core.files.uploadedfile import UploadedFile

from yinfeng.intake.limits import MAX_FILE, MEGABYTE
from yinfeng.web.store.models import Decision

File: TypeAlias = "UploadedFile[bytes]"


class _Files(forms.ClearableFileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    """One file or many."""

    widget = _Files

    def clean(self, data: object, initial: object = None) -> list[File]:
        """Every file, each checked."""
        files = data if isinstance(data, list | tuple) else [data]
        return [super(_FilesField, self).clean(one, initial) for one in files or [None]]


class UploadForm(forms.Form):
    """The files to take in."""

    # Django's own `files` of a form is what arrived, this one what was checked.
    papers = _FilesField(
        label="选择材料（可多选）",
        allow_empty_file=True,
        max_length=255,
        error_messages={"required": "请先选择要导入的材料。"},
    )

    def clean_papers(self) -> list[File]:
        """The files, none of them larger than the reader takes."""
        files: list[File] = self.cleaned_data["papers"]
        large = [one.name or "" for one in files if (one.size or 0) > MAX_FILE]
        if large:
            most = MAX_FILE // MEGABYTE
            raise forms.ValidationError(f"超过{most}MB，请拆小后再导入：{'、'.join(large)}")
        return files


class PasteForm(forms.Form):
    """Words from a chat or a page, under a name of one's own."""

    name = forms.CharField(label="名称", max_length=100, initial="粘贴的文字")
    says = forms.CharField(
        label="内容",
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "请先粘贴要读取的文字。"},
    )


class VerdictForm(forms.Form):
    """What a person says of a figure."""

    verdict = forms.TypedChoiceField(
        choices=Decision.Verdict.choices,
        coerce=Decision.Verdict,
        error_messages={"required": "请选择采用或不采用。"},
    )
    words = forms.CharField(required=False, max_length=500)
    why = forms.CharField(required=False, max_length=500)
