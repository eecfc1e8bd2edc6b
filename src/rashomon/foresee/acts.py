"""CAMEO → PLOVER, and which acts are words.

CAMEO is the older code of GDELT and ICEWS, PLOVER its successor (openeventdata/PLOVER, CC BY-SA 4.0). PLOVER has no code for a plain
statement, so CAMEO's 01 is ``STATEMENT`` here. The table is ours, after PLOVER's manual; the longest row that begins a code holds.
"""

from __future__ import annotations

from typing import Literal

CATEGORIES = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
    " STATEMENT".split()
)
WORDS = frozenset("STATEMENT AGREE SUPPORT CONCEDE REQUEST ACCUSE REJECT THREATEN".split())
"""Categories in which something is said. PLOVER counts CONSULT as verbal too; but a visit or a call took place, so it is a deed here."""
_TABLE = """
01 STATEMENT
02 REQUEST
021 REQUEST assist
022 REQUEST assist
023 REQUEST assist
024 REQUEST change
025 REQUEST yield
026 REQUEST meet
028 REQUEST meet
03 AGREE
04 CONSULT
041 CONSULT phone
042 CONSULT visit
043 CONSULT visit
045 CONSULT third-party
05 SUPPORT
055 CONCEDE
056 CONCEDE
057 AGREE
06 COOPERATE
07 AID
08 CONCEDE
081 RETREAT
084 RETREAT release
085 RETREAT
086 RETREAT access
087 RETREAT
0871 RETREAT ceasefire
0872 RETREAT access
0873 RETREAT disarm
0874 RETREAT withdraw
09 ACCUSE investigate
10 REQUEST
101 REQUEST assist
102 REQUEST assist
103 REQUEST assist
104 REQUEST change
105 REQUEST yield
106 REQUEST meet
108 REQUEST meet
11 ACCUSE disapprove
112 ACCUSE allege
115 ACCUSE allege
116 SANCTION convict
12 REJECT
121 REJECT assist
122 REJECT assist
123 REJECT change
124 REJECT yield
125 REJECT meet
126 REJECT meet
13 THREATEN
1311 THREATEN relations
1312 THREATEN relations
1313 THREATEN relations
132 THREATEN restrict
133 THREATEN restrict
134 THREATEN relations
135 THREATEN relations
136 THREATEN relations
137 THREATEN violence
138 THREATEN violence
1383 THREATEN territory
14 PROTEST
141 PROTEST demo
142 PROTEST hunger
143 PROTEST strike
144 PROTEST obstruct
145 PROTEST riot
15 MOBILIZE
151 MOBILIZE police
152 MOBILIZE troops
153 MOBILIZE police
154 MOBILIZE troops
16 SANCTION
161 SANCTION discontinue
162 SANCTION discontinue
163 SANCTION discontinue
164 SANCTION discontinue
165 SANCTION discontinue
166 SANCTION withdraw
17 COERCE
171 COERCE seize
1712 ASSAULT destroy
172 COERCE restrict
1723 COERCE curfew
1724 COERCE martial-law
173 COERCE arrest
174 COERCE deport
175 ASSAULT crowd-control
176 COERCE cyber
18 ASSAULT
181 ASSAULT abduct
182 ASSAULT beat
1821 ASSAULT sexual
1822 ASSAULT torture
183 ASSAULT explosives
1831 ASSAULT suicide-attack
185 ASSAULT targeted
186 ASSAULT targeted
19 ASSAULT
191 COERCE restrict
192 COERCE seize
193 ASSAULT firearms
194 ASSAULT heavy-weapons
195 ASSAULT aerial
20 ASSAULT
201 COERCE deport
204 ASSAULT unconventional
"""
_PLOVER = {
    row[0]: (row[1], row[2] if len(row) > 2 else "") for row in map(str.split, _TABLE.split("\n")) if row
}


def plover(code: str) -> tuple[str, str] | None:
    """Category and mode of a CAMEO code in two to four digits, with its leading nought; ``None`` where it is none."""
    if not code.isascii() or not code.isdigit():
        return None
    return next((_PLOVER[code[:n]] for n in (4, 3, 2) if len(code) >= n and code[:n] in _PLOVER), None)


def act(category: str) -> Literal["deed", "statement"]:
    """Whether something was done or said."""
    return "statement" if category in WORDS else "deed"
