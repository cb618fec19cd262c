"""Addresses of the staff desk."""

from django.urls import path

from yinfeng.web.desks.staff import persons, units, views

app_name = "staff"
urlpatterns = [
    path("", views.index, name="index"),
    path("users/add", views.add_user, name="add-user"),
    path("users/<int:pk>", persons.person, name="person"),
    path("users/<int:pk>/reset", views.reset_password, name="reset-password"),
    path("users/<int:pk>/close", persons.close, name="close"),
    path("users/<int:pk>/reopen", persons.reopen, name="reopen"),
    path("users/<int:pk>/factor/drop", persons.drop_factor, name="drop-factor"),
    path("posts/give", views.give_post, name="give-post"),
    path("posts/<int:pk>/end", views.end_post, name="end-post"),
    path("tokens/<int:pk>/end", persons.end_token, name="end-token"),
    path("outside", persons.outside, name="outside"),
    path("outside/<int:pk>/tie", persons.tie, name="tie"),
    path("outside/<int:pk>/untie", persons.untie, name="untie"),
    path("units", units.index, name="units"),
    path("units/add", views.add_unit, name="add-unit"),
    path("units/<int:pk>", units.unit, name="unit"),
    path("units/<int:pk>/rename", units.rename, name="rename-unit"),
    path("units/<int:pk>/move", units.move, name="move-unit"),
    path("units/<int:pk>/alias", units.add_alias, name="add-alias"),
    path("aliases/<int:pk>/end", units.end_alias, name="end-alias"),
    path("units/<int:pk>/code", units.give_code, name="give-code"),
]
