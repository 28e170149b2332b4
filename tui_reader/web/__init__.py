"""Fetches pages and tells addresses apart: the only room that knows httpx."""
