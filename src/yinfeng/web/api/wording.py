"""The description of the interface in Chinese, whatever the code calls things.

Docstrings are for who changes the code; what they say in English is left out of the page, and what
has a plain name in all answers (id, version, rows) is told here once.
"""

import re
from collections.abc import Iterator
from typing import Any

_HAN = re.compile(r"[\u4e00-\u9fff]")
_ANSWERS = {
    "200": "成功",
    "201": "已登记",
    "202": "已收下，后台处理",
    "400": "请求的写法不对",
    "401": "没有令牌，或令牌不对、已过期",
    "403": "令牌的主人或范围没有这项权限",
    "404": "没有这一条，或不在工作范围内",
    "405": "这个地址不支持这种请求方法",
    "409": "有人先改过，或现在不能办；说明原因",
    "413": "请求太大",
    "422": "内容不对；逐项说明",
}
NAMES = {
    "address": "网页地址",
    "batch": "批次编号",
    "code": "错误代码",
    "columns": "列",
    "content": "内容（base64）",
    "count": "共几条",
    "counts": "各项统计",
    "day": "日期",
    "end": "止",
    "engine": "读取程序的版本",
    "entries": "各项",
    "error": "错误",
    "facts": "事实",
    "field": "项目",
    "fields": "各项的错误",
    "files": "文件",
    "high": "上限",
    "host": "所属单位",
    "id": "编号",
    "key": "代号",
    "kind": "类别",
    "label": "名称",
    "last": "到哪天",
    "left_out": "没有计入的",
    "low": "下限",
    "media": "文件类型",
    "name": "名称",
    "number": "编号",
    "page": "第几页",
    "pages": "共几页",
    "paper": "材料编号",
    "paper_ids": "材料编号",
    "parts": "组成部分",
    "pattern": "读取规则",
    "pk": "编号",
    "proofs": "佐证",
    "published": "发布日期",
    "publisher": "发布单位",
    "q": "关键字",
    "quote": "原话",
    "read_at": "读取时间",
    "reason": "理由",
    "request": "请求编号，报修时提供",
    "restored": "还原后的文本",
    "rows": "各行",
    "rule": "依据的规则",
    "says": "说明",
    "scopes": "范围",
    "sha256": "文件校验值",
    "source": "原文",
    "standing_value": "现在采用的值",
    "start": "起",
    "state": "状态",
    "status": "状态（已完成、进行中、计划、目标）",
    "thing": "明细的编号",
    "title": "标题",
    "token": "令牌",
    "unit": "单位",
    "until": "有效期至",
    "username": "用户名",
    "value": "值",
    "values": "各列的值",
    "verdict": "核实结果",
    "version": "版本，修改时须带读到的版本",
    "way": "方式",
    "why": "理由",
    "without": "没有计入的",
    "words": "改为",
    "yuan": "金额（元）",
}


def in_chinese(described: Any) -> Any:
    """The description with Chinese words only; nothing that a program goes by is changed."""
    for operation in _operations(described):
        _tell(operation)
        for parameter in operation.get("parameters", ()):
            _name(parameter["name"], parameter["schema"])
            if "description" not in parameter and "description" in parameter["schema"]:
                parameter["description"] = parameter["schema"]["description"]
        for status, answer in operation["responses"].items():
            answer["description"] = _ANSWERS[str(status)]
    for schema in described["components"]["schemas"].values():
        _tell(schema)
        for name, told in schema.get("properties", {}).items():
            _name(name, told)
    return described


def _operations(described: Any) -> Iterator[Any]:
    for operations in described["paths"].values():
        yield from operations.values()


def _tell(thing: Any) -> None:
    if not _HAN.search(thing.get("description", "")):
        thing.pop("description", None)


def _name(name: str, told: Any) -> None:
    """Tell what is meant where the title is but the name itself."""
    if not _HAN.search(f"{told.get('title', '')}{told.get('description', '')}"):
        told.pop("title", None)
        told["description"] = NAMES[name]
