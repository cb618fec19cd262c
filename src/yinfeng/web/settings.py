"""What the workspace runs on: SQLite in its data folder, or the PostgreSQL of DATABASE_URL.

Everything that an installation changes is read from the environment; everything that must be kept
(database, documents, keys) lies in one folder, YINFENG_DATA.
"""

from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from environ import Env

from yinfeng.web.desks import DESKS
from yinfeng.web.keeping import data_folder, kept_key

env = Env()

DATA = data_folder()
SECRET_KEY = env.str("YINFENG_SECRET", default="") or kept_key(DATA / "secret.key")
# Seals the chain of events; apart from the other key, which may be changed at any time.
AUDIT_KEY = kept_key(DATA / "audit.key")
# Seals secrets that stand in the database: second factors, signatures of webhooks.
PEOPLE_KEY = kept_key(DATA / "people.key")

# Better on another disk: a folder that is taken along elsewhere.
BACKUPS = Path(env.str("YINFENG_BACKUPS", default=str(DATA / "backups")))

DEBUG = env.bool("YINFENG_DEBUG", default=False)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.list("YINFENG_HOSTS", default=[])]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "yinfeng.web.people",
    "yinfeng.web.shell",
    "yinfeng.web.work",
    "yinfeng.web.search",
    "yinfeng.web.backup",
    "yinfeng.web.notices",
    "yinfeng.web.maps",
    "yinfeng.web.lists",
    "yinfeng.web.store",
    *(f"yinfeng.web.desks.{desk.name}" for desk in DESKS),
    # Its page of the interface stands before the one that ninja brings.
    "yinfeng.web.api",
    "ninja",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "yinfeng.web.shell.middleware.request_id",
    "yinfeng.web.shell.middleware.from_our_networks",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "yinfeng.web.shell.middleware.account_in_order",
    "axes.middleware.AxesMiddleware",
    "yinfeng.web.shell.views.explained",
]

ROOT_URLCONF = "yinfeng.web.urls"
WSGI_APPLICATION = "yinfeng.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "yinfeng.web.desks.navigation.desks",
                "yinfeng.web.search.box.box",
            ]
        },
    }
]

FORM_RENDERER = "yinfeng.web.shell.inputs.Inputs"

# A transaction that reads before it writes is lost at once under SQLite's deferred mode,
# whatever the time-out; IMMEDIATE waits for its turn instead. A connection is kept: to open one
# costs ten milliseconds of the processor (the tables are read anew) and the pages that it held.
_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA / "yinfeng.sqlite3",
    "CONN_MAX_AGE": 60,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;"
            "PRAGMA cache_size=-65536;PRAGMA mmap_size=134217728;PRAGMA temp_store=MEMORY;"
        ),
    },
}
_POSTGRESQL = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
_URL = env.str("DATABASE_URL", default="")
DATABASES = {"default": Env.db_url_config(_URL) | _POSTGRESQL if _URL else _SQLITE}

# What lies there is taken in, in the name of that user: a folder, imaps://user:password@host/INBOX.
FOLDER = env.str("YINFENG_FOLDER", default="")
FOLDER_USER = env.str("YINFENG_FOLDER_USER", default="")
MAIL_IN = env.str("YINFENG_MAIL_IN", default="")
MAIL_IN_USER = env.str("YINFENG_MAIL_IN_USER", default="")

# smtp://user:password@host:25, smtp+tls://… or smtp+ssl://…
_MAIL = env.email_url("YINFENG_MAIL_OUT", default="smtp://localhost:25")
HAS_MAIL = bool(env.str("YINFENG_MAIL_OUT", default=""))
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = (
    _MAIL[f"EMAIL_{name}"] for name in ("BACKEND", "HOST", "PORT")
)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL["EMAIL_HOST_USER"], _MAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.get("EMAIL_USE_TLS", False), _MAIL.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("YINFENG_MAIL_FROM", default=EMAIL_HOST_USER or "yinfeng@localhost")

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Larger uploads are written to disk while they arrive.
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 << 20
DATA_UPLOAD_MAX_NUMBER_FILES = 100

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "yinfeng.web.shell.ways.directory.DirectoryBackend",
]
_RULES = "yinfeng.web.people.passwords"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_RULES}.LongEnough"},
    {"NAME": f"{_RULES}.ThreeClasses"},
    {"NAME": f"{_RULES}.NotCommon"},
    {"NAME": f"{_RULES}.NotTheName"},
    {"NAME": f"{_RULES}.NotRecent"},
]
PASSWORD_LASTS = timedelta(days=env.int("YINFENG_PASSWORD_DAYS", default=90))
IDLE_LIMIT = timedelta(minutes=env.int("YINFENG_IDLE_MINUTES", default=20))
# optional, administrators or everyone: who must have a second factor.
SECOND_FACTOR = env.str("YINFENG_TOTP", default="optional")
# Networks from which the workspace answers, as 10.20.0.0/16; none named: from everywhere.
NETWORKS = tuple(ip_network(one) for one in env.list("YINFENG_NETWORKS", default=[]))
# Proxies whose word on where a request came from is taken.
PROXIES = tuple(ip_network(one) for one in env.list("YINFENG_PROXIES", default=[]))

# Whether webhooks may go to this machine itself; by default they may not.
HOOKS_TO_LOOPBACK = env.bool("YINFENG_HOOKS_TO_LOOPBACK", default=False)

# Where an identity provider speaks OpenID Connect; empty: no such button at the door.
OIDC = {
    "issuer": env.str("YINFENG_OIDC_ISSUER", default="").rstrip("/"),
    "client": env.str("YINFENG_OIDC_CLIENT", default=""),
    "secret": env.str("YINFENG_OIDC_SECRET", default=""),
    "label": env.str("YINFENG_OIDC_LABEL", default="统一身份认证"),
}
# Where a directory speaks LDAP. {} in the pattern of names stands for what is typed at the door;
# without a pattern the person is looked for under the base by the account named here.
LDAP = {
    "url": env.str("YINFENG_LDAP_URL", default=""),
    "pattern": env.str("YINFENG_LDAP_PATTERN", default=""),
    "base": env.str("YINFENG_LDAP_BASE", default=""),
    "filter": env.str("YINFENG_LDAP_FILTER", default="(uid={})"),
    "account": env.str("YINFENG_LDAP_ACCOUNT", default=""),
    "password": env.str("YINFENG_LDAP_PASSWORD", default=""),
    "certificate": env.str("YINFENG_LDAP_CERTIFICATE", default=""),
    "plain": env.bool("YINFENG_LDAP_PLAIN", default=False),
}
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"

# By name and address together: one office behind one address must not lock out everybody.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "yinfeng.web.shell.views.locked_out"
AXES_CLIENT_IP_CALLABLE = "yinfeng.web.shell.middleware.address_of"
AXES_VERBOSE = False

SESSION_COOKIE_AGE = int(IDLE_LIMIT.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "yinfeng.web.shell.views.stale_form"
CSRF_TRUSTED_ORIGINS = env.list("YINFENG_ORIGINS", default=[])
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

_HTTPS = env.bool("YINFENG_HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None

# Where maps fetch tiles, as https://tiles.example/{z}/{x}/{y}.png; by default nowhere.
TILES = env.str("YINFENG_TILES", default="")
TILES_BY = env.str("YINFENG_TILES_BY", default="")
_TILES_FROM = [f"{urlsplit(TILES).scheme}://{urlsplit(TILES).netloc}"] if TILES else []

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, *_TILES_FROM],
        "font-src": [SELF],
        "connect-src": [SELF, *_TILES_FROM],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
