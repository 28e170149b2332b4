"""Checks the [sites] table of config.toml: what to keep and to drop on pages of single sites."""

from __future__ import annotations

from tui_reader.errors import ConfigError
from tui_reader.models import SiteRule

_PARTS = ("keep", "drop")
_EXAMPLE = '[sites."example.org"] and below it, for instance, drop = ".teaser, .newsletter"'


def checked_sites(table: object, prefix: str = "") -> dict[str, SiteRule]:
    """Return the rules by host; TOML reads an unquoted `sites.example.org` as a table in a table.

    Raises:
        ConfigError: if something in it can't be understood.
    """
    if not isinstance(table, dict):
        raise ConfigError(f"“sites” must be a table: write {_EXAMPLE}.")
    rules: dict[str, SiteRule] = {}
    for name, rule in table.items():
        host = f"{prefix}{name}"
        if isinstance(rule, dict) and rule and all(isinstance(part, dict) for part in rule.values()):
            rules |= checked_sites(rule, f"{host}.")
            continue
        if not isinstance(rule, dict) or not rule or not rule.keys() <= set(_PARTS):
            raise ConfigError(
                f"the rule for “{host}” must say what to keep, to drop, or both: write {_EXAMPLE}."
            )
        selectors = {part: _selector(host, part, rule.get(part, "")) for part in _PARTS}
        rules[host.lower().removeprefix("www.")] = SiteRule(**selectors)
    return rules


def _selector(host: str, part: str, selector: object) -> str:
    """Return a CSS selector that can be used."""
    from cssselect import HTMLTranslator, SelectorError

    if not isinstance(selector, str):
        raise ConfigError(f"“{part}” for “{host}” must be a CSS selector in quotes, such as “.teaser”.")
    if selector.strip():
        try:
            HTMLTranslator().css_to_xpath(selector)
        except SelectorError as error:
            reason = str(error).rstrip(".")
            raise ConfigError(
                f"“{part}” for “{host}” is no CSS selector that can be used: {reason}."
            ) from error
    return selector.strip()
