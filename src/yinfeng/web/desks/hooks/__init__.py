"""Other systems are told what happens here: signed, tried again, to allowed addresses only."""
