"""One numbered entry of any kind, as it is shown everywhere; nothing of the page around it."""
