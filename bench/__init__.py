"""What the reader is worth: quality, speed and steadiness, with peers in the same run."""
