"""What the library calls things: kinds of fact, fields, statuses, values."""

from yinfeng.judgement.stages import STAGES
from yinfeng.reports import wording
from yinfeng.reports.sections.moves import ENGAGEMENTS
from yinfeng.values import Period, Person, Quantity, Status
from yinfeng.values.form import Value

KINDS = {
    "indicator": "指标",
    "project": "项目",
    "engagement": "往来",
    "carrier": "载体",
    "renewal": "更新",
    "partnership": "合作",
    "service": "服务",
    "role": "职务",
}
FIELDS = {
    "subject": "对象",
    "name": "名称",
    "value": "数值",
    "period": "时间",
    "yoy": "同比",
    "investors": "投资方",
    "product": "产品",
    "industry": "行业",
    "investment": "总投资",
    "annual_sales": "年销售",
    "annual_tax": "年税收",
    "capacity": "产能",
    "land": "用地",
    "floor_area": "建筑面积",
    "site": "选址",
    "origin": "来自",
    "stage": "阶段",
    "stage_date": "阶段时间",
    "customers": "客户",
    "date": "日期",
    "type": "类型",
    "people": "人员",
    "counterparts": "对方",
    "place": "地点",
    "project": "项目",
    "purpose": "事由",
    "area": "面积",
    "built_area": "建筑面积",
    "industries": "产业",
    "tenants": "入驻",
    "block": "地块",
    "enterprises": "企业数",
    "signed_rate": "签约率",
    "signed_area": "已签面积",
    "as_of": "截至",
    "before": "原用途",
    "after": "新用途",
    "parties": "各方",
    "enterprise": "企业",
    "need": "诉求",
    "helper": "帮办方",
    "amount": "金额",
    "outcome": "结果",
    "person": "姓名",
    "title": "职务",
    "organisation": "单位",
}
STATUSES = {
    Status.DONE: "",
    Status.UNDER_WAY: "在办",
    Status.PLANNED: "计划",
    Status.TARGET: "目标",
}
_CARRIERS = {
    "park": "园区",
    "base": "基地",
    "building": "楼宇",
    "station": "联络站",
    "platform": "平台",
}
_PARTNERSHIPS = {
    "pairing": "结对",
    "cooperation": "战略合作",
    "supply": "供应配套",
    "research": "产学研",
    "village_enterprise": "村企共建",
}
# Fields whose words are keys of a list, and the list.
_VOCABULARIES = {
    ("project", "stage"): STAGES,
    ("engagement", "type"): ENGAGEMENTS,
    ("carrier", "type"): _CARRIERS,
    ("partnership", "type"): _PARTNERSHIPS,
}
_TYPES = {key: says for one in _VOCABULARIES.values() for key, says in one.items()}


def vocabulary(kind: str, field: str) -> dict[str, str]:
    """The keys that a field may hold with their words; empty where it holds words of its own."""
    return _VOCABULARIES.get((kind, field), {})


def says(value: Value) -> str:
    """The value in the words of an office."""
    if isinstance(value, Quantity):
        return wording.written(value)
    if isinstance(value, Period):
        return wording.period(value) if value.is_resolved else "未载明"
    if isinstance(value, str):
        return _TYPES.get(value, value)
    return "、".join(_one(item) for item in value)


def _one(item: str | Person) -> str:
    return item if isinstance(item, str) else f"{item.title}{item.name}"
