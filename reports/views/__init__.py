"""What the text outputs say, as blocks: facts worded in Chinese or English, not yet laid out."""
