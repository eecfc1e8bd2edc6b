"""What was judged of a claim, as lines of a page: the verdict, its rivals, its grounds, how it came to be.

No line prints the claim as a fact: its words stand as words of who says so.
"""
