"""The verdict of a check in the formats that machines and reviewers read: one module for each."""
