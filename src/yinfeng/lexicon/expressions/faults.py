"""What is wrong with an expression, in a sentence that names the place."""


class BadExpression(ValueError):
    """An expression that cannot be read or reckoned; *place* counts characters from one."""

    def __init__(self, says: str, place: int | None = None) -> None:
        super().__init__(f"第{place}个字：{says}" if place else says)
        self.place = place
