"""Plug-ins found by file name: a module in a plug-in package is a plug-in, its file name is its name.

A plug-in module defines one class named ``Plugin``; its pydantic fields (``extra="forbid"``) are its settings in
``rashomon.toml``. Modules whose name starts with an underscore are not plug-ins.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

from pydantic import ValidationError

from rashomon.errors import ConfigError, UnknownPlugin


def names(package: str) -> tuple[str, ...]:
    """Names of the plug-ins in ``rashomon.<package>``, sorted, without importing them."""
    home = importlib.import_module(f"rashomon.{package}")
    return tuple(sorted(m.name for m in pkgutil.iter_modules(home.__path__) if not m.name.startswith("_")))


def load(package: str, name: str, **settings: Any) -> Any:
    """The plug-in of that name, made with these settings.

    Raises:
        UnknownPlugin: no file of that name in the package.
        ConfigError: a setting the plug-in does not know, or of the wrong type.
    """
    known = names(package)
    if name not in known:
        raise UnknownPlugin(f"{package}.{name}", f"there are {', '.join(known)}")
    plugin = importlib.import_module(f"rashomon.{package}.{name}").Plugin
    try:
        return plugin(**settings)
    except (TypeError, ValidationError) as error:
        raise ConfigError(f"{package}.{name}", str(error).splitlines()[0]) from error
