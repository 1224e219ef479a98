"""Builds country profiles and comparisons from one YAML file per economy."""

__version__ = "0.1.0"
