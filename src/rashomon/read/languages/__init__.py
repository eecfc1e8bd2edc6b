"""Word lists of the rule readers, one file per language. Data only, nothing here is a plug-in."""
