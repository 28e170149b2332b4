"""Fixtures for every room."""

from __future__ import annotations

from tests.loopback import loopback as loopback
