"""Report → Markdown, HTML, Word: the same lines, each with its words."""
