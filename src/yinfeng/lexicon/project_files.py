"""The files of projects, read from `data/projects/` with an office's own text laid over them."""

from functools import cache
from importlib.resources import files
from typing import cast

import yaml

from yinfeng.lexicon.office_files import BadPolicy, Rows, mapping, office_rows

# Below these an office may name things of its own.
_FREE = ("stages.", "starts.meanings.", "counts.", "skips.", "starts.by_kind.")


@cache
def project_rows(name: str) -> Rows:
    """The house's file called *name*."""
    path = files("yinfeng.lexicon") / "data" / "projects" / f"{name}.yaml"
    if not path.is_file():
        raise BadPolicy(f"没有这份办法：{name}")
    return mapping(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), name)


def laid_over(name: str, overlay: str) -> Rows:
    """The file with an office's own YAML text over it; the office says on what grounds."""
    rows = project_rows(name)
    if not overlay.strip():
        return rows
    # What a stage may have is told by its keys, not by what the house's has.
    stages = cast(Rows, rows.get("stages", {}))
    below = (f"stages.{code}." for code in stages)
    merged = office_rows(rows, overlay, free=(*_FREE, *below))
    own = cast(Rows, yaml.load(overlay, Loader=yaml.CSafeLoader))
    if not own.get("basis"):
        raise BadPolicy("本单位文件没有写依据（basis）")
    return merged
