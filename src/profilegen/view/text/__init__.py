"""Running text, its notes and its sources in OSCOLA's forms; nothing of entries and pages."""
