// Commands that refuse, count and preview.
