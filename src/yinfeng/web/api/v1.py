"""Version 1 of the interface, put together."""

from functools import cached_property
from typing import Any, cast

from django.http import HttpRequest
from ninja import NinjaAPI, Schema
from ninja.openapi.docs import Swagger

from yinfeng.web.api import (
    beginnings,
    counts,
    leads,
    lists,
    papers,
    parts,
    records,
    rooms,
    siting,
    standard,
)
from yinfeng.web.api.answers import UNDONE, answer_for
from yinfeng.web.api.door import Bearer, TokenRequest
from yinfeng.web.api.routes import routes
from yinfeng.web.api.wording import in_chinese

_ABOUT = """与工作台同一套查询、筛选、权限和操作。

- 在“我的账号”里新建令牌，放在请求头 `Authorization: Bearer …`。
- 令牌只能做其主人能做、且范围写明的事；每次写入都记在主人名下，并注明令牌。
- 列表的筛选参数与网页地址栏里的一样；`as_of` 查看过去某日。
- 个人信息按类别遮盖。
- 页面上能办的事，这里也能办：`POST /leads/12/dispatch` 就是派单；要指明哪一条的，编号在明细里。
- 文件写成 `{"name", "content"}`，内容用base64，一次请求不超过2MB；更大的材料用 `/papers` 上传。
- 没有送来的项目保持原样；送 `null` 即清空。
- 修改要带 `version`（读到的版本）；有人先改过的，返回409，说明谁改了什么。
- 出错时一律返回 `{"error": {"code", "says", "fields", "request"}}`。
"""


class MeOut(Schema):
    """Who asks, and what the token opens."""

    username: str
    name: str
    unit: str
    token: str
    scopes: list[str]
    until: str


# Each of these brings its operations to the router when it is imported.
PARTS = (papers, lists, parts, leads, rooms, beginnings, records, siting, standard, counts)


class Interface(NinjaAPI):
    """The interface, described in Chinese."""

    def get_openapi_schema(self, **given: Any) -> Any:
        """The description, as an office reads it; made once in a process, for it takes seconds."""
        made = self._described.get(str(given))
        if made is None:
            made = in_chinese(super().get_openapi_schema(**given))
            self._described[str(given)] = made
        return made

    @cached_property
    def _described(self) -> dict[str, Any]:
        return {}


def _made() -> NinjaAPI:
    api = Interface(
        title="引凤接口",
        version="1",
        description=_ABOUT,
        auth=Bearer(),
        urls_namespace="api-1",
        docs_url="/docs",
        # The structures stand with their operations; listed once more they are names of the code.
        docs=Swagger(settings={"defaultModelsExpandDepth": -1}),
        openapi_url="/openapi.json",
    )
    answer_for(api)
    routes.get("/me", tags=["令牌"], response={200: MeOut, **UNDONE}, summary="令牌的主人和范围")(
        _me
    )
    api.add_router("", routes)
    return api


def _me(request: HttpRequest) -> Any:
    asked = cast(TokenRequest, request)
    user, token = asked.user, asked.auth
    return {
        "username": user.username,
        "name": user.name,
        "unit": user.unit.name,
        "token": token.name,
        "scopes": token.scopes,
        "until": token.until.isoformat(),
    }


api = _made()
