"""Verbs that report in English, each with the complements it reports with and how often it did, in percent.

Counted on the train part of PolNeAR (840 US political articles of 2016, which state no licence; no text of it is
here): for every verb outside a reported content, how often annotators marked it as a cue when the parse gave it this
complement, smoothed with three cases at the complement's own mean. Verbs under 45 % are left out, and so are those
that carry light senses ("have", "take", "include"); ``read/codebook.md`` tells how to count again.

Complements: ``c`` clause or quotation, ``x`` "to" infinitive, ``ox`` object and infinitive ("urge them to go"), ``g``
gerund, ``o`` object, ``oo`` object and its complement ("call it a lie", "describe it as"), ``ofor`` object with a
"for" phrase (and so on), ``+for`` a preposition that belongs to the cue, ``p…`` the same in the passive, ``ps`` a
passive whose subject is what was said or judged.
"""

MEASURED = """
accuse oof=95 o=82 c=76; acknowledge c=94 o=79; acquiesce +to=82; add c=97; address c=85; admire o=77;
admit c=83 +to=78; adopt c=96; advocate +for=75; agree c=87 x=82 +on=76 +with=74 o=64 +to=54; aim x=71;
air oon=81; allege c=92 o=64; announce c=97 ofor=93 ox=90 o=87 oon=87 ps=66; answer c=97 o=58; anticipate
c=80; apologize +for=89; append o=55; applaud o=86; appoint oto=80 o=59; approve ps=81; argue c=97
+against=89 +for=84 ps=78; articulate o=84; ask c=92 pc=91 ox=88 +for=86 p+about=80 px=75; assail o=84;
assert c=92 o=61; assume c=63; assure c=99; attack c=96 ofor=85 oo=67 o=56 ps=54; attribute oto=75; author
ps=78; authorize o=65; back ofor=80 o=50 ps=49; bark c=96; bash o=69; believe c=71; bemoan o=84; bet c=54;
blame ofor=92 o=88 oon=84; blare o=77; blast ofor=96 o=95 oon=81; boast c=98 +about=90 +of=82; boo ps=81
o=64; boycott o=64; brag +about=90; brand o=77; break c=63; brush o=69; calculate c=96; call ofor=94 oo=93
+for=90 ox=74 oon=72; campaign +for=80 +against=65; care +about=48; cast oo=69; caution c=97 +against=91;
celebrate ps=65; challenge ox=91 oto=71; chant o=86; characterize oo=95; charge owith=95 c=83 ps=58; cheer
+for=81 +on=61; chide ofor=93 o=84; choose oo=78; cite oo=98 c=97 o=95; claim c=89 ox=87 x=79 ofor=73
ps=70 o=55; clarify c=83; comment +on=72 c=63; compare oto=69; complain c=99 +about=78; concede c=98 o=69;
conclude c=93; condemn o=80 ps=78; confirm c=90 ps=69 o=62; congratulate ofor=94 o=84; consider c=69 o=69
g=65 x=65; contemplate o=61; contend c=98; continue c=85; contradict c=96 o=49; contrast owith=51;
convince c=91; counter c=96; credit ofor=93 owith=92 o=86; criticize ofor=99 o=90 p+for=87 oon=84 ps=84
oo=78; debate ps=58; decide x=68 c=64; declare c=95 ps=66 o=61; decline x=88 o=84; decry c=96 o=91; deem
oo=94 ps=81 o=76; defend oo=96 ox=87 oagainst=73 o=69; deliver c=80; demand c=97; demonstrate c=71;
denounce c=96 oo=94 o=84; deny c=86 o=61; deride o=81; describe c=98 oo=97 o=81 oto=80 g=69 ps=58; detail
o=69; determine c=51 x=49; disagree +with=85 +on=61; disavow o=76; disclose o=70 ps=49; discover c=80;
discuss c=98 o=81 oto=80; dismiss oo=97 o=85; disparage o=64; dispute o=86; disregard o=77; divide
p+over=88; document o=81; doubt c=98; echo ps=70 o=53; email owith=92; embrace c=80; emerge c=76;
empathize +with=81; emphasize c=90 o=68; empower ox=87; encourage ox=67; endorse g=82 ps=78 o=76 ofor=70;
enjoy c=96; estimate c=87 o=77; expand +on=61; expect pc=96 px=87 c=86 x=84 ox=78 o=74 ps=58; explain c=94
o=81; explore o=54; expose o=47; express c=97 ofor=93 o=90; extoll o=77; favor o=61; fear o=86 c=83;
feature ps=65; feel +for=84 +about=65 c=57; fight +about=85; figure c=68; file oagainst=59; find pc=96
owith=93 c=78; focus c=63 +on=51; follow c=63; forecast c=96; foresee o=81; foreshadow o=77; forget c=68;
forward o=81; frame oo=81; grant ps=65; greet ps=55; guess c=78; gush +about=85; hail oo=94 o=59; hammer
o=53; hat o=57; hate o=59; herald o=81; highlight c=75 o=60; hint c=85 +at=75; hit ofor=83; hop c=90
+for=89 x=74; hope c=88 x=64; identify oo=97 c=96 +with=68; ignore ps=48; illustrate o=55; imagine c=64;
imply c=91; indicate c=87; inform c=80; insist c=96; intend o=77 px=66 x=49; interject c=96; interpret
o=77 p+as=67; introduce ps=49; invalidate o=77; invite px=61; jab ofor=93; joke c=90 +about=87; justify
o=64; knock c=96 oo=94; know p+for=82 px=79 ps=76 x=70 p+as=65 c=62 +for=58 +about=53; label o=64; lambast
p+as=80; lament c=96 o=87; lash +at=95; laud o=64; lay c=63; learn c=81 +of=78 o=61; like x=80 o=52; liken
oto=85 +to=58; list oo=96 o=93; love x=82 o=49; maintain c=73; mandate o=64; mark oo=94; mention oo=94
g=85 o=85 ps=84 c=78; mock ofor=94 c=80 o=79; mull o=77; muse +about=85; name oo=96 oto=80 ps=79 o=49;
nominate ofor=95 oto=80; note c=98 o=91; notice c=83; observe c=96; offer ofor=93 c=68 x=63; oppose c=83
o=77 g=62; opt x=65; order c=97 ox=94 o=80; outline c=96 o=86; paint oo=96; persuade ps=78; pitch oo=95;
plan x=53; pledge c=86 oto=83 x=61; plot x=78; point c=93 +to=72; portray oo=83 p+as=80 o=69; posit c=96;
position oo=95; post c=90 o=62 ps=55; praise oo=96 o=86 ofor=82; predict c=93 o=79; prefer x=86 o=85;
prescribe o=77; present c=96 ps=70 oo=57; press ox=73 p+about=73 +for=67; proclaim c=97; prohibit o=77;
promise c=99 x=81; promote c=96 o=51; pronounce o=81; propose c=98 ox=90 o=88 g=76; provide c=76;
publicize o=57; publish c=96; pump o=81; push +for=79 +against=78 +on=73 x=65 ox=60; question c=99 o=90
ps=58; quip c=96; quote oo=96; rail +against=95; rank oo=94 o=48; ratify o=57; read c=92; reaffirm o=81;
realize c=98; reassure o=77; rebuke o=86; rebut c=96 o=86; recall c=94 g=82 o=82; recite o=86; reckon
+with=81; recognize c=86 o=78 ps=70; recommend c=97 o=73; recount o=79; refer +to=86; reference oo=94
o=74; refuse x=83 o=69; regard oo=94 p+as=72; reiterate c=98 o=92; reject ps=84 o=82 oo=74; remark
+upon=100 c=99; remember o=87 ps=81 c=45; remind c=82; renounce o=55; repeat o=83; replay o=77; reply
c=95; report pc=96 c=89 g=87 +about=85 ps=73 o=69; reprimand o=77; reprise o=64; repudiate o=84; request
ps=81 ox=71; respond c=99; restrict o=71; return c=63; retweete c=96 o=73; reveal pc=96 c=84 o=68 ps=55;
revere ps=81; revile ps=78; ridicule o=64; rip o=61; rule c=75 g=73; satirize o=77; savage oo=94 o=48; say
c=97 pc=96 g=94 px=90 +of=88 ox=87 +about=85 +for=84 o=80; seek c=97 x=61 ofrom=53 o=47; seize c=68;
sentence oto=80; share c=86 ps=54; shout c=96; show pg=100 owith=91 px=86 c=82; shrug o=81; side +with=73;
signal c=97; single o=64; size o=77; slam ofor=95 o=88 oo=81; sound c=96 +on=73 o=69; speak +about=89
+of=83 x=82 +against=74; speculate c=97 +about=85; spell o=64; split p+on=76; spot o=48; state c=95;
stress c=97 o=83; strike c=76; suggest c=92 g=76 o=52; support g=84 ofor=83 ox=77 ps=74 o=53; surmise
c=96; suspect c=96; talk +about=85 +of=85 o=69 c=63; target c=76; taunt o=64; tell c=97 pc=96 ps=78;
testify c=83; thank ofor=89 o=70; think c=75 +about=69 px=66 +of=59; threaten c=76 x=73; tick o=81; tout
c=96 o=94 oo=94; trash o=77; trend o=57; trumpet o=77; trust ox=87; tweet c=97 oto=80; underscore c=68;
understand c=62 o=52; urge c=96 ox=91 o=82; utter o=64; veto o=81; view oo=75 o=66; voice ofor=93; vote
+against=81 x=79 +for=51; vouch +for=89; vow c=98 x=93 o=77; want ox=74 c=69 x=62 o=60; warn c=94
+against=92 ox=90 +of=85 oagainst=82; weigh +on=56; welcome c=80 o=66; wish c=96; withdraw o=61; withhold
o=57; witness o=73; wonder c=88; worry c=99 +about=62; write c=99 +about=82 ps=49
"""

