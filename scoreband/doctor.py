"""What `scoreband doctor` looks at: one finding a part, with what to do where it is not well."""

import platform
import sqlite3
from dataclasses import dataclass
from importlib.metadata import version

from services.bootstrap import Services, build_services
from services.config import Settings
from services.errors import ExportError, ScorebandError
from services.reports import chromium, fonts
from services.reports.browser import WarmBrowser


@dataclass(frozen=True)
class Finding:
    """What was looked at, whether it is well, and a sentence."""

    what: str
    is_good: bool
    text: str


def examine(settings: Settings, *, online: bool) -> list[Finding]:
    """Return all findings; a vendor is asked only when `online`."""
    found = [
        Finding("Scoreband", is_good=True, text=f"{version('scoreband')}, Python {_python()}"),
        Finding("SQLite", is_good=True, text=sqlite3.sqlite_version),
    ]
    try:
        services = build_services(settings)
    except ScorebandError as error:
        return [*found, Finding("Database", is_good=False, text=str(error))]
    try:
        own = [*_database(services), *_browser(settings)]
        return [*found, *own, *_vendors(services, online=online)]
    finally:
        services.close()


def _database(services: Services) -> list[Finding]:
    try:
        state = services.store.check()
    except ScorebandError as error:
        return [Finding("Database", is_good=False, text=str(error))]
    words = (
        f"{state.path}, {state.size / 1e6:,.1f} MB, schema {state.revision}, "
        f"{state.interviews:,} interviews, {state.tracked:,} tracked"
    )
    found = [Finding("Database", is_good=True, text=words)]
    if state.read_only:
        text = "the file may only be read: nothing can be fetched or imported"
        found.append(Finding("Database", is_good=False, text=text))
    found += [Finding("Database", is_good=False, text=fault) for fault in state.faults]
    return found


def _browser(settings: Settings) -> list[Finding]:
    """Without a browser most formats work, and without a font most names: both are no fault."""
    browser = WarmBrowser(settings.chromium_path, timeout_s=settings.export_timeout_seconds)
    try:
        path = chromium.find(settings.chromium_path)
        if path is None:
            return [Finding("Browser", is_good=True, text=chromium.MISSING)]
        text = f"{path}, {browser.version()}"
        return [Finding("Browser", is_good=True, text=text), *_fonts()]
    except ExportError as error:
        return [Finding("Browser", is_good=False, text=str(error))]
    finally:
        browser.close()


def _fonts() -> list[Finding]:
    lacking = fonts.lacking()
    if lacking is None:
        return []
    text = "names in all scripts can be printed"
    if lacking:
        text = (
            f"none for {', '.join(lacking)}: PDF and pictures print boxes there; install Debian's "
            "fonts-noto-core, fonts-droid-fallback and fonts-noto-color-emoji"
        )
    return [Finding("Fonts", is_good=True, text=text)]


def _vendors(services: Services, *, online: bool) -> list[Finding]:
    return [
        _vendor(services, source.name, title=source.title, variable=source.key_variable)
        if source.has_key and online
        else Finding(
            source.title,
            is_good=True,
            text="key is set" if source.has_key else f"no key; set {source.key_variable} to fetch",
        )
        for source in services.sources.all()
    ]


def _vendor(services: Services, name: str, *, title: str, variable: str) -> Finding:
    try:
        return Finding(title, is_good=True, text=services.sources.check(name))
    except ScorebandError as error:
        return Finding(title, is_good=False, text=f"{error} ({variable})")


def _python() -> str:
    return platform.python_version()
