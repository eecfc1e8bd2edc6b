"""Made-up archives of events, in the forms of the real ones."""

from __future__ import annotations

from datetime import date, timedelta

from rashomon.foresee.acts import act
from rashomon.records import PastEvent

START = date(2010, 1, 1)
POLECAT = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tPrimary Actor Sector\t"
    "Recipient Name\tRecipient Country\tPrimary Recipient Sector\tPlacename\tCountry\tLatitude\tLongitude\tSource\tStory People\tLanguage"
)
ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\t"
    "Target Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude"
)


def event(day: int, actor: str, target: str, category: str, mode: str = "", **more: str) -> PastEvent:
    """An event so many days after the start."""
    return PastEvent(
        origin="desk", day=START + timedelta(days=day), actor=actor, target=target, category=category, mode=mode, act=act(category), **more
    )  # type: ignore[arg-type]  # fmt: skip


def polecat(
    id: str, day: str, category: str, actor: str, target: str, people: str = "", mode: str = ""
) -> str:
    """A row of POLECAT."""
    cells = [
        id,
        day,
        category,
        mode,
        "-9.0",
        "MATERIAL CONFLICT",
        "military",
        actor,
        "ALB",
        "GOV",
        target,
        "BOR",
        "MIL",
    ]
    return "\t".join([*cells, "Port Selm", "Borea", "12.5", "41.25", "The Harbour Post", people, "en"])


def icews(id: str, day: str, code: str, actor: str, target: str) -> str:
    """A row of ICEWS."""
    cells = [
        id,
        day,
        actor,
        "Executive,Government",
        "Alba",
        "some text",
        code,
        "-2.0",
        target,
        "Military",
        "Borea",
    ]
    return "\t".join([*cells, "771", "2", "Harbour Post", "Port Selm", "", "", "Borea", "41.25", "12.5"])


def gdelt(
    id: str,
    day: str,
    code: str,
    actor: str,
    target: str,
    *,
    added: str = "",
    sources: int = 1,
    columns: int = 61,
) -> str:
    """A line of GDELT 1 (57 or 58 columns) or 2 (61)."""
    cells = [""] * columns
    cells[:5] = [id, day, day[:6], day[:4], f"{day[:4]}.5"]
    cells[5], cells[6], cells[7] = "ALB", actor, "ALB"
    cells[15], cells[16], cells[17], cells[22] = "BORMIL", target, "BOR", "MIL"
    cells[26], cells[28] = code, code[:2]
    cells[31:34] = ["9", str(sources), "9"]
    place = 52 if columns == 61 else 50
    cells[place] = f"Somewhere {id}, Borea"
    at = place + (4 if columns == 61 else 3)
    cells[at : at + 2] = ["41.25", "12.5"]
    cells[at + 3] = (added or day) + ("120000" if columns == 61 else "")
    if columns > 57:
        cells[-1] = f"https://post{id}.example/story"
    return "\t".join(cells)
