"""``rashomon lint``: briefs made earlier, and pages written by hand"""

from __future__ import annotations

import json
from pathlib import Path

import click

from rashomon.cli._findings import told
from rashomon.cli._options import plain
from rashomon.records import Finding


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json: a line for each finding.",
)
def command(files: tuple[Path, ...], form: str) -> None:
    """Check briefs by the rules of the house: words of likelihood, citations, claims printed as fact.

    FILE is a brief as `rashomon brief --format json` writes it, or a page in Markdown or plain text. Exit code 1 if
    anything breaks a rule. docs/how-to/lint.md tells the rules.
    """
    from rashomon import edge

    wrong = checked = 0
    for file in files:
        findings = _check(file)
        if findings is None:
            continue
        checked += 1
        wrong += len(findings)
        if form == "json":
            for one in findings:
                click.echo(json.dumps({"file": str(file), **edge.to_data(one)}, ensure_ascii=False))
        else:
            told(findings, f"{plain(str(file))}: ", err=False)
    click.echo(f"{checked} checked, {wrong} findings", err=True)
    if wrong:
        raise click.exceptions.Exit(1)


def _check(file: Path) -> tuple[Finding, ...] | None:
    """Findings of one file; None for the index of several briefs, which has no sentences."""
    from rashomon import edge
    from rashomon.brief.lint import check, check_page
    from rashomon.errors import RecordError
    from rashomon.records import Brief

    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise click.FileError(str(file), error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise click.FileError(str(file), f"not UTF-8: {error}") from error
    if file.suffix.lower() in (".html", ".htm"):
        raise click.UsageError(f"{file}: of a brief in HTML, give the one made with --format json")
    if file.suffix.lower() != ".json":
        return check_page(text)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RecordError(str(file), f"not JSON: {error}") from error
    if isinstance(data, dict) and "stories" in data and "brief" not in data:
        return None
    found = data.get("brief", data) if isinstance(data, dict) else data
    return check(edge.from_data(Brief, found, str(file)))
