"""The command line: one file per verb, found by its name, and no logic in it."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from rashomon import registry as plugins
from rashomon.errors import RashomonError
from rashomon.version import release


class Verbs(click.Group):
    """A group whose commands are the files of this folder; a verb is imported only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(plugins.names("cli"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in plugins.names("cli"):
            return None
        command: click.Command = importlib.import_module(f"rashomon.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except RashomonError as error:
            click.echo(f"rashomon: {error}", err=True)
            if error.remedy:
                click.echo(f"  {error.remedy}", err=True)
            ctx.exit(1)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(release(), prog_name="rashomon")
def main() -> None:
    """Who says what about a contested event, in which words, who denies it, and what it rests on.

    Start with: rashomon brief FOLDER
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
