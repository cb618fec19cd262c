"""How files come, and what comes of them."""

from django.db import models


class State(models.TextChoices):
    """What came of it."""

    WAITING = "waiting", "等待读取"
    READ = "read", "已读取"
    KNOWN = "known", "已在库中"
    REFUSED = "refused", "未收"


class Way(models.TextChoices):
    """How it came."""

    UPLOAD = "upload", "上传"
    PASTE = "paste", "粘贴"
    API = "api", "接口"
