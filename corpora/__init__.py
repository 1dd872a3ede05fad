"""What a report says: reads a user's files, cleans and outlines them. Imports neither compare nor reports."""
