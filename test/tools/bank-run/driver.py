"""Runs one block and writes down what it printed and where.

    driver.py <block.py> <after.py> <result.json> <first line> <last line>

The lines are those of the block in its file; what is before them is a trial's, as is the second
file. A block of Django is a module of an app `shop` in a project on SQLite; tests run under pytest;
all others run as a program. `client` is a redis-py client where the tool has started a server.
"""

import ast
import builtins
import functools
import io
import itertools
import json
import os
import pathlib
import sys
import traceback
import types

path, after, result = sys.argv[1:4]
first, last = map(int, sys.argv[4:6])
source = pathlib.Path(path).read_text(encoding="utf-8")
trial = pathlib.Path(after).read_text(encoding="utf-8")
printed = []
say = builtins.print


def line_of(frame):
    """The line of the block where the call ends that prints, if it is the block that prints."""
    *_, (_, line, _, _) = itertools.islice(frame.f_code.co_positions(), frame.f_lasti // 2 + 1)
    return line - first + 1 if frame.f_code.co_filename == path and first <= line <= last else None


def spy(*args, file=None, **options):
    if file is None:
        text = io.StringIO()
        say(*args, file=text, **options)
        line = line_of(sys._getframe(1))
        if line is not None:
            printed.append({"text": text.getvalue().rstrip("\n"), "line": line})
    say(*args, file=file, **options)


def imports(names):
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return not found.isdisjoint(names)


def run_django():
    import django
    from django.apps import apps
    from django.conf import settings
    from django.core.management import call_command

    os.mkdir("shop")
    pathlib.Path("shop/__init__.py").touch()
    # models that a trial gives are there before the block
    lines = source.splitlines(keepends=True)
    pathlib.Path("shop/models.py").write_text("".join(lines[: first - 1]), encoding="utf-8")
    sys.path.insert(0, os.getcwd())
    contrib = ("contenttypes", "auth", "sessions")
    settings.configure(
        SECRET_KEY="0" * 50,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "shop.sqlite3"}},
        INSTALLED_APPS=[
            *(f"django.contrib.{name}" for name in contrib),
            *("rest_framework", "django_celery_beat", "shop"),
        ],
        SESSION_ENGINE="django.contrib.sessions.backends.cache",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        ROOT_URLCONF="shop.models",
        ALLOWED_HOSTS=["*"],
        MEDIA_ROOT="media",
        USE_TZ=True,
    )
    django.setup()
    names = vars(apps.get_app_config("shop").models_module)
    make_tables = functools.partial(call_command, "migrate", run_syncdb=True, verbosity=0)
    if trial:
        make_tables()
    block = "\n" * (first - 1) + "".join(lines[first - 1 :])
    exec(compile(block, path, "exec"), names)
    if trial:
        make_tables()  # for the models of the block
    return names


def run_tests():
    import pytest

    code = pytest.main(["-q", "-p", "no:cacheprovider", path])
    if code != 0:
        raise SystemExit(f"pytest ended with {int(code)}")
    return {}


def run_program():
    main = types.ModuleType("__main__")
    main.__file__ = path
    sys.modules["__main__"] = main
    exec(compile(source, path, "exec"), vars(main))
    return vars(main)


def run():
    if imports({"django", "rest_framework", "django_celery_beat"}):
        names = run_django()
    elif imports({"pytest"}):
        names = run_tests()
    else:
        names = run_program()
    exec(compile(trial, after, "exec"), names)
    return load_scripts(names)


def load_scripts(names):
    """Redis compiles each Lua script that the block holds."""
    scripts = [v for v in names.values() if isinstance(v, str) and "redis.call(" in v]
    if scripts and "REDIS_SOCKET" in os.environ:
        for script in scripts:
            builtins.client.script_load(script)
    return len(scripts)


builtins.print = spy
if "REDIS_SOCKET" in os.environ:
    import redis

    builtins.client = redis.Redis(unix_socket_path=os.environ["REDIS_SOCKET"])
    builtins.client.flushall()
sys.argv = [path]
outcome = {"error": None, "scripts": 0}
try:
    outcome["scripts"] = run()
except BaseException as error:
    place = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == path]
    traceback.print_exc()
    outcome["error"] = traceback.format_exception_only(error)[-1].strip()
    outcome["line"] = place[-1] - first + 1 if place else None
outcome["printed"] = printed
with open(result, "w", encoding="utf-8") as file:
    json.dump(outcome, file)
# threads that a block has started end with it
sys.stdout.flush()
os._exit(0)
