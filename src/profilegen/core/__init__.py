"""Values: diagnostics, YAML source, text, dates, models. Imports nothing of the other rooms."""
