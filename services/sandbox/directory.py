"""Every vendor that the sandbox can be: each package of this folder that has an `entry`."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

import services.sandbox
from services.sandbox.vendor_api import VendorSandbox


@cache
def sandboxes() -> Mapping[str, VendorSandbox]:
    """Return the vendors by name, in the order of their names."""
    found = [
        import_module(f"{services.sandbox.__name__}.{each.name}.entry").SANDBOX
        for each in iter_modules(services.sandbox.__path__)
        if each.ispkg
    ]
    return MappingProxyType({each.name: each for each in sorted(found, key=lambda each: each.name)})
