"""A comparison as a report that an office circulates (.docx): findings, tables, quotes side by side."""
