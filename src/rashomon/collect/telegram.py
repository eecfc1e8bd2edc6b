"""Telegram Desktop's export (``result.json``): one chat, or a whole account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.collect.laying import Found, issue
from rashomon.collect.salvage import elements, loads
from rashomon.records import Issue, Media, Raw, content_id

HEADLINE = 160
"""Characters of a post's first line that may be its headline."""
_MESSAGES = re.compile(r'(?<!\\)"messages"\s*:\s*\[')
_NAME = re.compile(r'"name"\s*:\s*("(?:[^"\\]|\\.){0,400}")')
_ID = re.compile(r'"id"\s*:\s*(-?\d{1,20})')
_USERNAME = re.compile(r"@?([A-Za-z][A-Za-z0-9_]{3,31})")
_HEAD = 400_000
"""Characters within which a whole account's list of chats begins: contacts and sessions stand before it."""
_KINDS = (("photo", "photo"), ("image", "photo"), ("video", "video"), ("animation", "video"), ("audio", "audio"),
          ("voice", "audio"))  # fmt: skip


def is_export(data: Any) -> bool:
    """Whether this JSON has the form of an export."""
    if not isinstance(data, dict):
        return False
    chats, messages = data.get("chats"), data.get("messages")
    if isinstance(chats, dict) and isinstance(chats.get("list"), list):
        return True
    named = "type" in data or "name" in data
    return (
        isinstance(messages, list)
        and named
        and all(isinstance(one, dict) and "id" in one for one in messages[:5])
    )


def begins_like_export(text: str) -> bool:
    """Whether a text that is no whole JSON was cut out of an export."""
    head = text[:_HEAD]
    return bool(_MESSAGES.search(head)) and (
        '"date_unixtime"' in head or '"chats"' in head or '"type": "service"' in head
    )


def looks_like_export(path: Path) -> bool:
    """The same for a file, by its beginning."""
    from rashomon.collect.taking import head

    text = head(path, _HEAD).decode("utf-8", "replace")
    return bool(_MESSAGES.search(text)) or ('"chats"' in text and '"list"' in text)


def finds(data: dict[str, Any], raw: Raw) -> Iterator[Found | Issue]:
    """A find for each message with words, and a count of those without."""
    several = isinstance(data.get("chats"), dict)
    for chat in data["chats"]["list"] if several else [data]:
        messages = chat.get("messages") if isinstance(chat, dict) else None
        if isinstance(messages, list):
            yield from _chat(chat, messages, raw)
        else:
            yield issue(
                raw,
                "bad_record",
                "One of its chats has no list of messages.",
                "Export that chat again.",
                "warning",
            )


def salvaged(text: str, raw: Raw) -> Iterator[Found | Issue]:
    """What stands in a truncated export before the cut."""
    at = kept = 0
    found = None
    while match := _MESSAGES.search(text, at):
        head = text[at : match.start()]
        names, ids = _NAME.findall(head), _ID.findall(head)
        found = elements(text, match.end())
        yield from _chat(
            {"name": loads(names[-1]) if names else "", "id": ids[-1] if ids else ""}, found.values, raw
        )
        kept, at = kept + len(found.values), found.end
        if found.fault:
            break
    why = f" ({found.fault})" if found and found.fault else ""
    yield issue(raw, "bad_json", f"It breaks off after message {kept}{why}.", "Export the chat again.")


def _chat(chat: dict[str, Any], messages: list[Any], raw: Raw) -> Iterator[Found | Issue]:
    wordless = service = broken = 0
    for message in messages:
        if not isinstance(message, dict):
            broken += 1
        elif message.get("type", "message") != "message":
            service += 1
        elif found := _find(chat, message):
            yield found
        else:
            wordless += 1
    name = str(chat.get("name") or "a chat without a name")
    for count, code, what in (
        (wordless, "no_words", "carrying only pictures, sound or files"),
        (service, "service", "that Telegram itself wrote"),
    ):
        if count:
            yield issue(raw, code, f"{name}: messages {what} were passed over ({count}).", "", "note")
    if broken:
        yield issue(
            raw,
            "bad_record",
            f"{name}: {broken} of its messages are no objects.",
            "Export it again.",
            "warning",
        )
    if not messages:
        yield issue(raw, "silent", f"{name} holds no messages.", "Look again later.", "note")


def _find(chat: dict[str, Any], message: dict[str, Any]) -> Found | None:
    """A message with words as a find; None for one without, of which nothing could be quoted."""
    text = words(message.get("text", "")).strip() or _poll(message.get("poll"))
    if not text:
        return None
    name, number = str(chat.get("name") or ""), str(message.get("id", ""))
    sender, first = str(message.get("from") or ""), text.partition("\n")[0].strip()
    username = _USERNAME.fullmatch(str(chat.get("username") or ""))
    more = len(first) < len(text) and 0 < len(first) <= HEADLINE and first[-1] not in ".!?…,;:"
    return Found(
        id=content_id("telegram", name or str(chat.get("id", "")), number, text),
        text=text,
        title=first if more else "",
        url=f"https://t.me/{username.group(1)}/{number}" if username and number.isdigit() else "",
        source=name or sender,
        author=str(message.get("author") or "") or (sender if sender != name else ""),
        published=message.get("date_unixtime") or message.get("date"),
        edited=message.get("edited_unixtime") or message.get("edited"),
        forwarded_from=str(message.get("forwarded_from") or message.get("saved_from") or ""),
        media=_media(message),
        place=f"message {number}",
    )


def words(text: Any) -> str:
    """The words of Telegram's text, which is a string or an array of strings and marked pieces."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        pieces = (piece.get("text", "") if isinstance(piece, dict) else piece for piece in text)
        return "".join(piece for piece in pieces if isinstance(piece, str))
    return ""


def _poll(poll: Any) -> str:
    if not isinstance(poll, dict):
        return ""
    answers = poll.get("answers")
    options = (
        [words(one.get("text")) for one in answers if isinstance(one, dict)]
        if isinstance(answers, list)
        else []
    )
    return "\n".join(filter(None, (words(poll.get("question")), *options)))


def _media(message: dict[str, Any]) -> tuple[Media, ...]:
    found = []
    if message.get("photo"):
        found.append(Media(kind="photo", name=str(message["photo"])))
    if message.get("file"):
        kind = f"{message.get('media_type') or ''} {message.get('mime_type') or ''}"
        plain = next((name for mark, name in _KINDS if mark in kind), "file")
        found.append(Media(kind=plain, name=str(message.get("file_name") or message["file"])))
    return tuple(found)
