"""The sections that reports are put together from, one a file."""
