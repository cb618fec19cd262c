"""Addresses of counting."""

from django.urls import path

from yinfeng.web.desks.counts import views

app_name = "counts"
urlpatterns = [
    path("", views.index, name="index"),
    path("rules", views.rules, name="rules"),
    path("of/<slug:key>", views.measure, name="measure"),
    path("of/<slug:key>/export.xlsx", views.export, name="export"),
    path("of/<slug:key>/recognise", views.recognise, name="recognise"),
    path("from/<slug:start>/to/<slug:end>", views.conversion, name="conversion"),
]
