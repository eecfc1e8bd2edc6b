"""Forms in which a profile's network leaves: one plug-in each, ``export(graphs, now) -> {file name: text}``."""
