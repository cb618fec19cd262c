"""Addresses of the library."""

from django.urls import path

from yinfeng.web.desks.library import views

app_name = "library"
urlpatterns = [
    path("", views.index, name="index"),
    path("upload", views.upload, name="upload"),
    path("paste", views.paste, name="paste"),
    path("batches/<str:batch>", views.batch, name="batch"),
    path("<int:pk>", views.document, name="document"),
    path("facts/<int:pk>", views.fact, name="fact"),
    path("facts/<int:pk>/accept", views.accept, name="accept"),
    path("entries/<int:pk>/decide", views.decide, name="decide"),
]
