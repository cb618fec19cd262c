"""A name and a password that a directory (LDAP) knows; it says who one is, never what one may.

The person is bound to by the pattern of names (`uid={},ou=people,dc=town`), or first looked for
below a base. What is typed is escaped, and an empty password is never sent: to many directories
that is a sign-in of nobody, which succeeds.
"""

import logging
import ssl
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from yinfeng.web.people.models import Outside, User
from yinfeng.web.shell.actions.door import note_outside

with warnings.catch_warnings():
    # Written for an older pyasn1, whose names it asks for by their former spelling.
    warnings.simplefilter("ignore", DeprecationWarning)
    import ldap3
    from ldap3.core.exceptions import LDAPException, LDAPInvalidCredentialsResult
    from ldap3.utils.conv import escape_filter_chars
    from ldap3.utils.dn import escape_rdn

_LOG = logging.getLogger(__name__)
_SECONDS = 5
_ATTRIBUTES = ("entryUUID", "displayName", "cn")


@dataclass(frozen=True, slots=True)
class Found:
    """Who the directory says it is: an identity that outlives a change of name, and the name."""

    subject: str
    name: str


class DirectoryBackend(BaseBackend):
    """Opens the account to which the person of the directory was tied by hand."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **_: object,
    ) -> User | None:
        """The account; none where the directory does not know the words or nobody tied them."""
        if not settings.LDAP["url"] or not username or not password:
            return None
        try:
            found = _asked(username, password)
        except LDAPException as away:
            _LOG.warning("directory: %s", away)
            _tell(request, "is_directory_away")
            return None
        if found is None:
            return None
        known = note_outside(Outside.Source.LDAP, found.subject, name=found.name)
        if known.user is None:
            _tell(request, "is_stranger")
            return None
        return known.user if known.user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        """The user of a session that began here."""
        return User.objects.filter(pk=user_id, is_active=True).first()


def _tell(request: HttpRequest | None, what: str) -> None:
    if request is not None:
        setattr(request, what, True)


def _asked(username: str, password: str) -> Found | None:
    wanted = settings.LDAP
    name = wanted["pattern"].replace("{}", escape_rdn(username))
    if not name:
        with _connected(wanted["account"], wanted["password"]) as directory:
            found = _looked_for(directory, username)
        if found is None:
            return None
        name = found
    try:
        with _connected(name, password) as directory:
            return _described(directory, name)
    except LDAPInvalidCredentialsResult:
        return None


@contextmanager
def _connected(name: str, password: str) -> Iterator[ldap3.Connection]:
    wanted = settings.LDAP
    trust = ldap3.Tls(validate=ssl.CERT_REQUIRED, ca_certs_file=wanted["certificate"] or None)
    server = ldap3.Server(wanted["url"], tls=trust, get_info=ldap3.NONE, connect_timeout=_SECONDS)
    connection = ldap3.Connection(
        server, name, password, raise_exceptions=True, receive_timeout=_SECONDS, read_only=True
    )
    try:
        connection.open()
        if not wanted["url"].startswith("ldaps:") and not wanted["plain"]:
            connection.start_tls()
        connection.bind()
        yield connection
    finally:
        open_socket = connection.socket
        connection.unbind()
        # A connection that failed half-way thinks itself closed and leaves its socket open.
        if open_socket is not None:
            open_socket.close()


def _looked_for(directory: ldap3.Connection, username: str) -> str | None:
    wanted = settings.LDAP
    words = wanted["filter"].replace("{}", escape_filter_chars(username))
    directory.search(wanted["base"], words, size_limit=2)
    names = [entry.entry_dn for entry in directory.entries]
    return names[0] if len(names) == 1 else None


def _described(directory: ldap3.Connection, name: str) -> Found:
    directory.search(name, "(objectClass=*)", ldap3.BASE, attributes=_ATTRIBUTES)
    if not directory.entries:
        return Found(name.lower(), "")
    told = directory.entries[0].entry_attributes_as_dict
    first = {key: str(values[0]) for key, values in told.items() if values}
    called = first.get("displayName") or first.get("cn") or ""
    return Found(first.get("entryUUID") or name.lower(), called)
