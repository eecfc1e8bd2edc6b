"""sources: where items come from. One file each; ``Plugin.takes`` says whether a location is its kind."""
