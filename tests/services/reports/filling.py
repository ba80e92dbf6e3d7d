"""The sandbox's interviews of all vendors, put into a database for the tests of documents."""

from contextlib import closing
from datetime import datetime

from services.bootstrap import Services
from services.sandbox.options import SandboxOptions
from services.sandbox.server import running
from services.use_cases.documents import document_of
from services.vendors.registry import VENDORS
from services.vendors.wiring import Wiring


def fill(services: Services, options: SandboxOptions, *, at: datetime) -> None:
    """Keep all interviews of a sandbox with these options, fetched `at` that time."""
    with running(options) as sandbox:
        for name, vendor in VENDORS.items():
            settings = vendor.settings(
                url=sandbox.root(name),
                api_key=options.api_key,
                **{
                    field: 6_000_000
                    for field in vendor.settings.model_fields
                    if field.startswith("requests_per_")
                },
            )
            with closing(vendor.connect(settings, Wiring())) as client:
                payloads = [client.fetch(id_) for id_ in sandbox.ids[name]]
            services.store.write([document_of(vendor, each, at=at) for each in payloads])
