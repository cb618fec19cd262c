"""Ways through the door beside a password: second factors, a directory, an identity provider."""
