"""Tables and charts for any page, as values; no entries, and no drawing."""
