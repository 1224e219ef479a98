"""From source to checked models: validation, and one small rule a check, which sees no registry."""
