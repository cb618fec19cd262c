"""A desk of the tests: places that are looked after, kept as records."""
