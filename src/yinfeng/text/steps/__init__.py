"""The steps of restoration, one a file, in the order in which they run."""

from yinfeng.text.step import Step
from yinfeng.text.steps import (
    doubled_signs,
    leftovers,
    lost_breaks,
    lost_characters,
    lost_paragraphs,
    mojibake,
    pinyin_annotations,
    shifted_runs,
    spaced_letters,
    traditional_script,
    watermarks,
    width,
)

# What was read wrongly twice takes two readings.
STEPS: tuple[Step, ...] = (
    shifted_runs.STEP,
    pinyin_annotations.STEP,
    mojibake.STEP,
    mojibake.STEP,
    traditional_script.STEP,
    width.STEP,
    leftovers.STEP,
    watermarks.STEP,
    doubled_signs.STEP,
    lost_paragraphs.STEP,
    spaced_letters.STEP,
    lost_breaks.STEP,
    lost_characters.STEP,
)
