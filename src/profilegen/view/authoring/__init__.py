"""For authors: how far a profile is, and what a new one begins with; no page for readers."""
