"""Addresses of reports."""

from django.urls import path

from yinfeng.web.desks.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.index, name="index"),
    path("templates", views.templates, name="templates"),
    path("templates/<str:key>", views.set_template, name="set-template"),
    path("templates/<str:key>/blank.docx", views.blank, name="blank"),
    path("issuing/<int:pk>", views.issuing, name="issuing"),
    path("<int:pk>", views.shown, name="issue"),
    path("<int:pk>/correct", views.correct, name="correct"),
    path("<int:pk>/file.<str:form>", views.file, name="file"),
    path("<str:key>/draft", views.draft, name="draft"),
    path("<str:key>/issue", views.issue, name="make"),
]
