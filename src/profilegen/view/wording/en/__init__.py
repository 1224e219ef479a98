"""English: all words of pages; no page chooses or orders by one.

`general` has what all pages say. A module with the name of a kind of entry (`Kind.one`) says what
its entries show, and has a `WORDING`.
"""
