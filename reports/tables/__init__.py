"""A comparison as tidy tables, each defined once for workbook, CSV, Parquet and the data dictionary."""
