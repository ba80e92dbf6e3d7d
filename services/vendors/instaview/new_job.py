"""New job: one that is made together with the interview."""

from collections.abc import Sequence

from pydantic import JsonValue

from services.models.cefr import LEVELS
from services.vendors.instaview.entries import Entries, refuse

_MOST_SKILLS = 10
_LONGEST_SKILL = 128
_LISTS = ("requiredSkills", "niceToHaveSkills")


def new_job(entries: Entries, experience: Sequence[str]) -> dict[str, JsonValue]:
    """Return `job`.

    The name is sent as `jobTitle`, as the guide states; the reference's example has `title`.

    Raises:
        InputError: a rule is broken; the sentence begins with the field's name.
    """
    title = entries.required("job.jobTitle", "a new job needs a title of 5 to 200 characters.")
    if not 5 <= len(title) <= 200:
        refuse("job.jobTitle", f"5 to 200 characters; this has {len(title)}.")
    job: dict[str, JsonValue] = {"jobTitle": title}
    if description := entries.text("job.description"):
        job["description"] = description
    job |= _skills(entries)
    if languages := _languages(entries):
        job["languageRequirements"] = languages
    if wanted := entries.choice("job.experience", experience):
        job["experience"] = wanted
    return job


def _skills(entries: Entries) -> dict[str, JsonValue]:
    found = {name: entries.lines(f"job.{name}") for name in _LISTS}
    for name, skills in found.items():
        for skill in skills:
            if len(skill) > _LONGEST_SKILL:
                told = f"“{skill[:40]}…” is longer than {_LONGEST_SKILL} characters."
                refuse(f"job.{name}", told)
    count = sum(map(len, found.values()))
    if count > _MOST_SKILLS:
        both = "with those that are welcome" if found["niceToHaveSkills"] else "of them"
        refuse("job.requiredSkills", f"{_MOST_SKILLS} {both} at most; there are {count}.")
    return {name: [*skills] for name, skills in found.items() if skills}


def _languages(entries: Entries) -> list[JsonValue]:
    field = "job.languageRequirements"
    found: list[JsonValue] = []
    for line in entries.lines(field):
        language, _, level = line.partition(" ")
        proficiency = level.strip().upper()
        if not (language.isalpha() and proficiency in LEVELS):
            refuse(field, f"“{line[:40]}” is no language with a level, such as EN B2.")
        found.append({"language": language.upper(), "proficiency": proficiency})
    return found
