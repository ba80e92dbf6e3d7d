"""The sandbox in a process of its own, so that it takes no time from who is measured."""

import sys
from dataclasses import replace

from benchmarks.synthetic import compact_options
from services.sandbox.faults import Faults
from services.sandbox.server import serve


def main() -> None:
    """Serve: port, number of interviews and faults come from the command line."""
    port, interviews, faults = sys.argv[1:]
    options = replace(compact_options(int(interviews)), faults=Faults.parse(faults))
    serve(options, port=int(port))


if __name__ == "__main__":
    main()
