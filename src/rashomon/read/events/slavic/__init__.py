"""Russian and Ukrainian: one mechanism over clauses, endings and cases; the words of each are in its YAML file."""
