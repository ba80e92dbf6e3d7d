"""Fetches the pip that uv.lock names, and prints where it lies: for a Python that came without one.

`python locked_pip.py LOCK FOLDER`; what does not match the lock's SHA-256 is not kept.
"""

import hashlib
import sys
import tomllib
import urllib.request
from pathlib import Path


def locked_wheel(lock: Path, name: str) -> tuple[str, str]:
    """Return the address and the SHA-256 of the wheel of `name` in the lock."""
    packages = tomllib.loads(lock.read_text(encoding="utf-8"))["package"]
    wheel = next(package for package in packages if package["name"] == name)["wheels"][0]
    return wheel["url"], wheel["hash"].removeprefix("sha256:")


def main(lock: Path, folder: Path) -> None:
    """Leave the checked wheel in the folder and print its path."""
    url, sha256 = locked_wheel(lock, "pip")
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310  (https, from the lock)
            content = answer.read()
    except OSError as error:
        sys.exit(f"pip could not be fetched: {error}")
    if hashlib.sha256(content).hexdigest() != sha256:
        sys.exit("The pip that was fetched is not the one in uv.lock.")
    wheel = folder / url.rsplit("/", 1)[-1]
    wheel.write_bytes(content)
    sys.stdout.write(f"{wheel}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
