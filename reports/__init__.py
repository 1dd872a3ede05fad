"""How a comparison is shown: terminal, HTML, Markdown, JSON, command line. The only package that writes."""
