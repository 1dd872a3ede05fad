"""What is particular to a language, as data with reasons: enumeration styles, cues, sentence marks."""
