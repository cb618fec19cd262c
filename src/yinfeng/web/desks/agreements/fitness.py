"""Whether an agreement may be signed: its sum, its review of fair competition, its red clauses."""

from datetime import date

from yinfeng.web.desks.agreements.models import Agreement, FairReview
from yinfeng.web.desks.agreements.standing import open_reds, standing_review


def unfit(agreement: Agreement, day: date, today: date) -> str:
    """Why the law does not let the agreement be signed on a day; empty where it may be."""
    review = standing_review(agreement)
    return _unreviewed(review, day) or _undrafted(agreement, review, today)


def _unreviewed(review: FairReview | None, day: date) -> str:
    if review is None:
        return "没有公平竞争审查记录，不能签订。请先登记审查的编号、机构、日期和结论。"
    if review.conclusion == FairReview.Conclusion.FAIL:
        return "公平竞争审查的结论是不符合，须修改后重新审查，才能签订。"
    if review.day > day:
        return f"公平竞争审查在{review.day}，晚于签订日期。审查应在签订之前。"
    if review.ends is not None and review.ends < day:
        return f"例外的期限已于{review.ends}届满，不能再据以签订。"
    return ""


def _undrafted(agreement: Agreement, review: FairReview | None, today: date) -> str:
    if agreement.kind == Agreement.Kind.BINDING and agreement.yuan is None:
        return "投资协议须写明总投资，请先补上金额；没有金额的，改为意向协议。"
    draft = agreement.drafts.order_by("-pk").first()
    if draft is None:
        return "还没有上传草案审查条款，不能签订。"
    if review is not None and review.at < draft.at:
        return "公平竞争审查之后又换了草案，请就新的草案重新审查。"
    reds = open_reds(agreement, today)
    if not reds:
        return ""
    says = "、".join(f"{one.label}（{one.title}）" for one in reds[:5])
    return f"还有{len(reds)}处红色条款没有改，也没有说明法律依据：{says}。请改写后再传草案。"
