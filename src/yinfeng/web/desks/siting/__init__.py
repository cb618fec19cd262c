"""选址: what projects need of a place, what there is, promises, the placement of many at once."""
