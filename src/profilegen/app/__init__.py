"""What a user runs: the build and the command line."""
