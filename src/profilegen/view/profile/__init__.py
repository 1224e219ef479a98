"""One profile in print order, first page to last; nothing of comparisons or the site's pages."""
