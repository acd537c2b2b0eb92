"""Accelerated gradient descent (Nesterov, 1983), by which the weights of the small models are fitted."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeVar

import numpy as np
import numpy.typing as npt

F = TypeVar("F", bound=np.floating)


def descend(
    start: npt.NDArray[F], slope: Callable[[npt.NDArray[F]], npt.NDArray[F]], step: float, steps: int
) -> npt.NDArray[F]:
    """The place reached from `start` in `steps` steps, each `step` times the gradient, which `slope` gives."""
    now = ahead = start
    pace = 1.0
    for _ in range(steps):
        after = ahead - step * slope(ahead)
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead = after + (pace - 1) / faster * (after - now)
        now, pace = after, faster
    return now


def likely(sums: npt.NDArray[F]) -> npt.NDArray[F]:
    """Shares of one by row, from sums (softmax)."""
    raised = np.exp(sums - sums.max(1, keepdims=True))
    shares: npt.NDArray[F] = raised / raised.sum(1, keepdims=True)
    return shares
