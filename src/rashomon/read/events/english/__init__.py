"""English: a lexicon and rules over the words around each match."""
