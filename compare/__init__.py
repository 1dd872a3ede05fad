"""What changed between work reports: pure values in and out. No file, no console, no clock, no network."""
