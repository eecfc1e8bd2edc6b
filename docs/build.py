"""Pages that are made from the code: ``python -m docs.build`` writes them, ``--check`` says which are stale.

Also checks that every command, setting and plug-in is named somewhere in the docs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rashomon import errors, registry
from rashomon.cli import main as program
from rashomon.config import Settings

HERE = Path(__file__).parent
PLUGINS = (
    "collect.sources",
    "collect.formats",
    "read.readers",
    "link.imports",
    "foresee.archives",
    "watch.alerts",
    "brief.exporters",
    "brief.lint.rules",
    "profile.exporters",
)


def commands() -> str:
    """The reference of commands, from their own ``--help``."""
    parts = ["# Commands\n\nMade from `--help` by `make docs`.\n"]
    root = click.Context(program, info_name="rashomon", max_content_width=100, terminal_width=100)
    for name in program.list_commands(root):
        command = program.get_command(root, name)
        assert command is not None
        context = click.Context(
            command, info_name=name, parent=root, max_content_width=100, terminal_width=100
        )
        parts.append(f"\n## rashomon {name}\n\n```text\n{command.get_help(context)}\n```\n")
        for under, one in sorted(getattr(command, "commands", {}).items()):
            inner = click.Context(
                one, info_name=under, parent=context, max_content_width=100, terminal_width=100
            )
            parts.append(f"\n### rashomon {name} {under}\n\n```text\n{one.get_help(inner)}\n```\n")
    return "".join(parts)


def settings() -> str:
    """The reference of settings, with their defaults."""
    parts = [
        "# Settings\n\n`rashomon.toml`, every key with its default. Made from the code by `make docs`.\n\n```toml\n"
    ]
    tables = []
    for name, value in Settings().model_dump().items():
        if isinstance(value, dict):
            lines = "\n".join(f"{key} = {_toml(one)}" for key, one in value.items())
            tables.append(f"\n[{name}]\n{lines}\n")
        else:
            parts.append(f"{name} = {_toml(value)}\n")
    return "".join([*parts, *tables, "```\n"])


def faults() -> str:
    """The reference of errors: their sentence and what to do."""
    rows = [
        "# Errors\n\nMade from the code by `make docs`.\n\n| error | what it says | what to do |\n| --- | --- | --- |\n"
    ]
    for name, kind in vars(errors).items():
        if isinstance(kind, type) and issubclass(kind, errors.RashomonError):
            rows.append(f"| {name} | {' '.join((kind.__doc__ or '').split())} | {kind.remedy} |\n")
    return "".join(rows)


def _toml(value: object) -> str:
    if value is None:
        return '""  # not set'
    return (
        str(value).lower()
        if isinstance(value, bool)
        else f'"{value}"'
        if isinstance(value, str)
        else str(value)
    )


def missing() -> list[str]:
    """Plug-ins that no page names."""
    pages = "\n".join(page.read_text(encoding="utf-8") for page in HERE.rglob("*.md"))
    return [
        f"{package}.{name}"
        for package in PLUGINS
        for name in registry.names(package)
        if f"`{name}`" not in pages
    ]


def main(check: bool) -> int:
    pages = {"commands.md": commands(), "settings.md": settings(), "errors.md": faults()}
    stale = [name for name, text in pages.items() if _read(HERE / "reference" / name) != text]
    if not check:
        for name in stale:
            (HERE / "reference" / name).write_text(pages[name], encoding="utf-8")
        stale = []
    wrong = [f"docs/reference/{name} is stale: run `make docs`" for name in stale]
    wrong += [f"{name} is in no page of docs/: name it in docs/how-to/plug-ins.md" for name in missing()]
    for line in wrong:
        sys.stderr.write(line + "\n")
    return bool(wrong)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
