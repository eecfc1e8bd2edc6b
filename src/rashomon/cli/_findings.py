"""Say what in a brief breaks a rule, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from rashomon.cli._options import plain
from rashomon.records import Brief, Finding

MOST = 50
"""Findings of one brief or file that are told; the rest is counted."""


def refuse(refused: Iterable[tuple[Brief, Sequence[Finding]]]) -> None:
    """On standard error: each brief that is not written, with its findings."""
    for brief, findings in refused:
        click.echo(plain(f"not written: {brief.title.text} (story {brief.story_id})"), err=True)
        told(findings, "  ", err=True)


def told(findings: Sequence[Finding], lead: str, *, err: bool) -> None:
    """A line for each finding: section, sentence, words, rule, remedy."""
    for one in findings[:MOST]:
        click.echo(plain(f"{lead}{one}".replace("\n", " ")), err=err)
    if len(findings) > MOST:
        click.echo(f"{lead}… and {len(findings) - MOST} more", err=err)
