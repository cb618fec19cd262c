"""The steps of restoration, one a file, in the order in which they run."""

from yinfeng.text.step import Step
from yinfeng.text.steps import pinyin_annotations, traditional_script

STEPS: tuple[Step, ...] = (
    pinyin_annotations.STEP,
    traditional_script.STEP,
)
