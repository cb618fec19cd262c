"""Cases of help to an enterprise: who helped, with what, and what came of it."""
