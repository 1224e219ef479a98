"""What is known of the economies, resolved once as enums, dates and codes; no word for readers."""
