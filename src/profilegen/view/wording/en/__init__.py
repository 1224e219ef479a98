"""English: all words of pages; no page chooses or orders by one.

A module with the name of a kind of entry (`Kind.one`) says what its entries show, and has a
`WORDING`; the others are named after the page or the part of pages whose words they have, and
`general` has what all pages say. `SAY` holds words by the keys by which views and templates ask.
"""
