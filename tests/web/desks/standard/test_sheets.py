"""Sheets of standard land: plots with their indicators, commitments, who deals with a check."""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.conftest import browser_of
from tests.web.desks.standard.grounds import LIMITS, check_of, parcel_of, plot_of
from yinfeng.web.desks.standard.models import Commitment, StandardPlot
from yinfeng.web.lists.models import Batch
from yinfeng.web.people.models import User


def test_a_sheet_of_plots_brings_their_indicators(head: User) -> None:
    for number in ("YZ-31", "YZ-32", "YZ-33"):
        parcel_of(head, number)
    browser = browser_of(head)
    rows = [
        "宗地号,文号,固定资产投资强度下限,容积率下限,容积率上限,单位能耗上限,单位排放上限,亩均税收下限",
        "YZ-31,云出让5号,350,1.0,2.0,0.5,0.8,25",
        "YZ-32,云出让6号,350,1.0,2.0,0.5,0.8,",
        "YZ-33,云出让7号,,,,,,",
        "YZ-99,云出让8号,350,1.0,2.0,0.5,0.8,25",
    ]
    _imported(browser, "", rows, ("还缺：亩均税收", "没有宗地“YZ-99”"), head)
    plots = {one.parcel.number: one for one in StandardPlot.objects.select_related("parcel")}
    assert {key: one.state for key, one in plots.items()} == {
        "YZ-31": StandardPlot.State.SET, "YZ-33": StandardPlot.State.PREPARING,
    }  # fmt: skip
    limits = plots["YZ-31"].sets.get().limits
    assert (limits["tax"].low, limits["plot_ratio"].high) == (Decimal(25), Decimal("2.0"))


def test_a_sheet_of_commitments_begins_their_checks(head: User) -> None:
    plot_of(head, "YZ-41")
    browser = browser_of(head)
    rows = [
        "宗地号,企业,合同编号,签订日期,交地日期,土地价款（万元）,履约保证金（万元）",
        "YZ-41,云泽仪表有限公司,合同9号,2022-03-01,2022-04-01,900,90",
        "YZ-42,云泽弹簧有限公司,合同10号,2022-03-01,,900,90",
    ]
    _imported(browser, "commitments/", rows, ("YZ-42”还没有登记为标准地",), head)
    made = Commitment.objects.get()
    assert made.checks.count() == 5
    assert made.limits == LIMITS
    assert check_of(made, "start").due == date(2022, 10, 8)
    owners = ["宗地号,核查,轮次,经办人", "YZ-41,开工,1,方文石", "YZ-41,拆除,1,方文石"]
    _imported(browser, "checks/", owners, ("没有这次核查",), head)
    assert check_of(made, "start").owner == "方文石"


def _imported(
    browser: Client, at: str, rows: list[str], wrong: tuple[str, ...], head: User
) -> None:
    sheet = SimpleUploadedFile("表.csv", "\n".join(rows).encode("utf-8-sig"))
    send = {"sheet": sheet, "file": sheet, "unit": head.unit_id}
    browser.post(f"/standard/{at}import/take", send)
    batch = Batch.objects.latest("pk")
    page = browser.get(f"/standard/{at}import/{batch.pk}").content.decode()
    for words in wrong:
        assert words in page
    seal = page.partition('name="seal" value="')[2].partition('"')[0]
    run = {"seal": seal, "leaves_bad": "on"}
    answer = browser.post(f"/standard/{at}import/{batch.pk}/run", run, follow=True)
    assert answer.status_code == 200
