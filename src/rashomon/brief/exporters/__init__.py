"""Forms of a brief. A file here is an exporter: its name is the form's name, its class ``Plugin`` does the work.

``Plugin().export(briefs, coverage, context=160)`` gives file name → content: one brief is ``brief.<ending>`` and ends
with what was collected; several are ``index.<ending>`` (first) and a file each.
"""
