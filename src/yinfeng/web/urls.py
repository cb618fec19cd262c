"""The addresses: the door, then one branch a desk."""

from django.urls import include, path

from yinfeng.web.desks import DESKS
from yinfeng.web.desks.navigation import home
from yinfeng.web.shell import account, entering, views

urlpatterns = [
    path("", home, name="home"),
    path("ready", views.ready, name="ready"),
    path("search/", include("yinfeng.web.search.urls")),
    path("notices/", include("yinfeng.web.notices.urls")),
    path("sign-in", entering.sign_in, name="sign-in"),
    path("sign-in/code", entering.code, name="code"),
    path("sign-in/outside", entering.to_outside, name="to-outside"),
    path("sign-in/outside/back", entering.back_from_outside, name="back-from-outside"),
    path("sign-out", entering.sign_out, name="sign-out"),
    path("account", account.account, name="account"),
    path("account/password", account.change_password, name="change-password"),
    path("account/factor", account.factor, name="factor"),
    path("account/factor/codes", account.recovery_codes, name="recovery-codes"),
    path("account/factor/end", account.end_factor, name="end-factor"),
    path("account/tokens", account.issue_token, name="issue-token"),
    path("account/tokens/<int:pk>/end", account.end_token, name="end-own-token"),
    path("api/v1/", include("yinfeng.web.api.urls", namespace="api-1")),
    *(path(f"{desk.name}/", include(f"yinfeng.web.desks.{desk.name}.urls")) for desk in DESKS),
]

handler400 = "yinfeng.web.shell.views.unreadable"
handler403 = "yinfeng.web.shell.views.forbidden"
handler404 = "yinfeng.web.shell.views.missing"
handler500 = "yinfeng.web.shell.views.failed"
