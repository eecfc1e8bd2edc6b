"""sources: where items come from. One file each.

``Plugin.takes(location)`` says whether a location is its kind; of the sources that take one, the least ``rank`` gets
it. ``Plugin.items(location, now, settings, fetcher)`` yields a Raw for each item, or the Issue that says why there is
none; ``taking.py`` has ``take`` for files and ``fetch`` for addresses. Nothing else may touch disk or network.
"""
