"""What the reader ``neural`` is made of: word pieces, windows, the encoder's run, spans, links. No torch here."""
