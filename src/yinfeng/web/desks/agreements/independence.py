"""Who may judge a project: nobody who registered it, answers for it, handles it or calls himself.

A review wants independent members: whoever has a hand in a project does not score it.
"""

from yinfeng.web.desks.agreements.models import AdmissionReview
from yinfeng.web.desks.projects.models import Proof, Seat, Visit
from yinfeng.web.people.models import User


def not_independent(review: AdmissionReview, person: User) -> str:
    """Why the person may not judge the project of this review; empty for who may."""
    project = review.project
    if person.pk == project.created_by_id:
        return f"{person}是这个项目的登记人，不能作评委。"
    seats = project.seats.order_by("pk")
    held = next((one for one in seats if _is_held_by(one, person)), None)
    if held is not None:
        return f"{person}是这个项目的{held.get_post_display()}，不能作评委。"
    if person.pk == review.created_by_id:
        return f"{person}召集了这次评审，不能作评委。"
    if project.passages.filter(by=person).exists() or _has_proved(review, person):
        return f"{person}上报过这个项目的节点或证据，是经办人，不能作评委。"
    if (
        review.papers.filter(by=person).exists()
        or Visit.objects.filter(project=project, by=person).exists()
    ):
        return f"{person}经办过这个项目的材料或走访，不能作评委。"
    return ""


def _is_held_by(seat: Seat, person: User) -> bool:
    return seat.person_id == person.pk or (seat.person_id is None and seat.name == person.name)


def _has_proved(review: AdmissionReview, person: User) -> bool:
    return Proof.objects.filter(passage__project=review.project_id, by=person).exists()
