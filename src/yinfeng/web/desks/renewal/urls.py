"""Addresses of renewal."""

from django.urls import path

from yinfeng.web.desks.renewal.listings import BLOCKS, HARD_CASES, LESSEES, OWNERS
from yinfeng.web.desks.renewal.money_listings import PUBLIC, SHEETS
from yinfeng.web.desks.renewal.views import blocks, overviews, parties, records, sheets
from yinfeng.web.lists.routes import routes

app_name = "renewal"
urlpatterns = [
    *routes(BLOCKS),
    *routes(OWNERS, at="owners/", name="owners"),
    *routes(LESSEES, at="lessees/", name="lessees"),
    *routes(HARD_CASES, at="hard/", name="hard"),
    *routes(SHEETS, at="sheets/", name="sheets"),
    *routes(PUBLIC, at="public/", name="public"),
    path("battle", overviews.battle, name="battle"),
    path("told", overviews.told, name="told"),
    path("told/<int:pk>/adopt", overviews.adopt, name="adopt"),
    path("rules", overviews.rules, name="rules"),
    path("blocks/<int:pk>", blocks.block, name="block"),
    path("blocks/<int:pk>/prove", blocks.prove, name="prove"),
    path("proofs/<int:pk>/confirm", blocks.confirm, name="confirm"),
    path("owners/<int:pk>", parties.owner, name="owner"),
    path("lessees/<int:pk>", parties.lessee, name="lessee"),
    *(
        path(f"{key}/<int:pk>/{name}", parties.doing(key, name), name=f"{name}-{key}")
        for key in ("owners", "lessees")
        for name in ("sign", "unsign", "vacate")
    ),
    path("plots/<int:pk>/demolish", parties.demolish, name="demolish"),
    path("plots/<int:pk>/clear", parties.clear, name="clear"),
    path("owners/<int:pk>/draft", sheets.draft_owner, name="draft-owner"),
    path("lessees/<int:pk>/draft", sheets.draft_lessee, name="draft-lessee"),
    path("sheets/<int:pk>", sheets.sheet, name="sheet"),
    path("sheets/<int:pk>/approve", sheets.approve, name="approve"),
    path("sheets/<int:pk>/rule", sheets.rule, name="rule"),
    path("sheets/<int:pk>/pay", sheets.pay, name="pay"),
    path("hard/<int:pk>", records.hard_case, name="hard-case"),
    path("<slug:key>/add", records.add, name="add"),
    path("<slug:key>/<int:pk>/edit", records.edit, name="edit"),
    path("<slug:key>/<int:pk>/remove", records.remove, name="remove"),
]
