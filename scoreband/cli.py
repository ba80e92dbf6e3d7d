"""The `scoreband` command: how it ends, whatever happens."""

import logging
import sys

from scoreband.endings import STOPPED, ended_in_good_order, printed_out, tell
from scoreband.usage import usage_lines


def main() -> None:
    """Run the command; what goes wrong is one sentence on stderr, and never a traceback."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    with ended_in_good_order():
        code = printed_out(_ended)
        if code in STOPPED:
            tell("Stopped. What was finished until then is kept.")
    sys.exit(code)


def _ended() -> int:
    """Run the command that was typed; return its exit code."""
    try:
        return _typed()
    except UnicodeEncodeError:
        # Bytes of the command line that are no UTF-8 can be a file's name, and nothing else.
        tell("A word of this command cannot be read: write it as UTF-8.")
        return 2
    except KeyboardInterrupt:
        return 130
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)


def _typed() -> int:
    """Run the command; what is wrong with it or with what it met is told.

    All of it takes a second to load, in which Ctrl+C is heard already.
    """
    import typer  # noqa: PLC0415  (see above)

    from scoreband.commands import app  # noqa: PLC0415  (see above)
    from services.errors import ConfigurationError, InputError, ScorebandError  # noqa: PLC0415

    try:
        code = app(standalone_mode=False)
    except ScorebandError as error:
        tell(str(error))
        return 2 if isinstance(error, ConfigurationError | InputError) else 1
    except typer.TyperException as error:
        for line in usage_lines(error):
            tell(line)
        return error.exit_code
    except typer.Abort:
        tell("Called off: nothing was done.")
        return 1
    return code if isinstance(code, int) else 0
