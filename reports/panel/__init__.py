"""Place × year tables of a corpus for statistics packages, made of what a batch compares."""
