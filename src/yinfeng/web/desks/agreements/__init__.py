"""评审与协议: reviews before a project is admitted, agreements with their drafts and promises."""
