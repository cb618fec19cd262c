"""The steps of restoration, one a file, in the order in which they run."""

from yinfeng.text.step import Step
from yinfeng.text.steps import pinyin_annotations, shifted_runs, traditional_script

STEPS: tuple[Step, ...] = (
    shifted_runs.STEP,
    pinyin_annotations.STEP,
    traditional_script.STEP,
)
