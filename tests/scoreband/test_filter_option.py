"""`--filter KEY=VALUE`: what each key means, and what is refused."""

import pytest

from scoreband.filter_option import KEYS, Known, parse_filter
from services.errors import InputError
from services.models.browse import InterviewFilter, ListName
from services.models.interview import Outcome

LISTS = (
    ListName(id="0f3a", name="Shortlist of 東京"),
    ListName(id="7c1d", name="Nurses"),
    ListName(id="9b2e", name="NURSES"),
    ListName(id="44aa", name="7c1d"),
)
KNOWN = Known(LISTS, lambda: ("qode", "zenhire"))


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
        (["list=Shortlist  of 東京"], InterviewFilter(lists=("0f3a",))),
        (["list=shortLIST of 東京"], InterviewFilter(lists=("0f3a",))),
        (["list=Nurses", "list=NURSES"], InterviewFilter(lists=("7c1d", "9b2e"))),
        (["month=2026-11", "month=202612"], InterviewFilter(months=(202611, 202612))),
        (["started=yes"], InterviewFilter(started=True)),
        (["started=false"], InterviewFilter(started=False)),
        (["vendor=Qode"], InterviewFilter(vendors=("qode",))),
        (["outcome=PASS"], InterviewFilter(outcomes=(Outcome.PASS,))),
        ([], InterviewFilter()),
    ],
)
def test_texts_become_a_filter(texts, wanted):
    """The same key twice means either; blanks around it and its case make no difference."""
    found = parse_filter(texts, KNOWN)

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
        ("vendor=nosuch", "known are: qode, zenhire"),
        ("vendor=", "known are: qode, zenhire"),
        ("status=asleep", "known are: scheduled, in_progress"),
        ("outcome=won", "known are: pass, fail, undetermined, none"),
        ("notices=some", "write yes or no"),
        ("list=nurses", r"several saved lists.*7c1d \(“Nurses”\), 9b2e \(“NURSES”\)"),
        ("list=7c1d", r"several saved lists.*7c1d \(“Nurses”\), 44aa \(“7c1d”\)"),
        ("list=", "no saved list; saved are: “Shortlist of 東京”, “Nurses”, “NURSES”, “7c1d”"),
        ("list=Welders", "no saved list"),
        ("accent=B2", "is no filter"),
        ("tag", "is no filter"),
    ],
)
def test_what_is_no_filter_is_refused(text, sentence):
    """The sentence says how to write it."""
    with pytest.raises(InputError, match=sentence) as refused:
        parse_filter([text], KNOWN)

    assert text.partition("=")[0] in str(refused.value)


def test_the_refusal_names_every_key():
    """Whoever mistypes a key reads which there are."""
    with pytest.raises(InputError) as refused:
        parse_filter(["salary=3"], Known())

    assert all(key in str(refused.value) for key in KEYS)


def test_where_no_list_was_saved_it_says_so():
    """An empty enumeration would read like a mistake of the program."""
    with pytest.raises(InputError) as refused:
        parse_filter(["list=Shortlist"], Known())

    assert str(refused.value) == "“list=Shortlist” is no saved list; saved are: none yet."
