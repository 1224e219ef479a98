"""The site's pages beside profiles and comparisons, a module each; nothing that profiles need."""
