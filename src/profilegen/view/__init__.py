"""What one page shows, as pure functions from checked profiles to frozen values; no rendering."""
