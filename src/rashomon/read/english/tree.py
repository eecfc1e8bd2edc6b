"""A parsed text as plain lists, taken out of spaCy in one go: reading one list item costs a tenth of a token's field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.records import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc

VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD", "WP", "WDT", "PRP$", "JJ"))


class Tree:
    """One Doc: per token its word, tag, dependency, head, place and children. Token ranges are end exclusive."""

    __slots__ = (
        "_doc",
        "dep",
        "ends",
        "head",
        "kids",
        "low",
        "sentence_of",
        "sentences",
        "starts",
        "tag",
        "text",
        "words",
    )

    def __init__(self, doc: Doc) -> None:
        from spacy.attrs import DEP, HEAD, IDX, LENGTH, LOWER, TAG

        self._doc = doc
        self.text: str = doc.text
        rows = doc.to_array([HEAD, DEP, TAG, IDX, LENGTH, LOWER])
        strings = doc.vocab.strings
        heads = rows[:, 0].astype("int64").tolist()
        self.head: list[int] = [i + h for i, h in enumerate(heads)]
        names = {key: strings[key] for column in (1, 2, 5) for key in set(rows[:, column].tolist())}
        self.dep: list[str] = [names[key] for key in rows[:, 1].tolist()]
        self.tag: list[str] = [names[key] for key in rows[:, 2].tolist()]
        self.low: list[str] = [names[key] for key in rows[:, 5].tolist()]
        self.starts: list[int] = rows[:, 3].tolist()
        lengths = rows[:, 4].tolist()
        self.ends: list[int] = [s + n for s, n in zip(self.starts, lengths, strict=True)]
        self.kids: list[list[int]] = [[] for _ in heads]
        for i, h in enumerate(self.head):
            if h != i:
                self.kids[h].append(i)
        self.sentences: list[Range] = [(s.start, s.end) for s in doc.sents]
        self.sentence_of: list[int] = [0] * len(heads)
        for k, (s, e) in enumerate(self.sentences):
            self.sentence_of[s:e] = [k] * (e - s)

    def __len__(self) -> int:
        return len(self.head)

    def left(self, i: int) -> int:
        """First token of the subtree under ``i``."""
        return int(self._doc[i].left_edge.i)

    def right(self, i: int) -> int:
        """The token behind the last of the subtree under ``i``."""
        return int(self._doc[i].right_edge.i) + 1

    def child(self, i: int, *deps: str) -> int:
        """The first child of ``i`` with one of these dependencies, or -1."""
        for k in self.kids[i]:
            if self.dep[k] in deps:
                return k
        return -1

    def below(self, i: int, top: int) -> bool:
        """Whether ``i`` stands in the subtree under ``top``."""
        for _ in range(200):  # a parse is never that deep, unless the text is hostile
            if i == top:
                return True
            if self.head[i] == i:
                return False
            i = self.head[i]
        return False

    def range(self, start: int, end: int) -> Range:
        """Characters of the tokens from ``start`` up to ``end``."""
        return self.starts[start], self.ends[end - 1]
