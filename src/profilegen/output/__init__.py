"""Renderers: they print what a view says, and decide nothing."""
