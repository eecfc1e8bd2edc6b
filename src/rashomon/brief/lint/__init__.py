"""Is a brief written by the rules? Each rule is a file of ``rules/``, found by its name; what it finds is a Finding.

``check`` looks at a Brief before it is published; ``check_page`` at a page that a person wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from rashomon import registry
from rashomon.brief.lint._copy import Copy, of_brief
from rashomon.brief.lint._page import of_page
from rashomon.records import Brief, Finding

RULES = "brief.lint.rules"


class Rule(Protocol):
    """What a file of ``rules/`` defines as ``Plugin``."""

    def check(self, copy: Copy) -> Iterator[Finding]: ...


def check(brief: Brief) -> tuple[Finding, ...]:
    """What in a brief breaks a rule, in reading order; empty where it may be published."""
    return _found(of_brief(brief))


def check_page(text: str) -> tuple[Finding, ...]:
    """The same for Markdown or plain text: what can be checked without records (docs/how-to/lint.md says what)."""
    return _found(of_page(text))


def _found(copy: Copy) -> tuple[Finding, ...]:
    order = {(line.section, line.number): at for at, line in enumerate(copy.lines)}
    made = dict.fromkeys(one for rule in every_rule() for one in rule.check(copy))
    return tuple(sorted(made, key=lambda one: (order.get((one.section, one.sentence), -1), one.rule)))


def every_rule() -> Iterator[Rule]:
    """The rules, by name."""
    for name in registry.names(RULES):
        yield registry.load(RULES, name)
