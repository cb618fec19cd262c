"""The addresses of the workspace, with the places of the tests."""

from django.urls import include, path

from tests.web.lists.things.listings import PLACES
from yinfeng.web.lists.routes import routes
from yinfeng.web.urls import handler400, handler403, handler404, handler500
from yinfeng.web.urls import urlpatterns as house

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [*house, path("places/", include((routes(PLACES), "places")))]
