"""The address at which the workspace stands."""

import socket


def is_free(address: str, port: int) -> bool:
    """Whether a server may stand there: the address is this machine's, the port nobody else's."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((address, port))
        except OSError:
            return False
    return True
