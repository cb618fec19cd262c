"""Tables of projects and figures: each row a fact, each cell its evidence."""
