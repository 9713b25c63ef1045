"""Settings: the least that Morango runs with, and SQLite as its own application sets it."""

import os

SECRET_KEY = "for measuring only"
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "rest_framework", "morango", "hall"]
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["PEER_DB"]}}
AUTH_USER_MODEL = "hall.Worker"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
