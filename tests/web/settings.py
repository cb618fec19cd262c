"""The settings of the workspace for tests: a data folder of their own, and quick hashing."""

import atexit
import os
import shutil
import tempfile

_FOLDER = tempfile.mkdtemp(prefix="yinfeng-tests-")
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
os.environ["YINFENG_DATA"] = _FOLDER

from yinfeng.web.settings import *  # noqa: E402, F403
from yinfeng.web.settings import INSTALLED_APPS as _ROOMS  # noqa: E402

INSTALLED_APPS = [*_ROOMS, "tests.web.lists.things"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Each browser of a test would look through all static files before its first question.
WHITENOISE_AUTOREFRESH = True
# A test that signs in badly must not lock the next one out; the test of the lock turns it on.
AXES_ENABLED = False
