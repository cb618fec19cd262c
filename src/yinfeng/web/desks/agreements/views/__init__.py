"""The pages of reviews and agreements."""
