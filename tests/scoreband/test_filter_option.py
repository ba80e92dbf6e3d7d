"""`--filter KEY=VALUE`: what each key means, and what is refused."""

import pytest

from scoreband.filter_option import KEYS, parse_filter
from services.errors import InputError
from services.models.browse import InterviewFilter


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["type=Technical", "type="], InterviewFilter(interview_types=("Technical", ""))),
        (["tag=urgent", "TAG = night shift "], InterviewFilter(tags=("urgent", "night shift"))),
        (["meta=team:Platform"], InterviewFilter(metadata=(("team", "Platform"),))),
        (
            ["meta=url: https://x.example"],
            InterviewFilter(metadata=(("url", "https://x.example"),)),
        ),
        (["meta=a%3Ab%25:c=d"], InterviewFilter(metadata=(("a:b%", "c=d"),))),
        (["meta=team:"], InterviewFilter(metadata=(("team", ""),))),
        (["list=0f3a"], InterviewFilter(lists=("0f3a",))),
        (["month=2026-11", "month=202612"], InterviewFilter(months=(202611, 202612))),
        (["started=yes"], InterviewFilter(started=True)),
        (["started=false"], InterviewFilter(started=False)),
        ([], InterviewFilter()),
    ],
)
def test_texts_become_a_filter(texts, wanted):
    """The same key twice means either; blanks around it and its case make no difference."""
    found = parse_filter(texts)

    assert found == wanted


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("meta=team", "no key with a value"),
        ("meta=:Platform", "no key with a value"),
        ("month=2026-13", "no month"),
        ("month=next", "no month"),
        ("month=２０２６-11", "no month"),
        ("started=perhaps", "The filter on started"),
        ("accent=B2", "is no filter"),
        ("tag", "is no filter"),
    ],
)
def test_what_is_no_filter_is_refused(text, sentence):
    """The sentence says how to write it."""
    with pytest.raises(InputError, match=sentence) as refused:
        parse_filter([text])

    assert text.partition("=")[0] in str(refused.value)


def test_the_refusal_names_every_key():
    """Whoever mistypes a key reads which there are."""
    with pytest.raises(InputError) as refused:
        parse_filter(["salary=3"])

    assert all(key in str(refused.value) for key in KEYS)
