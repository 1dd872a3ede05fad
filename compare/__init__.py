"""What changed between work reports: pure values in, pure values out. No file, no console, no clock, no network."""
