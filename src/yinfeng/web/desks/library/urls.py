"""Addresses of the library."""

from django.urls import path

from yinfeng.web.desks.library import adding, sides, views
from yinfeng.web.desks.library.listings import FIGURES, PAPERS
from yinfeng.web.desks.library.stories import stories
from yinfeng.web.lists.routes import routes

app_name = "library"
urlpatterns = [
    path("", stories, name="stories"),
    *routes(PAPERS),
    *routes(FIGURES, at="figures/", name="figures"),
    path("quality", views.quality, name="quality"),
    path("sources", sides.sources, name="sources"),
    path("sources/<int:pk>/choose", sides.choose, name="choose"),
    path("upload", views.upload, name="upload"),
    path("paste", views.paste, name="paste"),
    path("batches/<str:batch>", views.batch, name="batch"),
    path("<int:pk>", views.document, name="document"),
    path("<int:pk>/add", adding.add_fact, name="add-fact"),
    path("<int:pk>/read-through", adding.read_through, name="read-through"),
    path("facts/<int:pk>/add", adding.add_field, name="add-field"),
    path("facts/<int:pk>", views.fact, name="fact"),
    path("facts/<int:pk>/accept", views.accept, name="accept"),
    path("entries/<int:pk>/decide", views.decide, name="decide"),
]
