"""Names and labels have no lines of their own; what people said keeps its lines."""

from components.documents.one_line import in_one_line
from services.models.content import Facts, Listing, Section, Words
from services.models.table import Table
from tests.components.documents.test_agents import content

ROLE = "Nurse\n\n (night\u2028shift)"
SPOKEN = "Yes.\n\nNo."


def test_a_role_stays_in_one_line_and_what_was_said_keeps_its_lines():
    """In titles, labels, facts, sentences and cells; a transcript and a paragraph are as given."""
    table = Table(columns=("Role", "Words", "n"), rows=((ROLE, SPOKEN, 1), (None, "a", None)))
    listing = Listing("key", ROLE, table, finding=f"{ROLE} is first", remarks=(ROLE,))
    facts = Facts((("Role", ROLE), (ROLE, SPOKEN)))
    given = content()

    found = in_one_line(
        type(given)(
            title=ROLE,
            subtitle=ROLE,
            about=given.about,
            sections=(Section(ROLE, (Words(SPOKEN), facts, listing)),),
            stem="stem",
        )
    )

    role = "Nurse (night shift)"
    words, told, table_of = found.sections[0].blocks
    assert (found.title, found.subtitle, found.sections[0].title) == (role, role, role)
    assert words.text == SPOKEN
    assert told.rows == (("Role", role), (role, SPOKEN))
    assert (table_of.title, table_of.finding, table_of.remarks) == (
        role,
        f"{role} is first",
        (role,),
    )
    assert table_of.table.rows == ((role, SPOKEN, 1), (None, "a", None))


def test_a_document_without_line_breaks_is_left_alone():
    """Nothing is drawn anew, not even its tables."""
    given = content()

    found = in_one_line(given)

    assert found == given
