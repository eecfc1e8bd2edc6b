"""What makes an attribution in an English sentence: rules over spaCy's parse, one file per kind of wording."""
