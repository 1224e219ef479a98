"""Builds country profiles and comparisons from one YAML file an economy."""

__version__ = "0.1.0"
