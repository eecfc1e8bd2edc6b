"""An alert as plain lines, the same for every channel that has no form of its own."""

from __future__ import annotations

from rashomon.records import Alert
from rashomon.watch.explain import quoted, visible


def headline(alert: Alert) -> str:
    """One line, without control characters."""
    return visible(alert.headline)


def lines(alert: Alert) -> list[str]:
    """Headline and day, then each line with the words it rests on."""
    made = [f"{headline(alert)} ({alert.at.date()})"]
    for line in alert.lines:
        made += [f"  {visible(line.text)}", f"    {quoted(line)}"]
    if alert.tell:
        made.append(f"  To be told: {visible(', '.join(alert.tell))}")
    return made


def title(alerts: tuple[Alert, ...] | list[Alert], digest: bool) -> str:
    """Of a message that holds these."""
    if len(alerts) == 1 and not digest:
        return headline(alerts[0])
    return f"Digest: {len(alerts)} changes, {sum(one.state == 'high' for one in alerts)} high"
