"""Addresses of leads."""

from django.urls import path, register_converter

from yinfeng.web.desks.leads.doings import DOINGS
from yinfeng.web.desks.leads.listings import LEADS
from yinfeng.web.desks.leads.views import lead, overviews, registering
from yinfeng.web.lists.routes import routes


class Keys:
    """Numbers joined by hyphens, as the facts of a proposal."""

    regex = r"\d{1,12}(?:-\d{1,12}){0,200}"

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


register_converter(Keys, "keys")

app_name = "leads"
urlpatterns = [
    *routes(LEADS),
    path("new", registering.register, name="register"),
    path("board", overviews.board, name="board"),
    path("pool", registering.pool, name="pool"),
    path("pool/<int:pk>/take", registering.take, name="take"),
    path("proposals", registering.proposed, name="proposals"),
    path("proposals/hear", registering.hear, name="hear"),
    path("proposals/<keys:facts>", registering.adopt, name="adopt"),
    path("rules", overviews.rules, name="rules"),
    path("<int:pk>", lead.lead, name="lead"),
    path("<int:pk>/remove", lead.remove, name="remove"),
    path("<int:pk>/show-contact", lead.show_contact, name="show-contact"),
    *(path(f"<int:pk>/{name}", lead.doing(name), name=name) for name in DOINGS),
]
