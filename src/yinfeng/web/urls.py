"""The addresses: the door, then one branch a desk."""

from django.urls import include, path

from yinfeng.web.desks import DESKS
from yinfeng.web.desks.navigation import home
from yinfeng.web.shell import views

urlpatterns = [
    path("", home, name="home"),
    path("ready", views.ready, name="ready"),
    path("sign-in", views.sign_in, name="sign-in"),
    path("sign-out", views.sign_out, name="sign-out"),
    path("account", views.account, name="account"),
    path("account/password", views.change_password, name="change-password"),
    *(path(f"{desk.name}/", include(f"yinfeng.web.desks.{desk.name}.urls")) for desk in DESKS),
]

handler400 = "yinfeng.web.shell.views.unreadable"
handler403 = "yinfeng.web.shell.views.forbidden"
handler404 = "yinfeng.web.shell.views.missing"
handler500 = "yinfeng.web.shell.views.failed"
