"""Whether one photo was made out of another: cut, framed, brightened, turned, sent again.

A photo leaves plates: grey pictures of 64×64, of the whole and of what is left without a uniform
border. A copy lies somewhere inside the other's plate. Where it lies is searched coarsely over all
plates at once, then to a hundredth; then small blocks are compared. Of a copy nearly all agree; of
another photo of the same site what moved, grew or stands elsewhere does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Plate = NDArray[Any]
Margins = tuple[float, float, float, float]

SIDE = 64
_COARSE, _FINE, _BLOCK = 16, 48, 8
_CUTS = (0.0, 0.065, 0.13)
_MOST_CUT = 0.18
_STEPS = (0.032, 0.016, 0.008, 0.004)
# How like the coarse pictures have to be before they are laid upon one another, and how many are.
_MAYBE, _TRIED = 0.72, 12
_TEXTURE, _AGREES, _FEWEST = 3.0, 0.85, 10
_WHITE = 250
_LOOKED_AT = 400
_SAME_GREY, _OF_A_LINE, _LEAST_LEFT = 12, 0.72, 0.2


@dataclass(frozen=True, slots=True)
class Found:
    """A plate that the photo is made out of: its place in the list, the share that agrees."""

    at: int
    share: float


def plates_of(image: Image.Image) -> list[bytes]:
    """The grey picture as a whole, and without its uniform border where it has one."""
    grey = image.convert("L")
    grey.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX)
    found = [grey]
    for _ in range(2):
        inner = _unframed(found[-1])
        if inner is None:
            break
        found.append(inner)
    return [one.resize((SIDE, SIDE), Image.Resampling.BOX).tobytes() for one in found]


def origins(new: Sequence[bytes], known: Sequence[bytes], least: float) -> list[Found]:
    """The known plates out of which a photo was made, the one that agrees most first."""
    if not known or not new:
        return []
    own = [_plate(one) for one in new]
    turned = [one for plate in own for one in _turned(plate)]
    others = np.stack([_plate(one) for one in known])
    scores = _coarse(turned, others)
    tried = np.argsort(-scores.max(axis=1), kind="stable")[:_TRIED]
    found = []
    for at in tried:
        close = [
            turned[n] for n in np.argsort(-scores[at], kind="stable")[:2] if scores[at][n] > _MAYBE
        ]
        share = max((_share(one, others[at]) for one in close), default=0.0)
        if share >= least:
            found.append(Found(int(at), share))
    return sorted(found, key=lambda one: (-one.share, one.at))


def _unframed(grey: Image.Image) -> Image.Image | None:
    """The picture without lines at its edges that are mostly of one grey."""
    pixels = np.asarray(grey, dtype=np.int16)
    top, bottom = _drawn_lines(pixels)
    left, right = _drawn_lines(pixels[top:bottom].T)
    height, width = pixels.shape
    is_whole = (bottom - top, right - left) == (height, width)
    if is_whole or bottom - top < height * _LEAST_LEFT or right - left < width * _LEAST_LEFT:
        return None
    return grey.crop((left, top, right, bottom))


def _drawn_lines(pixels: NDArray[np.int16]) -> tuple[int, int]:
    """The longest stretch of lines that are not mostly of the grey of a border.

    A border is alike on both sides; sky above and ground below are none. The clock and the bar that
    a telephone draws upon its own border are short stretches.
    """
    ground, other = np.median(pixels[0]), np.median(pixels[-1])
    if abs(ground - other) > _SAME_GREY:
        return 0, len(pixels)
    plain = (np.abs(pixels - ground) <= _SAME_GREY).mean(axis=1) >= _OF_A_LINE
    if not (plain[0] and plain[-1]):
        return 0, len(pixels)
    edges = np.flatnonzero(np.diff(np.concatenate(([True], plain, [True])).astype(np.int8)))
    runs = list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
    return max(runs, key=lambda run: run[1] - run[0], default=(0, len(pixels)))


def _plate(kept: bytes) -> Plate:
    return np.frombuffer(kept, dtype=np.uint8).reshape(SIDE, SIDE).astype(np.float32)


def _turned(plate: Plate) -> Iterator[Plate]:
    for one in (plate, plate[:, ::-1]):
        for quarter in range(4):
            yield np.ascontiguousarray(np.rot90(one, quarter))


@lru_cache(maxsize=4096)
def _sampler(low: float, high: float, size: int) -> Plate:
    """What makes *size* lines, each the mean of its stretch, of a plate without its margins."""
    edges = np.linspace(low * SIDE, (1 - high) * SIDE, size + 1)
    starts, ends = edges[:-1, None], edges[1:, None]
    cells = np.arange(SIDE)[None, :]
    shares = np.clip(np.minimum(ends, cells + 1) - np.maximum(starts, cells), 0, None)
    made: Plate = (shares / shares.sum(axis=1, keepdims=True)).astype(np.float32)
    return made


def _cut(plate: Plate, margins: Margins, size: int) -> Plate:
    top, bottom, left, right = margins
    made: Plate = _sampler(top, bottom, size) @ plate @ _sampler(left, right, size).T
    return made


def _normal(rows: NDArray[Any]) -> NDArray[Any]:
    flat = rows - rows.mean(axis=-1, keepdims=True)
    made: NDArray[Any] = flat / (np.linalg.norm(flat, axis=-1, keepdims=True) + 1e-6)
    return made


def _windows(plates: Plate) -> NDArray[Any]:
    """Every plate cut by each of the usual margins, top, bottom, left and right, normalised."""
    lines = np.stack([_sampler(low, high, _COARSE) for low, high in product(_CUTS, _CUTS)])
    rows = lines[None] @ plates[:, None]
    cut = rows[:, :, None] @ lines.transpose(0, 2, 1)[None, None]
    return _normal(cut.reshape(len(plates), len(lines) ** 2, _COARSE**2))


def _coarse(turned: Sequence[Plate], others: Plate) -> NDArray[Any]:
    """How like each known plate is to each turn of the new one, either cut out of the other."""
    new = np.stack(turned)
    whole = _sampler(0.0, 0.0, _COARSE)
    plain_new = _normal((whole @ new @ whole.T).reshape(len(new), -1))
    cut_new = _windows(new).reshape(-1, _COARSE**2)
    found = np.empty((len(others), len(new)), dtype=np.float32)
    for start in range(0, len(others), 256):
        part = others[start : start + 256]
        plain = _normal((whole @ part @ whole.T).reshape(len(part), -1))
        out_of_known = (_windows(part) @ plain_new.T).max(axis=1)
        out_of_new = (plain @ cut_new.T).reshape(len(part), len(new), -1).max(axis=2)
        found[start : start + 256] = np.maximum(out_of_known, out_of_new)
    return found


def _share(one: Plate, other: Plate) -> float:
    """The share of blocks that agree, the one laid upon the other where it fits best."""
    return max(_laid(one, other), _laid(other, one))


def _laid(cut: Plate, whole: Plate) -> float:
    """The share where *cut* is taken for a piece of *whole*."""
    piece = _cut(cut, (0.0, 0.0, 0.0, 0.0), _FINE)
    ideal = _normal(piece.reshape(1, -1))[0]

    def score(margins: Margins) -> float:
        return float(_normal(_cut(whole, margins, _FINE).reshape(1, -1))[0] @ ideal)

    plain = _normal(_cut(cut, (0.0, 0.0, 0.0, 0.0), _COARSE).reshape(1, -1))[0]
    every: list[Margins] = list(product(_CUTS, _CUTS, _CUTS, _CUTS))
    best = every[int(np.argmax(_windows(whole[None])[0] @ plain))]
    top = score(best)
    for step in _STEPS:
        is_better = True
        while is_better:
            is_better = False
            for nearby in _around(best, step):
                if (found := score(nearby)) > top:
                    best, top, is_better = nearby, found, True
    return _agreeing(piece, _cut(whole, best, _FINE))


def _around(margins: Margins, step: float) -> Iterator[Margins]:
    for side, way in product(range(4), (-step, step)):
        moved = round(min(max(margins[side] + way, 0.0), _MOST_CUT), 4)
        if moved != margins[side]:
            yield (*margins[:side], moved, *margins[side + 1 :])  # type: ignore[misc]


def _agreeing(one: Plate, other: Plate) -> float:
    """The share of blocks with a drawing in them that show the same drawing."""
    one, other = _as_bright(one, other), _as_bright(other, one)
    blocks = [_blocks(each) for each in (one, other)]
    spread = np.minimum(*(block.std(axis=1) for block in blocks))
    drawn = np.maximum(*(block.std(axis=1) for block in blocks)) > _TEXTURE
    if drawn.sum() < _FEWEST:
        return 0.0
    like = (_normal(blocks[0]) * _normal(blocks[1])).sum(axis=1)
    same = drawn & (like >= _AGREES) & (spread > _TEXTURE / 3)
    return float(same.sum() / drawn.sum())


def _as_bright(one: Plate, other: Plate) -> Plate:
    """The picture brightened like the other, with what then has no drawing left."""
    seen = (other < _WHITE) & (one < _WHITE)
    if not seen.any():
        return one
    factor = float((one * other)[seen].sum() / max((one * one)[seen].sum(), 1.0))
    made: Plate = np.minimum(one * factor, 255) if factor > 1 else one
    return made


def _blocks(plate: Plate) -> Plate:
    count = _FINE // _BLOCK
    made: Plate = (
        plate.reshape(count, _BLOCK, count, _BLOCK).transpose(0, 2, 1, 3).reshape(count**2, -1)
    )
    return made
