"""A file that is there whole or not at all: written beside its place, then moved into it."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from services.errors import InputError, StorageError

_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield the path to write to; `target` becomes that file when the block ends well.

    A file that was there stays as it was when the block fails.

    Raises:
        InputError: the folder is missing, may not be written, or `target` is a folder.
        StorageError: the disk is full or faulty.
    """
    # A link stays a link: the file that it leads to is replaced.
    target = target.resolve() if target.is_symlink() else target
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        # Made at once: a folder that cannot be written is told before the work, not after it.
        beside.touch(mode=0o600)
        yield beside
        beside.chmod(_mode_of(target))
        beside.replace(target)
    except OSError as error:
        raise _told(error, target) from error
    finally:
        # Where nothing could be made there is nothing to take away.
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _mode_of(target: Path) -> int:
    """Return the rights of the file that is replaced, or those that a new one gets here."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _told(error: OSError, target: Path) -> InputError | StorageError:
    if error.errno in _FULL:
        msg = f"The disk is full: {target.name} was not written. Free some space and try again."
        return StorageError(msg)
    sentences = {
        errno.ENOENT: f"There is no folder {target.parent}. Make it, or name another one.",
        errno.ENOTDIR: f"{target.parent} is no folder. Name another one.",
        errno.EISDIR: f"{target} is a folder. Name a file in it.",
        errno.EACCES: f"{target.parent} may not be written by you. Name another folder.",
        errno.EPERM: f"{target.parent} may not be written by you. Name another folder.",
        errno.EROFS: f"{target.parent} may only be read. Name another folder.",
        errno.ENAMETOOLONG: "The file's name is too long. Name a shorter one.",
    }
    if error.errno in sentences:
        return InputError(sentences[error.errno])
    msg = f"{target.name} could not be written. Check the disk and try again."
    return StorageError(msg)
