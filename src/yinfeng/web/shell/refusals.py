"""An action that is not allowed now, with a sentence for the person who asked for it."""


class Refused(Exception):
    """The reason in Chinese, shown where the person acted."""
