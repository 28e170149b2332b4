"""What the user has decided, from config.toml, and where files belong."""

from tui_reader.config.paths import config_file, data_folder
from tui_reader.config.saving_settings import SavingSettings
from tui_reader.config.settings import Config, load, save_setting

__all__ = ["Config", "SavingSettings", "config_file", "data_folder", "load", "save_setting"]
