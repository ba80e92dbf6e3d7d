"""The person page: an address suggests, a recruiter decides, and scales never mix."""

import pytest

from services.models.people import LinkVerdict
from tests.components.widgets.events import send
from tests.pages import answers

PAGE = "pages/review/person.py"
ADDRESS = "olabisi.adewale@example.com"


@pytest.fixture
def same_address(store, payload, answer) -> dict[str, str]:
    """Put interviews of three vendors with one address into the cache; return the ids."""
    first = payload("complete")
    first["candidate_email"] = ADDRESS.upper()
    second = answer("round0", "completed")
    second["interview"]["candidate"]["email"] = ADDRESS
    return {
        "qode": store(first),
        "round0": store(second),
        "zenhire": store(answer("zenhire", "success")),
    }


def _subheaders(app) -> list[str]:
    return [one.value for one in app.subheader]


def _buttons(app, verdict: LinkVerdict) -> list[str]:
    return [one.key for one in app.button if one.key and one.key.startswith(f"{verdict}-")]


def _tables(app) -> list[str]:
    return [key for key in answers.components(app) if key.startswith("interviews-")]


def test_without_a_person_nobody_waits_for_a_decision(open_page, all_vendors):
    """The page from the menu: a sentence where no two candidates share an address."""
    app = open_page(PAGE)

    assert all_vendors
    assert not app.exception
    assert "Nobody is waiting for a decision" in app.info[0].value


@pytest.mark.usefixtures("same_address")
def test_without_a_person_every_open_pair_is_shown(open_page):
    """Three vendors, one address: three pairs, each to be confirmed or kept apart."""
    app = open_page(PAGE)

    assert not app.exception
    assert len(_buttons(app, LinkVerdict.CONFIRMED)) == 3
    assert len(_buttons(app, LinkVerdict.REJECTED)) == 3


@pytest.mark.usefixtures("same_address")
def test_a_decision_on_a_pair_takes_it_off_the_page(open_page, services):
    """What is left is what nobody has decided on."""
    app = open_page(PAGE)

    app.button(key=_buttons(app, LinkVerdict.CONFIRMED)[0]).click().run()

    assert len(_buttons(app, LinkVerdict.CONFIRMED)) == 1
    assert [one.verdict for one in services.store.decisions()] == [LinkVerdict.CONFIRMED]


@pytest.mark.usefixtures("same_address")
def test_a_card_of_a_pair_opens_the_person(open_page):
    """To look before deciding; the URL holds an opaque id only."""
    app = open_page(PAGE)

    next(one for one in app.button if (one.key or "").startswith("open-")).click().run()

    assert not app.exception
    assert len(_tables(app)) == 1
    assert "@" not in str(app.query_params["of"])


@pytest.mark.parametrize("asked", ["of-nobody", "<b>no</b>", "' OR 1=1 --"])
def test_an_unknown_person_is_a_sentence(open_page, asked):
    """Whatever stands in the URL is quoted as text."""
    app = open_page(PAGE, of=asked)

    assert not app.exception
    assert app.info
    assert "<b>" not in answers.markdown(app)


def test_the_same_address_suggests_and_shows_nothing_of_the_others(open_page, same_address):
    """Only the person's own interviews, and two cards to decide on."""
    app = open_page(PAGE, of=same_address["qode"])

    assert not app.exception
    assert [title.value for title in app.title] == ["Оюунаа Бат"]
    assert _tables(app) == ["interviews-qode"]
    assert "Perhaps the same person" in _subheaders(app)
    assert len(_buttons(app, LinkVerdict.CONFIRMED)) == 2


def test_a_confirmed_person_has_a_table_for_each_vendor(open_page, same_address):
    """A 0-5 and a 0-100 never stand in one list, and the unscored one has no number."""
    app = open_page(PAGE, of=same_address["qode"])

    for _ in range(2):
        app.button(key=_buttons(app, LinkVerdict.CONFIRMED)[0]).click().run()

    rows = {key: answers.data(app, key)["rows"] for key in _tables(app)}
    texts = {key: [row["overall"]["text"] for row in found] for key, found in rows.items()}
    assert set(rows) == {"interviews-qode", "interviews-round0", "interviews-zenhire"}
    assert all(len({row["vendor"]["text"] for row in found}) == 1 for found in rows.values())
    assert texts["interviews-qode"] == ["71 (69–74)"]
    assert texts["interviews-round0"] == ["unscored"]
    assert "of 5" in texts["interviews-zenhire"][0]
    assert "Perhaps the same person" not in _subheaders(app)


def test_a_confirmation_can_be_undone(open_page, same_address):
    """Both are suggested again, and the story stays in the list of decisions."""
    app = open_page(PAGE, of=same_address["qode"])
    app.button(key=_buttons(app, LinkVerdict.CONFIRMED)[0]).click().run()
    linked = len(_tables(app))

    app.button(key=_buttons(app, LinkVerdict.UNDONE)[0]).click().run()

    told = [row[3] for row in answers.data(app, "link-decisions")["rows"]]
    assert (linked, len(_tables(app))) == (2, 1)
    assert len(_buttons(app, LinkVerdict.CONFIRMED)) == 2
    assert told == ["undone", "confirmed"]


def test_a_rejected_one_is_not_suggested_and_can_be_taken_back(open_page, same_address):
    """Said to be somebody else, which can be undone too."""
    app = open_page(PAGE, of=same_address["qode"])

    app.button(key=_buttons(app, LinkVerdict.REJECTED)[0]).click().run()
    after = (len(_buttons(app, LinkVerdict.CONFIRMED)), "Said to be somebody else")
    rejected = _subheaders(app)
    app.button(key=_buttons(app, LinkVerdict.UNDONE)[0]).click().run()

    assert after[0] == 1
    assert after[1] in rejected
    assert after[1] not in _subheaders(app)
    assert len(_buttons(app, LinkVerdict.CONFIRMED)) == 2


def test_a_click_on_an_old_page_changes_nothing(open_page, same_address, services):
    """Two browsers may decide at once: what the first one decided holds."""
    app = open_page(PAGE, of=same_address["qode"])
    person = services.people.person(same_address["qode"])
    own, (one, other) = person.cards[0].id, [card.id for card in person.suggested]
    services.people.decide(own, one, LinkVerdict.CONFIRMED)
    services.people.decide(one, other, LinkVerdict.REJECTED)

    app.button(key=f"{LinkVerdict.CONFIRMED}-{own}-{other}").click().run()

    assert not app.exception
    assert len(services.store.decisions()) == 2


def test_a_row_opens_its_interview(open_page, same_address):
    """From the person to one of the interviews."""
    app = open_page(PAGE, of=same_address["zenhire"])

    send(app, "interviews-zenhire", event="opened", value=same_address["zenhire"])

    assert [title.value for title in app.title] == ["Ọlábísí Adéwálé"]
    assert "verdict" in answers.components(app)


def test_the_interview_leads_to_the_person(open_page, same_address):
    """And the URL holds an opaque id, no address and no name."""
    app = open_page("pages/review/interview.py", interview=same_address["qode"])

    app.button(key="to-person").click().run()

    assert app.query_params["of"] in (same_address["qode"], [same_address["qode"]])
    assert "interviews-qode" in answers.components(app)


def test_hostile_names_are_never_markdown(open_page, store, payload):
    """In headings and on cards."""
    one = store(payload("hostile"))
    second = payload("hostile", interview_id="h-2")
    store(second)

    app = open_page(PAGE, of=one)

    assert not app.exception
    assert "<b>" not in answers.markdown(app)
    assert "**Chef**" not in answers.markdown(app)
