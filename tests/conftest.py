"""What every test stands on: no network, no display, one hypothesis profile."""

from __future__ import annotations

import ipaddress
import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("MPLBACKEND", "Agg")

# No deadline: the machine may be shared, and slowness is measured elsewhere, as a ratio.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

ROOT = Path(__file__).resolve().parent.parent


class NetworkUsed(AssertionError):
    """A test tried to leave the machine."""


def _is_local(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    try:
        return ipaddress.ip_address(str(address[0])).is_loopback
    except ValueError:
        return address[0] == "localhost"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every connection to another machine, and every look-up of a name, an error."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: object) -> None:
        if not _is_local(address):
            raise NetworkUsed(f"newskit works offline, but something connects to {address!r}")
        connect(self, address)

    def guarded_look_up(host: object, *args: object, **kwargs: object) -> object:
        if host is not None and not _is_local((host,)):
            raise NetworkUsed(f"newskit works offline, but something looks up {host!r}")
        return look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.fixture
def root() -> Path:
    """Top folder of the repository."""
    return ROOT


@pytest.fixture
def sample_file() -> Path:
    """The real article that the whole house is built around."""
    return ROOT / "data" / "zelenskyy-nato-2024-11-30.txt"
