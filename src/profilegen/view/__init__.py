"""What one page shows: pure functions from checked profiles to frozen values."""
