"""English phrases that do something with words, where no single verb or noun tells it: "poured cold water on" doubts."""

from __future__ import annotations

import re

_BE = r"(?:is|are|was|were|be|been|being|remain(?:s|ed)?|['’]s|['’]re)"
_WITH = r"(?:\w+ly )?"

PHRASES: tuple[tuple[str, str], ...] = (
    ("retracts", r"(?:walk|row|back|climb|roll|dial)(?:s|ed|ing)? (?:it |that |this |them )?(?:back|down)(?: (?:on|from))?"),
    ("retracts", r"back(?:s|ed|ing)?[- ]?(?:tracks?|tracked|tracking|pedals?|pedalled|pedaled|pedalling)|backtrack\w*|backpedal\w*"),
    ("retracts", r"(?:tak|took)\w* back|taken back|withdr[ae]w\w*(?! (?:its|the|his|her|their) (?:troops|forces|bid|candidacy))"),
    ("retracts", r"(?:has |have |had |wish\w* to |would like to |seeks? to )?correct(?:s|ed|ing)?\b(?! answer)|issu\w+ a (?:correction|retraction|clarification)"),
    ("retracts", r"retract\w*|recant\w*|disown\w*|eat\w* (?:his|her|their|its) words|ate (?:his|her|their) words|u[- ]turn\w*|"
     r"reverse\w* (?:itself|himself|herself|course)|no longer (?:stands?|stood|maintain\w*|claim\w*|insist\w*)"),
    ("declines", r"(?:declin|refus)\w+ (?:to )?(?:comment|say|discuss|answer|speak|speculate|elaborate|confirm|be drawn|respond|"
     r"talk|identify|name|give|provide|disclose|reveal|take (?:questions|a position))\w*"),
    ("declines", r"(?:would|will|could|can|did|does|do|has|have|had)(?: not|n['’]t) (?:yet |immediately |be )*(?:be )?(?:drawn|"
     r"comment\w*|discuss\w*|elaborate\w*|respond\w*|repl\w+|return\w*|answer\w*|reach\w*|available|get back|go into)"),
    ("declines", r"(?:won['’]t|(?:would|will|could|can)(?: not|n['’]t)|cannot) (?:say|be drawn|comment|discuss)|(?:kept|keep\w*|stay\w*|remain\w*) (?:mum|silent|tight-lipped|quiet|schtum|shtum)"),
    ("declines", r"(?:no|without) comment|had nothing to say|brush\w* (?:aside|off) questions|dodg\w+|sidestep\w*|side-step\w*|duck\w* (?:the )?question\w*|"
     r"took the Fifth|plead\w* the Fifth|neither \w+ nor \w+|(?:said|says|say) nothing|(?:was|were) (?:not |un)available|could not be reached|"
     r"not (?:immediately )?reachable|maintain\w* (?:his|her|their|its|a) silence|stonewall\w*"),
    ("partly_denies", r"(?:uph(?:old|eld)\w*|accept\w*|admit\w*|grant\w*|conced\w+|den\w+|reject\w*|disput\w+|contest\w*) in part|part(?:ly|ially) "
     r"(?:den|reject|disput|accept|uph|admit|conced|contest)\w*"),
    ("denies", r"(?:call|brand|label|describ|dismiss|denounc|slam|blast|term|dub|deem|paint|characteri[sz]|reject|rubbish)\w* .{0,60}?"
     r"\b(?:a lie|lies|liars?|false\w*|fake\w*|untrue|nonsense|rubbish|baseless|groundless|unfounded|fabricat\w+|fairy ?tales?|fictio\w+|invent\w+|"
     r"ridiculous|absurd|hoax|slander\w*|smear\w*|libel\w*|propaganda|disinformation|without foundation|bunk|hogwash|bogus|fantas\w+|malicious)\b"),
    ("denies", r"(?:categorically |flatly |strongly |vehemently )?(?:den(?:y|ies|ied|ying)|refut\w+|rebut\w*|debunk\w*|disput\w+|contradict\w*|"
     r"repudiat\w+|disavow\w*|disclaim\w*)|scoff\w* at|pooh-?poohe?\w*|laugh\w* off|shrug\w* off|wav(?:e|es|ed|ing) (?:away|off|aside)|"
     r"plead\w* (?:not guilty|innocent)|pled not guilty|protest\w* (?:his|her|their|its) innocence|beg\w* to differ|gave the lie to|gives the lie to|"
     r"hit\w* back at|push\w* back (?:on|against)|knock\w* down|shot down|shoot\w* down|takes? issue with|took issue with"),
    ("doubts", r"(?:pour|throw|thr[eo]w|cast)\w* (?:cold water|doubts?|scorn) (?:on|over|upon)|question(?:s|ed|ing)? (?:whether|if|how|why|the|his|her|its|their)|"
     r"call\w* into question|" + _BE + r" " + _WITH + r"(?:sceptical|skeptical|unconvinced|unpersuaded|doubtful|unsure|dubious|not (?:sure|certain|convinced|persuaded))|"
     r"rais\w+ (?:an? )?(?:eyebrows?|doubts?|questions?)|has (?:its |his |her )?doubts|have (?:their |our )?doubts|took .{0,20}with a pinch of salt|"
     r"(?:scepticism|skepticism|doubts?) (?:about|over|that|on)|greet\w* .{0,40}with (?:scepticism|skepticism|disbelief)"),
    ("confirms", r"plead\w* guilty|pled guilty|c[ao]m\w+ clean|own\w* up|fess\w* up|confess\w*|acknowledg\w*|admit\w*|conced\w+|"
     r"confirm\w*|corroborat\w*|verif\w+|vouch\w* for|grant(?:s|ed) (?:that|freely|he|she|they)|bore? out|bears? out|"
     r"(?:does|do|did)(?: not|n['’]t) (?:deny|dispute|contest)|accepts? that|accepted that|accept(?:s|ed)? (?:full |the )?(?:blame|responsibility|findings?)|"
     r"claim\w* responsibility|took responsibility|takes responsibility"),
    ("accuses", r"accus\w+|blam\w+|alleg(?:es|ed|ing|e)\b|point\w* (?:the |a )?finger\w* at|(?:lay|laid|laying|lays|pin|pinn\w+|put\w*) (?:the )?blame|"
     r"hit\w* out at|lash\w* out at|(?:took|take|takes|taking) (?:a )?(?:swipe|aim|dig|potshot) at|slam\w*|blast(?:s|ed|ing)|lambast\w*|"
     r"condemn\w*|denounc\w*|berat\w+|castigat\w+|excoriat\w+|decr(?:y|ies|ied)|rail\w* (?:at|against)|charg(?:es|ed|ing) (?:that|with)|"
     r"held .{0,40}responsible|hold\w* .{0,40}responsible|tore into|tears into|rebuk\w+|chid\w+|criticis\w+|criticiz\w+|savag(?:ed|es|ing)"),
    ("warns", r"warn\w*|caution\w*|sound\w* the alarm|rais\w+ the alarm|rang the alarm|alert\w*|put .{0,30}on notice|red[- ]flag\w*"),
    ("hearsay", r"(?:rumou?rs?|word|legend|gossip|talk|the (?:story|talk|word|gossip)) (?:has|had) it|(?:the )?word (?:on the \w+ )?(?:is|was)|rumou?rs? (?:of|that)|"
     r"reportedly|allegedly|there (?:is|was|are|were) talk|"
     r"according to (?:unconfirmed|local|media|press) reports|social media (?:rumou?rs?|posts?)|unconfirmed reports"),
    ("demands", r"call\w* (?:for|on|upon)|demand\w*|urg(?:e|es|ed|ing)|insist\w* on|order\w*|appeal\w* (?:to|for)|beg(?:s|ged|ging)? (?:for|him|her|them|the|us)?|"
     r"plead\w* (?:with|for)|press(?:es|ed|ing)? (?:for|the)|implor\w+|exhort\w*|instruct\w*|told .{0,40}to$|bade|tell\w* .{0,40}to$|wants? .{0,30}to$"),
    ("promises", r"promis\w+|pledg\w+|undert(?:ake|akes|ook|aking|aken)|commit(?:s|ted|ting)? (?:to|itself|himself|herself|themselves)|guarantee\w*|"
     r"g[ai]v\w+ (?:his|her|its|their|an?) (?:word|assurances?)|assur(?:e|es|ed|ing)"),
    ("asks", r"wan(?:t|ts|ted|ting) to know|ask(?:s|ed|ing)? (?:whether|if|why|how|what|who|when|where)|wonder(?:s|ed|ing)?|inquir\w+|enquir\w+|quer(?:y|ies|ied)"),
)  # fmt: skip
"""Act and pattern, over the cue and the words beside it; the first that fits is taken. Wording of news at large, drawn up by
hand; ``bench.english`` tells what it is worth on passages by an author who had not seen it."""
_COMPILED = tuple((act, re.compile(rf"\b(?:{pattern})(?![\w-])", re.IGNORECASE)) for act, pattern in PHRASES)
_HARM = re.compile(
    r"\b(?:reveng\w*|retaliat\w*|aveng\w*|punish\w*|kill\w*|destr\w+|crush\w*|bomb\w*|attack\w*|strik\w+|shut\w*|block\w*|cut\w* off|"
    r"sue\b|sues|hit\w* back|pay (?:dearly|a (?:heavy )?price|for)|consequences|respond\w*|fight\w*|burn\w*|expel\w*|wipe\w*|lose\b|invad\w*|fire on|"
    r"sack\w*|jail\w*|arrest\w*|close\w*|walk(?:ing)? out|boycott\w*|halt\w*|withhold\w*|annihilat\w*|obliterat\w*|no mercy|unless|if\b)\b",
    re.IGNORECASE,
)
_VOW = re.compile(r"\b(?:vow(?:s|ed|ing)?|sw(?:ear|ears|ore|orn|earing))\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were) (?:widely |also )?(?:said|rumou?red|reported|understood)(?: to)?$", re.IGNORECASE
)
_PART = re.compile(
    r"^\W*(?:all but|part(?:s)? of|some of|most of|many of|several of|half of|aspects of|elements of|only|just one|(?:one|two|three|four|five) of|"
    r"the (?:most serious|worst|gravest|remaining|other) of)\b",
    re.IGNORECASE,
)


def phrase_act(cue: str, content: str) -> str:
    """The act of a cue by its phrase, with the first words of the content; empty where no phrase is known.

    Vows that bode harm threaten; a denial of some of it partly denies.
    """
    if vow := _VOW.search(cue):
        if _HARM.search(content[:160]):
            return "threatens"
        sworn = vow.group().lower().startswith("sw")
        return "asserts" if sworn and not re.match(r"\W*(?:to|never|not to)\b", content) else "promises"
    near = f"{cue} {content[:80]}"
    for act, pattern in _COMPILED:
        match = pattern.search(near)
        # It must begin in the cue: what the content tells of is not what the cue does.
        if match and match.start() < len(cue):
            return in_part(act, content)
    return "hearsay" if _PASSIVE.search(cue) else ""


def in_part(act: str, content: str) -> str:
    """The act, or that it denies in part where the content is only some of what there was to deny."""
    return "partly_denies" if act in {"denies", "doubts"} and _PART.match(content) else act
