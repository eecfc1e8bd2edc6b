"""Names of the world's states in English, as news writes them: tells a state from any other place.

Members and observers of the United Nations, and the places that news treats as states (Taiwan, Kosovo), each
with its usual short forms. Lower case, without full stops.
"""

from __future__ import annotations

STATES = frozenset(
    name.strip()
    for name in """
    afghanistan, albania, algeria, andorra, angola, antigua and barbuda, argentina, armenia, australia,
    austria, azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan,
    bolivia, bosnia, bosnia and herzegovina, bosnia-herzegovina, botswana, brazil, brunei, bulgaria, burkina
    faso, burma, burundi, cabo verde, cape verde, cambodia, cameroon, canada, central african republic,
    chad, chile, china, colombia, comoros, congo, democratic republic of congo, democratic republic of the
    congo, dr congo, drc, republic of the congo, costa rica, cote d'ivoire, côte d'ivoire, ivory coast,
    croatia, cuba, cyprus, czechia, czech republic, denmark, djibouti, dominica, dominican republic, east
    timor, timor-leste, ecuador, egypt, el salvador, england, equatorial guinea, eritrea, estonia, eswatini,
    swaziland, ethiopia, fiji, finland, france, gabon, gambia, georgia, germany, ghana, great britain,
    britain, greece, grenada, guatemala, guinea, guinea-bissau, guyana, haiti, holy see, honduras, hungary,
    iceland, india, indonesia, iran, islamic republic of iran, iraq, ireland, israel, italy, jamaica, japan,
    jordan, kazakhstan, kenya, kiribati, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho,
    liberia, libya, liechtenstein, lithuania, luxembourg, macedonia, north macedonia, madagascar, malawi,
    malaysia, maldives, mali, malta, marshall islands, mauritania, mauritius, mexico, micronesia, moldova,
    monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nauru, nepal, netherlands, holland,
    new zealand, nicaragua, niger, nigeria, north korea, dprk, norway, oman, pakistan, palau, palestine,
    panama, papua new guinea, paraguay, peru, philippines, poland, portugal, qatar, romania, russia, russian
    federation, rwanda, saint kitts and nevis, saint lucia, samoa, san marino, sao tome and principe, saudi
    arabia, scotland, senegal, serbia, seychelles, sierra leone, singapore, slovakia, slovenia, solomon
    islands, somalia, south africa, south korea, republic of korea, south sudan, soviet union, ussr, spain,
    sri lanka, st lucia, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan, tanzania,
    thailand, togo, tonga, trinidad and tobago, tunisia, turkey, türkiye, turkiye, turkmenistan, tuvalu,
    uganda, ukraine, united arab emirates, uae, united kingdom, uk, united states, united states of america,
    us, usa, america, uruguay, uzbekistan, vanuatu, vatican, venezuela, vietnam, wales, yemen, yugoslavia,
    zambia, zimbabwe
    """.replace("\n", " ").split(",")
)


def is_state(name: str) -> bool:
    """Whether a name is a state's ("U.S.", "the Netherlands")."""
    name = name.replace(".", "").replace("’", "'").casefold().strip()
    return name.removeprefix("the ") in STATES
