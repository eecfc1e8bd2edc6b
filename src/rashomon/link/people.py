"""Persons and other names joined within a document and across: the same person under several forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.link.names import is_cyrillic, key, person, skeleton

Form = tuple[str, str]
"""A document id and a name as it stands there."""


def join_people(forms: Iterable[Form]) -> dict[Form, str]:
    """For each name in each document the key of the person: forms with one key are one person.

    A lone surname joins the only full name with that surname in its own document, else the only one in all
    documents; where two persons bear it, it stays apart (unsure is an answer). Names in two scripts join when
    given name and surname agree in their consonants, or the surname alone where it is unique on both sides.
    """
    seen = sorted(set(forms))
    words = {form: person(form[1]) for form in seen}
    surname: dict[str, set[str]] = {}
    local: dict[tuple[str, str], set[str]] = {}
    for form in seen:
        if len(words[form]) > 1:
            whole = key(" ".join(words[form]))
            last = key(words[form][-1])
            surname.setdefault(last, set()).add(whole)
            local.setdefault((form[0], last), set()).add(whole)
    joined: dict[Form, str] = {}
    for form in seen:
        last = key(words[form][-1]) if words[form] else ""
        if len(words[form]) > 1:
            joined[form] = key(" ".join(words[form]))
        elif len(here := local.get((form[0], last), set())) == 1 or (
            not here and len(here := surname.get(last, set())) == 1
        ):
            joined[form] = next(iter(here))
        else:
            joined[form] = last
    return _across_scripts(joined, words)


def _across_scripts(joined: Mapping[Form, str], words: Mapping[Form, Sequence[str]]) -> dict[Form, str]:
    latin: dict[str, set[str]] = {}
    lone: dict[str, set[str]] = {}
    for form, whole in joined.items():
        if not is_cyrillic(whole) and words[form]:
            latin.setdefault(skeleton(whole), set()).add(whole)
            lone.setdefault(skeleton(whole.split()[-1]), set()).add(whole)
    answer = dict(joined)
    for form, whole in joined.items():
        if not is_cyrillic(whole):
            continue
        bones = skeleton(whole)
        fitting = latin.get(bones, set()) if " " in bones else lone.get(bones, set())
        if not fitting and " " in bones:
            # The given name may differ in the two languages (Sergei, Сергій); the surname and its first letter decide.
            last = {name for name in lone.get(bones.split()[-1], set()) if skeleton(name)[:1] == bones[:1]}
            fitting = last
        several = {name for name in fitting if " " in name} or fitting
        if len(several) == 1:
            answer[form] = next(iter(several))
    return answer
