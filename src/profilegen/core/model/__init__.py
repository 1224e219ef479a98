"""The shape of a profile and of the registries that profiles share."""
