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
accept c=74 o=48; accord +to=95; accuse oof=96 o=92 c=90 p+of=78 ps=77 +of=75; acknowledge c=95 o=80;
acquiesce +to=73; add c=98 +about=88; address c=80; admire o=60; admit c=92 +to=73 o=55; adopt c=77;
advise ox=64; advocate +for=69; agree c=87 x=84 +on=77 +with=77 +to=49; aim x=62 o=57; air oon=59; alarm
o=50; allege c=96; allow c=67; allude x=69 +to=67; anger o=50; announce c=95 o=91 +on=75 oon=71 ox=70
ps=69 ofor=68 p+on=53; answer c=92 o=58; anticipate c=74; apologize +for=84 +to=63; appear x=72 c=62;
applaud o=80; appoint o=58 oto=56; approve ps=66 o=60; argue c=97 +for=74 o=73 +against=72 ps=59;
articulate o=67; ask c=94 pc=89 ox=88 ps=87 +for=86 o=85 x=81 p+about=80 oabout=79 px=78 p+on=61
+about=58; assail o=75; assert c=97 o=50; assume c=65; assure c=92 o=81 p+of=63 ps=60; attack c=88 ofor=82
o=73 oo=64 oover=59 ps=56; attribute o=67 oto=60 ps=56; author ps=59; authorize o=63; back ofor=73 o=58;
ban ofrom=55; bark c=88; bash o=57; believe c=86 g=67 o=61; bemoan o=72; bet c=57; bill oo=83 o=60; blame
o=93 ofor=91 oon=71 +for=49; blare o=60; blast o=94 ofor=84 oon=59; boast +about=93 +of=89 c=84 p+of=73
+on=60; boo ps=66 o=50; boycott o=50; brag +about=93; brand o=60; break c=74; broadcast o=63; brush o=63;
calculate c=90; call c=95 oo=94 x=94 +for=93 +on=89 o=89 +upon=75 ofor=73 ox=69 +following=68 oon=62
oto=56 ps=55 +with=52; campaign +for=70 +against=56; capture c=57; care o=63 +about=53; cast oo=71 ofor=53
o=45; caution c=93 +against=76; celebrate ps=49; challenge ox=74 oto=54 ps=49 p+over=46; champion o=46;
chant o=67; characterize oo=88 o=75; charge c=86 owith=68 ps=64 p+with=54 o=50; cheer +for=49; chide o=80
ofor=73; chime +with=52; choose c=88 oo=69 x=46; circulate o=57; cite o=96 oo=95 c=94; claim c=94 x=83
ox=64 o=58 ofor=56 ps=56; clarify c=90 o=67; coin o=50; comment +on=80; compare oto=56 o=54; complain c=97
+of=84 +about=82 +to=73; concede c=97 o=50; conclude c=96; concur +with=52; condemn o=73 ps=59; confirm
c=89 o=61 ps=54; congratulate o=82 ofor=73; consider c=72 g=70 x=69 o=64 ps=59; contemplate o=50; contend
c=94; continue c=89 oon=66; contradict c=88 o=50; contrast o=47; convince c=89 o=65; count o=50; counter
c=90; crack c=88; create ox=45; credit o=83 ofor=68 owith=57; criticise o=60; criticize o=95 ofor=94 c=92
oo=86 ps=85 p+for=80 oon=66; crystallize c=57; cut c=49; dawn c=88; debate ps=49; decide x=73 c=64;
declare c=95 o=68 +on=60 ps=58; decline x=92 o=72; decry c=88 o=87; deem oo=86 o=82 ps=66; defend oo=90
c=88 o=79 oagainst=73 ox=70 oon=66; define c=88; deflect o=50; deliver c=77 oto=47; demand c=92 o=67;
demonstrate c=79; denounce c=92 o=89 oo=86 p+for=60 ps=59; deny c=84 o=70; deride o=67; describe oo=98
c=96 o=90 +as=75 p+as=67 oto=56 g=55 ps=55 p+on=53; detail o=64; determine c=60 x=50; devote oto=58 o=46;
direct ps=49; disagree +with=66 +on=50; disavow o=80; disclose o=64; discover c=63; discuss c=86 o=84
owith=57 oto=56; dislike o=57; dismiss oo=93 o=83 p+as=74 ps=56; disparage o=60; display o=50; dispute
o=75; disregard o=60; distance o=62 ofrom=59; distinguish oo=83; divide p+over=55; document o=67; double
+on=60; doubt c=92; dub o=50; dwell +on=72; echo ps=62 o=52; elaborate +on=60; email o=65 owith=57;
embrace c=74 o=46; emerge c=49; empathize +with=52; emphasize c=95 o=72; empower ox=64; encourage ox=59
o=55; endorse c=94 o=80 ofor=73 g=67 ps=59; enjoy c=90; estimate c=84 o=60; evince o=60; exhort o=60;
expand +on=50; expect c=94 px=89 ps=88 ox=86 x=81 pc=73 o=69 p+with=50; experience o=46; explain c=96 o=81
+to=73; expose o=50; express c=94 o=91 ofor=68; extoll o=60; favor o=65 p+for=60 oto=56; fear c=97 o=80;
feature ps=49; feel +about=74 +for=66 c=63; fight +about=88; figure c=74; file o=50 oagainst=49; find c=78
pc=73 owith=48; fire c=74; float o=67; focus c=57 +on=55; follow c=54; forecast c=88; foresee o=67;
foreshadow o=60; forget x=69 c=63; forward o=67; frame oo=88 o=46; grant ps=49; guess c=74; gush
+about=88; hail oo=83 o=70; hammer o=46; hat o=60; hate o=67; heap o=67; herald o=67; hesitate x=69;
highlight c=71 o=68; hint c=92; hire c=57 ox=52; hit ofor=80 c=74 oon=49; hone o=50; hop c=95 x=87 +for=80
o=57; hope c=90; horrify o=60; identify oo=90 c=88 +with=66 o=64 p+as=59; ignore o=52; imagine c=71; imply
c=96 o=60; indicate c=89 o=56; inflate o=60; inform c=88 p+of=73 o=72; infuriate o=50; insist c=99 +to=68
o=60 +on=50; insult o=72; intend o=67 px=66 ps=60 x=56; interject c=90 o=60; interpret p+as=62 o=60 ps=49;
intrigue ps=59; introduce oo=83; invalidate o=60; invite px=47; invoke o=53; issue c=90 o=74; jab ofor=68
o=50; joke c=95 +about=90 +to=68 o=67; judge o=57; justify o=57; knock c=88 oo=83; know ps=83 x=74 c=71
p+for=71 +about=68 p+as=66 px=66 o=49 p+to=49 ofor=48; label oo=83 o=72 +as=54; lambast p+as=74 o=67
ps=59; lament c=92 o=82; laud o=50; lay c=68 o=53; learn +of=84 c=77 o=60; like x=87 o=50; liken o=72
oto=69 +to=68; list o=91 oo=89 c=88 p+as=62; lobby x=69; look x=73 c=60 +as=54 +past=47 +to=47; love x=74
o=56; maintain c=70; mandate o=50; mark oo=83; mention o=88 c=84 oo=83 ps=74 g=72; mince o=67; mock c=90
o=85 ofor=73; mull o=60; muse +about=88; name oo=89 ps=70 o=64 oon=59 oto=56; needle o=60; nominate
p+as=74 ofor=71 ps=62 oto=56 o=47; note c=98 o=92; notice c=77; offer x=75 c=72 ofor=68 o=59; open
+about=93; oppose o=81 c=77 g=67 oon=59 +as=54; opt x=58; order c=93 o=90 ox=82; outline c=88 o=73; paint
oo=65 o=50; pass c=77 +with=52 o=47; peg o=67; persuade o=67 ox=63 ps=59; pick ofrom=55; pitch oo=86 o=57;
plan x=80; plead +to=73 +for=66; pledge c=86 x=62 oto=54 o=53; plot x=69; point c=92 o=74 +to=72 +as=63
oto=63 +despite=58; poke o=60; portray oo=83 p+as=78 o=77 ps=59; posit c=88; position oo=86 o=50; post
c=88 o=64 oon=59 +on=50; pounce +on=50; praise o=91 c=90 oo=88 ofor=78; preach o=67; predict c=92 o=73;
prefer x=83 o=81 c=80; prescribe o=60; present c=88 oo=59 ps=56 o=45; press p+about=68 ox=60 +for=59 c=57
ps=56 o=47; pressure ox=52 o=50; proceed x=50; proclaim c=92 o=60; prohibit o=56 ofrom=45; project ps=62
o=46; promise x=89 c=87 o=76; promote c=90 o=61; prompt c=57; pronounce o=67; propose c=94 o=88 g=81 x=74
ox=70; prove c=46; provide c=55 +with=52; publicize o=60; publish c=88 o=64; pump o=67; push +for=78 x=72
+against=65 +on=60 c=57 ox=51; question c=98 o=94 p+about=82 ps=49; quip c=88; quote oo=89 o=71; rail
+against=90 +for=59; rank oo=83 o=50; ratify o=50; rattle o=75; read c=91; reaffirm c=90 o=67; realize
c=94; reassure o=60; rebuke o=75; rebut c=88 o=80; recall c=93 o=81 g=67; recite o=78; reckon +with=52;
recognize c=84 o=67 ps=56; recommend c=92 ps=59 o=56; recount o=70; refer +to=88 +as=82; reference oo=83
o=81; refuse x=90 +to=68 o=57 c=49; refute o=60; regard oo=83 p+as=71 o=57 ps=49; reiterate c=94 o=88;
reject o=79 ps=71; release o=65 oon=49; relish o=67; remark c=95 +upon=79; remember o=78 ps=71 c=59;
remind o=89 c=86; renounce o=50; repeat o=76; replay o=60; reply c=90; report c=92 +about=90 ps=81 g=78
o=75 pc=73 +on=69 p+on=61 +to=56; reprimand o=60; reprise o=60; repudiate o=72; request ps=66 o=62 ox=58;
require c=60; resist o=46; resonate +with=58; respond c=91 +on=60 +to=52 +with=51; restrict o=70; return
c=57; retweete c=88 o=67; reveal c=83 pc=78 o=71 ps=55; revere ps=66; revile ps=59; riff +on=50; rip o=50;
rule g=72 c=71; satirize o=60; savage oo=83 o=57; say +of=99 c=99 +on=97 +about=94 +to=94 g=92 o=91
+with=89 oabout=89 +for=83 px=76 ps=75 pc=73 x=72 ofor=68 ox=64 +over=55; scar o=60; see oo=83 p+as=67
+for=66 o=61 ps=61 c=45; seek c=94 x=65 o=53; seem x=77 c=73 +like=64; seize c=88; sense c=74; sentence
o=60 oto=56; set x=58; share c=82 o=55 ps=49 +with=45; shoot c=77; shout c=88 o=67; show owith=88 c=86
o=77 g=67 ps=66 px=66 pg=61 oon=59 x=56 oto=47; shrug o=50; side +with=55; sign oo=83 x=64 o=50; signal
c=93 o=53; single oo=83 o=63; size o=60; slam o=89 ofor=80 oo=73; slash o=60; sound o=64 c=63 +on=60; spar
o=60 +over=55; speak +about=93 +of=90 x=74 +against=60; speculate c=92 +about=88; spell o=50; split
p+on=52; spotlight o=60; startle ps=59; state c=97 +of=84 o=70 +on=67; stress c=93 o=77; strike c=63;
strive x=58; struggle c=57; submit o=50; sue o=47; suggest c=94 g=79 o=63 +on=60; sum o=60; support g=81
ofor=77 ps=71 c=68 o=64 ox=60; surmise c=88; suspect c=93; suspend c=57; talk +about=90 +of=89 c=71 o=64;
target c=57; taunt o=60; tell c=98 o=95 oabout=92 oon=92 oof=85 ox=79 pc=73 ps=71; testify c=90; thank
ofor=85 o=81; think +about=86 c=80 +of=66 o=60; threaten c=74 x=70; tick o=67; touch +on=63; tout o=92
c=88 oo=86; trash o=50; trend o=50; trumpet o=60; trust ox=53; tweet c=94 +on=75 g=67 o=56 oto=56 p+on=53;
underestimate o=50; underscore c=55; understand c=79 o=59; unsettle o=60; unveil o=46; urge c=93 o=91
ox=90; utter o=50; veto o=67; view oo=91 o=75 p+as=63 +as=62 ps=58; voice o=81 ofor=68; vote x=88
+against=77 c=64 +for=58; vouch +for=77; vow x=97 c=94 o=60; want c=81 x=74 o=73 px=72 ox=69 ps=66; warn
c=98 +of=91 o=87 +against=80 ox=74 oagainst=68 +on=60; warrant o=60; weigh +on=46; welcome c=63 o=56; wish
c=88; withdraw o=63; witness c=88 o=63; wonder c=91; worry c=97 +about=80; write c=98 +of=87 +about=86
+on=84 +to=79 x=69 o=67; zero +on=50
"""
