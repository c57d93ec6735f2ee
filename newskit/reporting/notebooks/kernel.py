"""The kernel that runs a notebook, and the client that keeps what it puts out."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

MOST_OUTPUT = 20_000_000  # characters of a cell that are kept; a loop that prints makes gigabytes
# What would make another page in another process, zone or terminal.
_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "TZ": "UTC",
    "COLUMNS": "80",
    "TQDM_DISABLE": "1",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
}
_KERNEL = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
_OPTIONS = [
    "--log-level=CRITICAL",
    "--HistoryManager.enabled=False",
    "--InlineBackend.figure_formats=retina",
]


def environment() -> dict[str, str]:
    """Return the environment that a kernel runs in."""
    return os.environ | _ENVIRONMENT


class _ThisPython(KernelSpecManager):
    """The kernel is the Python that runs newskit: its versions are those that the page states."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(argv=[*_KERNEL, *_OPTIONS], display_name="Python", language="python")


class LimitedClient(NotebookClient):
    """Keeps so much of a cell's output and no more, and remembers at which cell it is."""

    def __init__(self, node: Any, **options: Any) -> None:
        """Take the options of nbclient."""
        super().__init__(node, on_cell_start=self._begin, **options)
        self.at = 0
        self.kept: Counter[int] = Counter()
        self.left_out: Counter[int] = Counter()

    @property
    def was_stopped(self) -> bool:
        """Whether somebody pressed Ctrl-C: nbclient ends the kernel then, and no more."""
        return getattr(self, "_async_cleanup_kernel_future", None) is not None

    def create_kernel_manager(self) -> Any:
        """Return what starts and ends the kernel."""
        self.km = AsyncKernelManager(kernel_spec_manager=_ThisPython(), kernel_name="python3")
        return self.km

    async def async_start_new_kernel_client(self) -> Any:
        """Start it, and let figures say what they show."""
        client = await super().async_start_new_kernel_client()
        source = (files("newskit.reporting.notebooks") / "in_kernel.py").read_text("utf-8")
        source += "\ninstall(get_ipython())"
        # Silent, and in a namespace of its own: the notebook does not see it.
        client.execute(f"exec({source!r}, {{}})", silent=True, store_history=False)
        return client

    def output(
        self,
        outs: Any,
        msg: Any,
        display_id: str | None,
        cell_index: int,
    ) -> Any:
        """Keep an output, unless there is too much of it."""
        size = _size(msg["content"])
        if self.kept[cell_index] + size > MOST_OUTPUT:
            self.left_out[cell_index] += size
            return None

        self.kept[cell_index] += size
        return super().output(outs, msg, display_id, cell_index)

    def _begin(self, cell: Any, cell_index: int) -> None:
        self.at = cell_index


def _size(content: Any) -> int:
    if isinstance(content, str):
        return len(content)

    if not isinstance(content, dict | list):
        return 0

    inner: Iterable[Any] = content.values() if isinstance(content, dict) else content
    return sum(map(_size, inner))
