"""What the trail calls the fields of an event, and how it writes what stood in them.

A field of the record bears the name that its forms and lists give it; what an event tells beside
that is named here. What nobody named keeps its key: a trail hides nothing.
"""

import re
from collections.abc import Mapping

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Choices, Field

_HAN = re.compile(r"[\u4e00-\u9fff]")
_SAID = """
about 关于 | accepted 采用数 | actual 实测值 | address 地址 | agreed 约定 | agreement 协议编号
amount 金额 | answered 答复日期 | area 面积 | asked 要求日期 | asks_to_close 申请销号 | bad 有误
baseline 基线版次 | basis 依据 | batch 批次 | begun 新涉及数 | block 地块 | built 建成
call 催办编号 | called_off 取消原因 | changed 变动 | choices 选项 | cleared_on 腾空日期
code 代码 | columns 列 | conclusion 结论 | confirmed 确认日期 | count 条数 | counts_for 代表的领导
created 新建数 | day 日期 | days 天数 | deadline 期限 | declares 声明 | definition 认定口径
demolished_on 拆除日期 | desks 涉及工作台 | document 材料编号 | documents 材料份数 | done 完成日期
doubts 疑点 | draft 草案编号 | dropped 取消 | due 期限 | edition 版次 | ended 结束 | ends 完成日期
engine 读取程序版本 | entries 记载编号 | entry 记载编号 | evidence 证据 | extended 延期至
fact 事实编号 | facts 事实数 | fair 公平竞争审查文号 | faults 查出的问题 | field 字段
fields 字段 | figures 数值 | file 文件 | files 文件 | finding 核对结果 | firm 企业
firm_agrees 企业同意 | fixed 固定日期 | form 格式 | forms 格式 | formulas 算式 | found 查出
gate 节点 | giver_share 划出方份额 | grade 级别 | granted 取得日期 | happened 发生日期
has_factor 双因素 | higher 上级决定文号 | historic 旧文本用语数 | hits 命中 | holds 成立
host 主机 | is_confirmed 已确认 | is_taken_back 已收回 | job 任务 | joining 合并拆分编号
keys 记录编号 | kind 类别 | label 名称 | last 截止日期 | leader 领导 | left 剩余 | left_out 未列入
level 层级 | line 行 | lines 明细 | list 列表 | listing 列表 | looked_at 已看过 | mapping 列的对应
member 评审人 | merged 归并的记录 | met 会面 | milestones 节点数 | month 月份 | name 名称
needs 需求数 | number 编号 | occupancy 入驻记录 | on 所在 | others 其他名称 | outcome 结果
outside 境外 | owner 业主 | paper 文件 | parcel 地块 | parent 上级单位 | passage 过节点记录
path 所在层级 | pay_by 缴款期限 | payee 收款人 | permits 证照 | persons 涉及人数 | place 地点
planned 计划 | plot 宗地 | pool 公海编号 | port 端口 | post 任职 | previous 上一条
problems 问题数 | project 项目编号 | promise 义务编号 | promises 义务数 | proof 依据
proofs 依据数 | proposed 建议 | query 筛选条件 | quote 原话 | read_from_draft 由草案读出
reasons 理由 | receiver 承接方 | red 红色条款数 | replaces 替代 | reported 填报 | result 结果
resulted 反馈日期 | revenue 收入 | revisit 再看日期 | rival 落户地 | role 角色 | rows 行数
rule 规则 | ruling 裁定 | rung 催办层级 | says 说明 | scheme 口径 | score 分数 | seal 封印
sender 送出方 | severity 轻重 | sha256 文件指纹 | shares 分成 | sheet 表编号 | signed 签约日期
since 起 | solved 已解决 | source 来源 | split 拆分比例 | stage 阶段 | state 状态
statement 说法编号 | subject 外部标识 | system 坐标系 | taken_over 接收的内容 | telling 说法编号
template 模板 | term 期限条件 | text 原文 | to 送达 | total 合计 | touch 涉及记录 | turn 亮灯变化
undoes 撤销 | undone 已撤销 | unit_now 现单位 | until 止 | untold 未送达 | user 人员
username 用户名 | vacated_on 搬离日期 | value 值 | verdict 结论 | version 版本 | veto 否决项
wanted 所要材料 | way 方式 | when 时间 | who 人员 | why 理由 | withdrawn 撤回 | year 年份
yellow 黄色条款数 | yuan 金额（元） | zone 管控区
"""
_NAMES = dict(pair.split(maxsplit=1) for pair in re.split(r" \| |\n", _SAID.strip()))


def titled(kind: str, name: str) -> str:
    """A field of that sort of thing in words: projects.project, land → 用地."""
    field = _field(kind, name)
    if field is not None and _HAN.search(said := str(field.verbose_name)):
        return said
    return _NAMES.get(name, name)


def shown(kind: str, name: str, value: object) -> str:
    """What stood in a field: choices by their names, lists and pairs without brackets."""
    if isinstance(value, str | int):
        value = _choices(kind, name).get(value, value)
    return _plain(value)


# By which back end of the door somebody came in.
_WAYS = {"ModelBackend": "用户名和密码", "DirectoryBackend": "外部身份"}


def _plain(value: object) -> str:
    match value:
        case None | "":
            return ""
        case bool():
            return "是" if value else "否"
        case Mapping():
            return "；".join(
                f"{_NAMES.get(str(key), key)}：{_plain(one)}" for key, one in value.items()
            )
        case list() | tuple():
            return "、".join(map(_plain, value)) or "无"
        case _:
            return _WAYS.get(str(value), str(value))


def _choices(kind: str, name: str) -> Mapping[object, object]:
    """What the values of a field are called: models name their choices after the field."""
    field = _field(kind, name)
    if field is None:
        return {}
    own = getattr(field.model, name.capitalize(), None)
    if isinstance(own, type) and issubclass(own, Choices):
        return dict(own.choices)
    return dict(field.flatchoices)


def _field(kind: str, name: str) -> "Field[object, object] | None":
    try:
        field = apps.get_model(kind)._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist):
        return None
    return field if isinstance(field, Field) else None
