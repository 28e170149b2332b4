"""What the user has decided, from config.toml, and where files belong."""

from tui_reader.config.paths import config_file, data_folder
from tui_reader.config.settings import Config, load, save_setting
from tui_reader.config.site_rules import SiteRules

__all__ = ["Config", "SiteRules", "config_file", "data_folder", "load", "save_setting"]
