"""Fixtures for every room."""

from __future__ import annotations

from hypothesis import settings

from tests.loopback import loopback as loopback

# A machine that has much else to do is no fault of ours.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
