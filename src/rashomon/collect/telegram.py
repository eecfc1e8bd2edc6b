"""Telegram Desktop's export (``result.json``): one chat, or a whole account."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from rashomon.collect.laying import Found
from rashomon.records import Issue, Media, content_id


def is_export(data: Any) -> bool:
    """Whether this JSON has the form of an export."""
    if not isinstance(data, dict):
        return False
    chats = data.get("chats")
    return (isinstance(data.get("messages"), list) and "type" in data) or (
        isinstance(chats, dict) and "list" in chats
    )


def finds(data: dict[str, Any]) -> Iterator[Found | Issue]:
    """A find for each message with words or media; service messages say nothing."""
    chats = data["chats"]["list"] if "chats" in data else [data]
    for chat in chats if isinstance(chats, list) else []:
        if not isinstance(chat, dict):
            continue
        name = str(chat.get("name") or "")
        for message in chat.get("messages") or []:
            if isinstance(message, dict) and message.get("type") == "message":
                yield _find(name, chat.get("id"), message)


def _find(chat: str, chat_id: Any, message: dict[str, Any]) -> Found:
    text, media = words(message.get("text", "")), _media(message)
    if not text and media:
        text = f"[{', '.join(m.kind for m in media)}]"
    return Found(
        id=content_id("telegram", chat, str(chat_id), str(message.get("id")), text),
        text=text,
        source=chat or str(message.get("from") or ""),
        author=str(message.get("from") or ""),
        published=_time(message, "date"),
        edited=_time(message, "edited"),
        forwarded_from=str(message.get("forwarded_from") or ""),
        media=media,
    )


def words(text: Any) -> str:
    """The words of Telegram's text, which is a string or an array of strings and marked pieces."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(
            piece if isinstance(piece, str) else str(piece.get("text", ""))
            for piece in text
            if isinstance(piece, str | dict)
        )
    return ""


def _time(message: dict[str, Any], name: str) -> datetime | str | None:
    stamp = message.get(f"{name}_unixtime")
    try:
        if stamp:
            return datetime.fromtimestamp(int(stamp), UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        pass
    value = message.get(name)
    return value if isinstance(value, str) else None


def _media(message: dict[str, Any]) -> tuple[Media, ...]:
    found = []
    if message.get("photo"):
        found.append(Media(kind="photo", name=str(message["photo"])))
    if message.get("file"):
        kind = str(message.get("media_type") or message.get("mime_type") or "file")
        plain = next((word for word in ("video", "audio", "voice", "photo") if word in kind), "file")
        found.append(
            Media(
                kind="audio" if plain == "voice" else plain,
                name=str(message.get("file_name") or message["file"]),
            )
        )
    return tuple(found)
