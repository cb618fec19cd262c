"""A file as the browser is to save it."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def attached(content: bytes, name: str, kind: str) -> HttpResponse:
    """The file under its name, never shown in the page nor taken for another kind."""
    response = HttpResponse(content, kind)
    told = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = told or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
