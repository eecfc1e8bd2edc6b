"""Languages in which events are read: one file each, named by its ISO 639-1 code."""
