"""What entries say, and language by language the words for it; no page lives here."""
