"""The bench of the workspace runs: a small house is filled, looked at and told of, nothing lost."""

from pathlib import Path

from bench.workspace.running import run


def test_a_crowd_in_a_small_house_meets_no_error_and_loses_nothing(tmp_path: Path) -> None:
    wrong = run(
        tmp_path / "house", leads=200, documents=20, entries=200, people=6, seconds=3, pause=0.5
    )
    # How fast it was is judged by the bench, on a machine that has nothing else to do.
    assert [one for one in wrong if "budget" not in one] == []
