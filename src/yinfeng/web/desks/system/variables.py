"""Every setting that an office may give: what it is for, its value now, where that comes from.

Passwords and keys are never shown; of an address with a password in it the rest is.
"""

import os
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.conf import settings

_PASSWORD = re.compile(r"(?<=://)([^:/\s]*):[^/\s]*@")
_HIDDEN = "已设，不显示"
_FACTORS = {"optional": "自愿", "administrators": "管理员必须", "everyone": "人人必须"}


class Variable(NamedTuple):
    """One setting: its name, what it says, and how its value is found among the settings."""

    name: str
    says: str
    value: Callable[[], Any]
    is_secret: bool = False
    kept_in: str = ""


class InForce(NamedTuple):
    """One setting as it holds now."""

    name: str
    says: str
    value: str
    source: str


def _plain(name: str) -> Callable[[], Any]:
    return lambda: getattr(settings, name)


def _of(group: str, key: str) -> Callable[[], Any]:
    return lambda: getattr(settings, group)[key]


def _given(name: str) -> Callable[[], Any]:
    return lambda: os.environ.get(name, "")


GROUPS: tuple[tuple[str, tuple[Variable, ...]], ...] = (
    (
        "数据",
        (
            Variable("YINFENG_DATA", "数据文件夹：数据库、材料、密钥", _plain("DATA")),
            Variable("DATABASE_URL", "PostgreSQL 数据库；不设用 SQLite", _given("DATABASE_URL")),
            Variable("YINFENG_BACKUPS", "备份文件夹", _plain("BACKUPS")),
            Variable(
                "YINFENG_SECRET", "会话和表单的密钥", _plain("SECRET_KEY"), True, "secret.key"
            ),
            Variable("YINFENG_DEBUG", "开发用的出错页面，单位使用时须关", _plain("DEBUG")),
        ),
    ),
    (
        "谁能访问",
        (
            Variable("YINFENG_HOSTS", "浏览器里用的主机名", _plain("ALLOWED_HOSTS")),
            Variable("YINFENG_NETWORKS", "只答复这些网段", _plain("NETWORKS")),
            Variable("YINFENG_PROXIES", "信任的代理", _plain("PROXIES")),
            Variable("YINFENG_HTTPS", "在 HTTPS 代理之后", _plain("SECURE_SSL_REDIRECT")),
            Variable("YINFENG_ORIGINS", "代理的对外地址", _plain("CSRF_TRUSTED_ORIGINS")),
            Variable("YINFENG_PASSWORD_DAYS", "多少天换密码", lambda: settings.PASSWORD_LASTS.days),
            Variable(
                "YINFENG_IDLE_MINUTES",
                "多少分钟不动自动退出",
                lambda: int(settings.IDLE_LIMIT.total_seconds()) // 60,
            ),
            Variable("YINFENG_TOTP", "谁须双因素登录", lambda: _FACTORS[settings.SECOND_FACTOR]),
        ),
    ),
    (
        "统一身份认证（OIDC）",
        (
            Variable("YINFENG_OIDC_ISSUER", "认证服务器", _of("OIDC", "issuer")),
            Variable("YINFENG_OIDC_CLIENT", "本系统在那里的编号", _of("OIDC", "client")),
            Variable("YINFENG_OIDC_SECRET", "密钥", _of("OIDC", "secret"), True),
            Variable("YINFENG_OIDC_LABEL", "登录页按钮的名称", _of("OIDC", "label")),
        ),
    ),
    (
        "目录服务（LDAP）",
        (
            Variable("YINFENG_LDAP_URL", "目录服务器", _of("LDAP", "url")),
            Variable("YINFENG_LDAP_PATTERN", "用户名在目录里的写法", _of("LDAP", "pattern")),
            Variable("YINFENG_LDAP_BASE", "在哪一枝下查找", _of("LDAP", "base")),
            Variable("YINFENG_LDAP_FILTER", "查找条件", _of("LDAP", "filter")),
            Variable("YINFENG_LDAP_ACCOUNT", "查找用的账号", _of("LDAP", "account")),
            Variable("YINFENG_LDAP_PASSWORD", "它的密码", _of("LDAP", "password"), True),
            Variable("YINFENG_LDAP_CERTIFICATE", "服务器证书文件", _of("LDAP", "certificate")),
            Variable("YINFENG_LDAP_PLAIN", "允许明文传密码", _of("LDAP", "plain")),
        ),
    ),
    (
        "进出的渠道",
        (
            Variable("YINFENG_FOLDER", "监看的收件文件夹", _plain("FOLDER")),
            Variable("YINFENG_FOLDER_USER", "以谁的名义收文件", _plain("FOLDER_USER")),
            Variable("YINFENG_MAIL_IN", "收件邮箱（IMAP）", _plain("MAIL_IN")),
            Variable("YINFENG_MAIL_IN_USER", "以谁的名义收邮件", _plain("MAIL_IN_USER")),
            Variable("YINFENG_MAIL_OUT", "发件服务器", _given("YINFENG_MAIL_OUT")),
            Variable("YINFENG_MAIL_FROM", "发件人", _plain("DEFAULT_FROM_EMAIL")),
            Variable("YINFENG_HOOKS_TO_LOOPBACK", "允许推送到本机", _plain("HOOKS_TO_LOOPBACK")),
            Variable("YINFENG_TILES", "地图底图地址", _plain("TILES")),
            Variable("YINFENG_TILES_BY", "底图的版权单位", _plain("TILES_BY")),
        ),
    ),
)


def in_force() -> Iterator[tuple[str, list[InForce]]]:
    """The settings that hold, by group."""
    for title, variables in GROUPS:
        yield title, [_now(one) for one in variables]


def _now(one: Variable) -> InForce:
    if one.name in os.environ:
        source = "环境变量或启动选项"
    else:
        source = f"数据文件夹里的 {one.kept_in}" if one.kept_in else "默认"
    return InForce(one.name, one.says, _shown(one), source)


def _shown(one: Variable) -> str:
    value = one.value()
    if one.is_secret:
        return _HIDDEN if value else "未设"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | tuple):
        return "、".join(map(str, value)) or "未设"
    return _PASSWORD.sub(r"\1:••••••@", str(value)) or "未设"
