"""One profile in print order, from the first page to the last; no other economy's facts."""
