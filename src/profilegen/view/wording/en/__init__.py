"""English: a module for each kind of entry says what its entries show; nothing else lives here yet.

A module has the name that the kind declares (`Kind.one`), and a `WORDING`.
"""
