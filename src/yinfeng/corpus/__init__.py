"""The same reading over many documents: shards in, lines of facts out, on one machine or many."""
