"""The workspace under load: a house of any size, a crowd at its door, and what each page takes."""
