"""What changed inside a link: clauses, characters, and what bears meaning on channels of its own."""
