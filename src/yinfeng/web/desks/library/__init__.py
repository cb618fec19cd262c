"""The library: what came in, as published, with what was read from it and what a person says."""
