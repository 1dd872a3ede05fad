"""How a comparison is shown: terminal, HTML, Markdown, JSON and the command line. The only package that writes."""
