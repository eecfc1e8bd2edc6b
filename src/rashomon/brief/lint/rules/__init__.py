"""The rules a brief is held to, one file each: a file's name is the rule's name, its docstring says what it asks."""
