"""New candidate: a person that InstaView doesn't know yet."""

import re
from datetime import datetime

from pydantic import JsonValue

from services.vendors._email import EMAIL
from services.vendors.instaview.days import moment_in
from services.vendors.instaview.entries import Entries, refuse

_PHONE = re.compile(r"\+?[\d\s()./-]{5,30}")
_LONGEST_NAME = 200


def new_candidate(entries: Entries, now: datetime) -> dict[str, JsonValue]:
    """Return `candidate`: names and the date until which the data may be kept are required.

    Raises:
        InputError: a rule is broken; the sentence begins with the field's name.
    """
    candidate: dict[str, JsonValue] = {
        "firstName": _name(entries, "candidate.firstName"),
        "lastName": _name(entries, "candidate.lastName"),
        "gdprExpiryDate": _expiry(entries, now),
    }
    if email := entries.text("candidate.email"):
        if not EMAIL.fullmatch(email):
            refuse("candidate.email", "an e-mail address, such as ada@example.com.")
        candidate["email"] = email
    if phone := entries.text("candidate.phoneNumber"):
        if not _PHONE.fullmatch(phone):
            refuse("candidate.phoneNumber", "a number such as +421 900 000 000.")
        candidate["phoneNumber"] = phone
    if job := entries.text("candidate.jobId"):
        candidate["jobId"] = job
    return candidate


def _name(entries: Entries, field: str) -> str:
    name = entries.required(field, "a new candidate needs it.")
    if len(name) > _LONGEST_NAME or not name.isprintable():
        refuse(field, f"one line of at most {_LONGEST_NAME} characters.")
    return name


def _expiry(entries: Entries, now: datetime) -> str:
    field = "candidate.gdprExpiryDate"
    told = entries.required(field, "a new candidate needs it: until when may the data be kept?")
    moment = moment_in(told)
    if moment is None:
        refuse(field, "a date such as 2027-03-01.")
    if moment <= now:
        refuse(field, "it is over; give a date to come.")
    return told
