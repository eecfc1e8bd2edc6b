"""formats: how bytes become documents. One file each.

``Plugin.endings`` are the endings of file names it reads; ``Plugin.parse(raw)`` yields a ``laying.Found`` for each
document and an Issue for each fault. It may raise ``Unreadable`` for an item that is none of its kind. Ids, languages,
believing dates and laying the title first are not its business: ``laying.py`` does that for all.
"""
