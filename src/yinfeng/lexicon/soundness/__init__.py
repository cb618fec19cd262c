"""What would make an office's own rules unusable, told when they are saved and never after.

A loader says whether a file can be read; here stands whether it can be meant: a gate that nobody
can prove, a limit above the points there are, a term of minus three days. Each kind of file has
its faults in a module; `refuse` turns what they tell into the sentence that the office reads.
"""

from yinfeng.lexicon.soundness.refusing import refuse

__all__ = ["refuse"]
