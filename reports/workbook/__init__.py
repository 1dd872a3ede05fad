"""A comparison as a workbook (.xlsx): a first sheet to read, and a tidy sheet for each table."""
