"""Commands that run something: demo, serve, sandbox, doctor."""

import os
import tempfile
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scoreband.addresses import free_port, page_address
from scoreband.doctor import examine
from scoreband.options import AsJson, Database, open_services, settings_with
from scoreband.output import emit_json, errors, progress_bar, tell_failures
from services.errors import ConfigurationError, InputError
from services.sandbox.faults import Faults
from services.sandbox.options import SandboxOptions
from services.use_cases.progress import Failure
from services.vendors.registry import vendor_named

if TYPE_CHECKING:
    from services.sandbox.server import RunningSandbox

_Interviews = Annotated[
    int, typer.Option("--interviews", min=1, max=1_000_000, help="How many to invent.")
]
_Seed = Annotated[int, typer.Option("--seed", help="The same seed gives the same data.")]
_FaultsText = Annotated[
    str,
    typer.Option("--faults", help="Such as latency=200ms,status500=0.1,hostile. None by default."),
]
_Port = Annotated[int | None, typer.Option("--port", min=1, max=65535, help="The port to use.")]
_KEY = "sandbox-key"


def add_commands(app: typer.Typer) -> None:
    """Add the commands that run something to `app`."""
    app.command()(demo)
    app.command()(serve)
    app.command()(sandbox)
    app.command()(doctor)


def demo(
    *,
    interviews: _Interviews = 120,
    seed: _Seed = 7,
    faults: _FaultsText = "",
    port: _Port = None,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in a browser.")
    ] = True,
    database: Database = None,
) -> None:
    """Show the dashboard on synthetic interviews, fetched over HTTP from the sandbox."""
    # The web framework takes half a second to load; the commands that read don't wait for it.
    from services.sandbox.server import running  # noqa: PLC0415  (see above)

    options = SandboxOptions(seed=seed, interviews=interviews, api_key=_KEY, faults=_faults(faults))
    chosen_port = port or free_port(preferred=settings_with(None).port)
    with tempfile.TemporaryDirectory(prefix="scoreband-demo-") as folder, running(options) as api:
        os.environ |= {
            "SCOREBAND_DATABASE_URL": database or f"sqlite:///{Path(folder, 'demo.db')}",
            "SCOREBAND_PORT": str(chosen_port),
            "SCOREBAND_MEDIA_HOSTS": api.url,
            **_reach(api),
        }
        _fill(api)
        _serve(open_browser=open_browser)


def serve(
    *,
    port: _Port = None,
    host: Annotated[
        str | None, typer.Option("--host", help="The address to listen on; 127.0.0.1 by default.")
    ] = None,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in a browser.")
    ] = False,
    database: Database = None,
) -> None:
    """Serve the dashboard on this machine."""
    settings = settings_with(database)
    os.environ |= {
        "SCOREBAND_DATABASE_URL": settings.database_url,
        "SCOREBAND_PORT": str(port or settings.port),
        "SCOREBAND_HOST": host or settings.host,
    }
    _serve(open_browser=open_browser)


def sandbox(
    *,
    port: Annotated[int, typer.Option("--port", min=1, max=65535)] = 8601,
    interviews: _Interviews = 60,
    seed: _Seed = 7,
    faults: _FaultsText = "",
) -> None:
    """Serve the vendors' APIs with synthetic interviews on 127.0.0.1."""
    from services.sandbox.directory import sandboxes  # noqa: PLC0415  (as in `demo`)
    from services.sandbox.server import serve as serve_sandbox  # noqa: PLC0415  (as in `demo`)

    options = SandboxOptions(seed=seed, interviews=interviews, api_key=_KEY, faults=_faults(faults))
    for name, vendor in sandboxes().items():
        title = vendor_named(name).title
        errors.print(f"Synthetic {title} API: http://127.0.0.1:{port}/{name}{vendor.root}")
    errors.print(f"The key of each: {_KEY}")
    errors.print(f"Ids of all interviews: http://127.0.0.1:{port}/_sandbox/interviews")
    errors.print("Stop it with Ctrl+C.")
    serve_sandbox(options, host="127.0.0.1", port=port)


def doctor(
    *,
    online: Annotated[
        bool, typer.Option("--online", help="Also ask each vendor whether the key is good.")
    ] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Say what is there, what is missing, and what to do about it."""
    findings = examine(settings_with(database), online=online)
    if as_json:
        emit_json([finding.__dict__ for finding in findings])
    else:
        for finding in findings:
            typer.echo(f"{'ok  ' if finding.is_good else 'FAIL'}  {finding.what}: {finding.text}")
    if not all(finding.is_good for finding in findings):
        raise typer.Exit(1)


def _reach(api: "RunningSandbox") -> dict[str, str]:
    """Return the variables that point every vendor's client at the sandbox, without its pace."""
    found: dict[str, str] = {}
    for name in api.ids:
        settings = vendor_named(name).settings
        found |= {settings.variable("url"): api.root(name), settings.variable("api_key"): _KEY}
        paces = (field for field in settings.model_fields if field.startswith("requests_per_"))
        found |= {settings.variable(pace): "6000000" for pace in paces}
    return found


def _fill(api: "RunningSandbox") -> None:
    with open_services(None) as services:
        services.store.set_flag("synthetic")
        for name, ids in api.ids.items():
            if vendor_named(name).lists:
                services.discovery.run(name)
            else:
                services.sync.track(name, ids)
        with progress_bar("Fetching from the sandbox", unit_known=True) as step:
            report = services.sync.run(listener=step)
    errors.print(f"{len(report.stored)} synthetic interviews fetched, checked and stored.")
    for failure in report.failures:
        errors.print(f"{failure.item}: {failure.sentence}", markup=False, soft_wrap=True)
    if not report.stored and not report.unchanged:
        tell_failures([Failure("demo", "The sandbox gave no interview; see the lines above.")])


def _serve(*, open_browser: bool) -> None:
    # Streamlit takes a second to import; the other commands don't wait for it.
    from scoreband.asgi import serve as serve_dashboard  # noqa: PLC0415  (see above)

    settings = settings_with(None)
    address = page_address(settings.host, settings.port)
    if free_port(preferred=settings.port, host=settings.host) != settings.port:
        msg = f"Port {settings.port} is taken: choose another with --port."
        raise ConfigurationError(msg)

    def tell() -> None:
        errors.print(f"Scoreband is at {address} (stop it with Ctrl+C).")
        if open_browser and not webbrowser.open(address):
            errors.print("No browser opened here: open that address yourself.")

    serve_dashboard(settings, on_ready=tell)


def _faults(text: str) -> Faults:
    try:
        return Faults.parse(text)
    except ValueError as error:
        raise InputError(str(error)) from error
