"""The one router: operations of one address stand together, whichever module brings them."""

from ninja import Router

routes = Router()
