"""The command line: one module for each verb. Options become a call of the library and a renderer."""
