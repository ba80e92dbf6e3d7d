"""The parts of the person's page: who may be the same, and what becomes of a decision."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from datetime import UTC, datetime

import pytest

from components.widgets.persons import title
from services.errors import InputError
from services.models.people import CandidateCard, LinkDecision, LinkVerdict, Person
from tests.components.widgets.events import app_of, data_of


def _card(id_: str, *, name: str | None = "Imani Rookwood", vendor: str = "qode") -> CandidateCard:
    return CandidateCard(id=id_, vendor=vendor, name=name, email="imani@example.com", interviews=2)


def _person(**changes: object) -> Person:
    plain = Person(
        cards=(_card("own"),),
        interviews=(),
        suggested=(_card("other", vendor="round0"),),
        rejected=(),
        decisions=(),
    )
    return plain.model_copy(update=changes)


def _page(person, decide):
    from components.widgets import persons

    persons.suggestions(person, titles={"qode": "Qode"}, decide=decide)
    persons.history(person)


class _Decisions:
    """Writes down what was decided, or refuses it."""

    def __init__(self, *, error: Exception | None = None):
        self.made = []
        self.error = error

    def __call__(self, *decision):
        self.made.append(decision)
        if self.error:
            raise self.error


@pytest.mark.parametrize(
    ("verdict", "person"),
    [
        (LinkVerdict.CONFIRMED, _person()),
        (LinkVerdict.REJECTED, _person()),
        (LinkVerdict.UNDONE, _person(cards=(_card("own"), _card("other")), suggested=())),
        (LinkVerdict.UNDONE, _person(suggested=(), rejected=(_card("other"),))),
    ],
)
def test_a_button_hands_over_what_was_decided(verdict, person):
    """On the person's own candidate and the other one, once."""
    decisions = _Decisions()
    app = app_of(_page, person, decisions).run()

    app.button(key=f"{verdict}-own-other").click().run()

    assert decisions.made == [("own", "other", verdict)]


def test_a_refused_decision_is_a_sentence():
    """The rest of the page is there all the same."""
    decisions = _Decisions(error=InputError("Undo that decision first."))
    made = LinkDecision(
        a="other", b="own", verdict=LinkVerdict.UNDONE, made_at=datetime(2026, 3, 4, tzinfo=UTC)
    )
    app = app_of(_page, _person(decisions=(made,)), decisions).run()

    app.button(key="confirmed-own-other").click().run()

    assert not app.exception
    assert app.error[0].value == r"Undo that decision first\."
    assert data_of(app, "link-decisions")["rows"]


def test_a_suggestion_decides_nothing_by_itself():
    """The page only asks; whoever draws it has not decided."""
    decisions = _Decisions()

    app = app_of(_page, _person(), decisions).run()

    assert [one.value for one in app.subheader] == ["Perhaps the same person"]
    assert decisions.made == []


def test_a_vendor_without_a_title_is_told_by_its_short_name():
    """A vendor that was taken out of the program may still have candidates in the cache."""
    app = app_of(_page, _person(), _Decisions())

    app.run()

    assert any("round0" in one.value for one in app.caption)
    assert any("2 interviews" in one.value for one in app.caption)


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        ((_card("own", name=None), _card("b")), "imani@example.com"),
        ((_card("own"), _card("b", name="Имани")), "Imani Rookwood"),
        ((CandidateCard(id="x", vendor="qode", name="", email=None, interviews=1),), "No name"),
    ],
)
def test_a_person_is_called_as_the_first_card_says(cards, said):
    """By the name, or else the address, or else by the words that there is none."""
    person = _person(cards=cards)

    found = title(person)

    assert found.startswith(said)
