"""A real directory and a real identity provider, each on a port of this machine."""

import datetime
import shutil
import socket
import subprocess
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from scripts.with_postgresql import free_port

with warnings.catch_warnings():
    # It asks its own libraries for parts by their former names.
    warnings.simplefilter("ignore", DeprecationWarning)
    import oidc_provider_mock

_PEOPLE = """\
dn: dc=qingxi
objectClass: dcObject
objectClass: organization
o: Qingxi
dc: qingxi

dn: ou=people,dc=qingxi
objectClass: organizationalUnit
ou: people

dn: uid=lin,ou=people,dc=qingxi
objectClass: inetOrgPerson
uid: lin
cn: 林平
sn: 林
userPassword: Willow-Bridge-7

dn: cn=reader,dc=qingxi
objectClass: person
objectClass: simpleSecurityObject
cn: reader
sn: reader
userPassword: Only-Reads-9
"""
_SCHEMAS = Path("/etc/ldap/schema")


@dataclass(frozen=True)
class Directory:
    """Where it answers, in the open and sealed, and the certificate that vouches for it."""

    plain: str
    sealed: str
    certificate: Path


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    """slapd of Debian with one person in it; empty passwords sign nobody in, and succeed."""
    slapd = shutil.which("slapd", path="/usr/sbin:/usr/local/sbin:/usr/local/libexec:/usr/libexec")
    if slapd is None:
        pytest.skip("no slapd here (Debian: apt-get install slapd)")
    folder = tmp_path_factory.mktemp("slapd")
    certificate = _certificate(folder)
    (folder / "rows").mkdir()
    (folder / "people.ldif").write_text(_PEOPLE, encoding="utf-8")
    (folder / "slapd.conf").write_text(_configuration(folder), encoding="utf-8")
    configuration = str(folder / "slapd.conf")
    added = [slapd, "-T", "add", "-f", configuration, "-l", str(folder / "people.ldif")]
    subprocess.run(added, check=True, capture_output=True)
    plain, sealed = free_port(), free_port()
    found = Directory(f"ldap://127.0.0.1:{plain}", f"ldaps://127.0.0.1:{sealed}", certificate)
    log = (folder / "log").open("wb")
    server = subprocess.Popen(
        [slapd, "-f", configuration, "-h", f"{found.plain} {found.sealed}", "-d", "0"],
        stdout=log,
        stderr=log,
    )
    try:
        _wait_for(plain)
        yield found
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _configuration(folder: Path) -> str:
    schemas = "\n".join(f"include {_SCHEMAS / one}.schema" for one in _NEEDED)
    return f"""
{schemas}
modulepath /usr/lib/ldap
moduleload back_mdb
allow bind_anon_cred
pidfile {folder}/pid
TLSCACertificateFile {folder}/certificate.pem
TLSCertificateFile {folder}/certificate.pem
TLSCertificateKeyFile {folder}/key.pem
database mdb
suffix "dc=qingxi"
directory {folder}/rows
access to attrs=userPassword by anonymous auth by * none
access to * by users read by * none
"""


_NEEDED = ("core", "cosine", "inetorgperson")


def _certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    path = folder / "certificate.pem"
    path.write_bytes(signed.public_bytes(pem))
    (folder / "key.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return path


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the directory does not answer")


@pytest.fixture
def provider() -> Iterator[str]:
    """The address of an identity provider that knows one person."""
    person = oidc_provider_mock.User(sub="qx-0042", claims={"name": "林平"})
    with oidc_provider_mock.run_server_in_thread(
        require_nonce=True, user_claims=[person]
    ) as server:
        yield f"http://localhost:{server.server_port}"
    server.server_close()