TOO_RARE = """
accept o; accuse p+of; add o; address o; admit o; adopt o; advise oon; advocate o; align p+with; anger o;
approve o; ask +about o oabout ps; assure p+of; attempt x; avoid g; believe o; block o; call c o ps x;
cast o ofor; challenge o; champion o; charge o p+with; cheer o; choose x; compare o; consider ps; continue
g o x; contrast o; convince o; count +on; craft o; debate o; deliver o; demand o; design px; devote oto;
display o; distance ofrom; distribute o; double +on; draft o; email o; embrace o; encourage o; endorse c;
enjoy o; experience o; exploit o; feel o; figure x; file o; fire o; frame o; grapple +with; hear c; hit o
oon; identify o; ignore o; impose o; introduce o; invite ox; invoke o; issue o; knock o; know o; lay o;
link o; mount o; negotiate o; nominate o; offer o oto; persuade ox; pivot +to; pledge o; point o; prefer
c; present o; press o; project o; promise o; prosecute o; protest o; prove c x; publish o; push o; quote
o; react +to; read o; reflect +on; release o ps; remind o; renew o; resist o; resonate +with; respond +to
+with; review o; revisit o; say +to; scramble x; seize +on; share o; shift oto; show o; shut o; signal o;
spark o; speak +for; sponsor o; spread o; stop g; struggle x; sue o; surprise o; talk +to; target o; tell
o ox; threaten o; throw o; tie oto; trade o; tweet o; underscore o; unleash o; unveil o; view p+as; voice
o; vote c; write +on +to o
"""
"""Complements that were seen six times or more and reported too rarely, whatever the list by hand says."""
