"""Entry: round0 as the program knows it."""

from services.vendors.round0.client import TITLE, Round0Client
from services.vendors.round0.decoding import interview_of, join, recognises
from services.vendors.round0.invitation import SCHEDULING
from services.vendors.round0.parsing import NAME, parse
from services.vendors.round0.recorder import recorder_for
from services.vendors.round0.settings import Round0Settings
from services.vendors.round0.substance import substance
from services.vendors.round0.webhook import read_webhook
from services.vendors.vendor import Parts, Vendor

VENDOR = Vendor(
    name=NAME,
    title=TITLE,
    parse=parse,
    recognises=recognises,
    settings=Round0Settings,
    connect=Round0Client.connect,
    substance=substance,
    parts=Parts(interview_of, join),
    scheduling=SCHEDULING,
    recorder=recorder_for,
    read_webhook=read_webhook,
)
