"""How drawings are checked against certificates, and the office's own file over it."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from yinfeng.web.desks.land import actions
from yinfeng.web.desks.land.kinds import KINDS
from yinfeng.web.desks.land.models import LandRule
from yinfeng.web.desks.land.rules import rules_of
from yinfeng.web.shell.doors import DeskRequest, desk_view
from yinfeng.web.shell.rule_pages import rules_page


@require_http_methods(["GET", "POST"])
@desk_view("land.read")
def rules(request: DeskRequest) -> HttpResponse:
    """What holds for the unit today, and what was laid down."""
    return rules_page(
        request,
        "land",
        LandRule,
        actions.set_rules,
        rules=rules_of(request.user.unit, timezone.localdate()),
        kinds=KINDS,
        here="rules",
    )
