"""Entry: Acme as the program knows it."""

from services.vendors.vendor import Vendor

from .client import TITLE, AcmeClient
from .parsing import NAME, parse
from .settings import AcmeSettings

VENDOR = Vendor(
    name=NAME,
    title=TITLE,
    parse=parse,
    recognises=lambda document: "talk_no" in document,
    settings=AcmeSettings,
    connect=AcmeClient.connect,
)
