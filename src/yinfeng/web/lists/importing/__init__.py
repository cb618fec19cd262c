"""A sheet that somebody sends: its grid, what its columns mean, and what each row would become."""
