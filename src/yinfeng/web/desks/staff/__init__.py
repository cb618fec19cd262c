"""The staff desk: units, people and posts. Who makes accounts does not give rights, and back."""
