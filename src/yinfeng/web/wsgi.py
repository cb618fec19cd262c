"""The workspace as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yinfeng.web.settings")

application = get_wsgi_application()
# Every desk is loaded before anybody comes, or the first page would wait for seconds.
assert get_resolver().url_patterns
