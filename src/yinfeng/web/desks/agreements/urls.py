"""Addresses of reviews and agreements."""

from django.urls import path

from yinfeng.web.desks.agreements.doings import OF_AGREEMENTS, OF_REVIEWS
from yinfeng.web.desks.agreements.listings import AGREEMENTS, REVIEWS
from yinfeng.web.desks.agreements.views import beginning, pages, proposing
from yinfeng.web.lists.routes import routes

app_name = "agreements"
urlpatterns = [
    *routes(AGREEMENTS),
    *routes(REVIEWS, at="reviews/", name="reviews"),
    path("rules", beginning.rules, name="rules"),
    path("of/<int:pk>/review", beginning.open_review, name="open-review"),
    path("of/<int:pk>/agreement", beginning.begin, name="begin"),
    path("reviews/<int:pk>", pages.review, name="review"),
    *(
        path(f"reviews/<int:pk>/{name}", pages.doing("review", name), name=f"review-{name}")
        for name in OF_REVIEWS
    ),
    path("<int:pk>", pages.agreement, name="agreement"),
    path("<int:pk>/screen-again", beginning.screen_again, name="screen-again"),
    path("<int:pk>/proposed", proposing.proposed, name="proposed"),
    *(
        path(f"<int:pk>/{name}", pages.doing("agreement", name), name=name)
        for name in OF_AGREEMENTS
    ),
]
