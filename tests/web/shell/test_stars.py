"""What must be filled in bears a star, once explained, that no listener hears as a name."""

import re
from pathlib import Path

from django import forms

import yinfeng.web

_TEMPLATES = Path(yinfeng.web.__file__).parent.glob("**/templates/**/*.html")


class _Form(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(label="备注", required=False)
    name = forms.CharField(label="名称")
    place = forms.CharField(label="<地点>")


def _label(name: str) -> str:
    return str(_Form()[name].label)


def test_what_may_stay_empty_bears_no_star() -> None:
    assert _label("note") == "备注"


def test_what_is_hidden_bears_no_star() -> None:
    assert "＊" not in _label("version")


def test_the_first_star_of_a_form_says_what_it_means() -> None:
    assert re.findall("＊|必填", _label("name")) == ["＊", "必填"]
    assert re.findall("＊|必填", _label("place")) == ["＊"]


def test_the_star_is_no_part_of_the_name_that_is_read_out() -> None:
    heard = re.sub(r'<span class="must" aria-hidden="true">.*</span>', "", _label("name"))
    assert heard.strip() == "名称"
    assert " required" in str(_Form()["name"])


def test_words_of_a_label_stay_words() -> None:
    assert "&lt;地点&gt;" in _label("place")


def test_no_template_draws_a_star_of_its_own() -> None:
    assert not [path.name for path in _TEMPLATES if "＊" in path.read_text(encoding="utf-8")]
