"""Names in running text: found in any script and form, and nothing else taken for one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.name_finder import SOMEBODY, NameFinder
from services.analysis.name_words import COMMON, NEVER_ALONE, PARTICLES
from services.analysis.plain_text import plain_text

X = "Candidate 7KQH-4MXP"
Y = "Candidate B2CD-9ZWV"


def masked_text(text: str, names: dict[str, str]) -> str:
    """Return the text with each name replaced by what stands beside it in `names`."""
    return NameFinder(names.items()).masked(text)


@pytest.mark.parametrize(
    ("name", "text", "masked"),
    [
        ("Anna Kowalska", "Thanks, Anna.", f"Thanks, {X}."),
        ("Anna Kowalska", "so anna kowalska said", f"so {X} said"),
        ("Anna Kowalska", "KOWALSKA, ANNA", X),
        ("Anna Kowalska", "Anna’s and Anna's work", f"{X}’s and {X}'s work"),
        ("Anna Kowalska", "Annas Arbeit", f"{X} Arbeit"),
        ("Anna Kowalska", "A. Kowalska called", f"{X} called"),
        ("Anna Kowalska", "cv_annakowalska_2.pdf", f"cv_{X}_2.pdf"),
        ("Anna Kowalska", "anna-kowalska", X),
        ("Anna-Maria Ruiz", "Maria, then Anna Maria", X.join(["", ", then ", ""])),
        ("Seán O’Brien", "Sean O'Brien; OBrien; O´Brien", f"{X}; {X}; {X}"),
        ("Nguyễn Thị Hồng Đào", "Nguyen Thi Hong Dao", X),
        ("Nguyễn Thị Hồng Đào", "Chị Đào ơi", f"Chị {X} ơi"),
        ("Jürgen Müller-Lüd", "Juergen Mueller", X),
        ("Vincent van Zoog", "It was van Zoog.", f"It was {X}."),
        ("Juan de la Cruzado", "Cruzado, de la Juan", X),
        ("王小明", "我叫王小明。小明。", f"我叫{X}。{X}。"),
        ("王小明", "王 小明", X),
        ("山田 太郎", "山田太郎です。太郎さん", f"{X}です。{X}さん"),
        ("김민수", "김민수입니다. 민수씨", f"{X}입니다. {X}씨"),
        ("สมชาย ใจดี", "คุณสมชายครับ", f"คุณ{X}ครับ"),
        ("محمد الأحمد", "قال محمد الاحمد", f"قال {X}"),
        ("محمد الأحمد", "ومحمد هنا", f"{X} هنا"),
        ("דנה לוי", "ודנה אמרה", f"{X} אמרה"),
        ("Анна Иванова", "с Анной Ивановой", f"с {X}"),
        ("Ελένη Παππά", "ΕΛΕΝΗ ΠΑΠΠΑ", X),
        ("प्रिया शर्मा", "मैं प्रिया हूँ।", f"मैं {X} हूँ।"),
        ("Will Maynard", "Will Maynard", X),
        ("Anna Kowalska", "An\u00adna Ko\u200bwalska", X),
        ("Ａｎｎａ Kowalska", "Anna", X),
        ("Anna Kowalska", "An\u200fna \u202eKowal\u200dska\u202c, Ａｎｎａ's", f"{X}'s"),
        ("Anna Kowalska", "Аnnа Kоwаlskа", X),  # with Cyrillic letters that look like Latin ones
        ("Anna Kowalska", "Anna, A-N-N-A K o w a l s k a", X),
        ("Anna Kowalska", "my c.v. says a. n. n. a.", f"my c.v. says {X}."),
        ("Tara McDonough-Reyes", "Mc Donough; Reyes's", f"{X}; {X}'s"),
        ("محمد الأحمد", "وبمحمد و محـمـد", f"{X} و {X}"),
        ("علی رضایی", "علي رضايي", X),
        ("דנה לוי", "ושדנה", X),
        ("Νίκος Παπαδάκης", "του Νίκου Παπαδάκη", f"του {X}"),
    ],
)
def test_a_name_is_found_however_it_is_written(name, text, masked):
    """Any case, order, accent, script, possessive and joint."""
    found = masked_text(text, {name: X})

    assert found == masked


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anna Kowalska", "Annabel and Hannah planned a banana"),
        ("Will Maynard", "he will go, if he may"),
        ("Vincent van Zoog", "the van is there, den der de"),
        ("Mark May", "mark it in may"),
        ("王小明", "王先生和明天"),
        ("王", "王先生"),
        ("Dr. Ida Quell", "Dr. Jones asked"),
        ("Candidate 12", "The candidate answered in 12 minutes"),
        ("", "nobody"),
        ("?!", "what?!"),
        ("X", "X marks it"),
        ("Sven Quill", "S Q L, then C and R, a b c"),
        ("Νίκος Παπαδάκης", "η νίκη του"),
    ],
)
def test_other_words_stay(name, text):
    """A part of a longer word, a particle, a word in small letters, a single sign: no name."""
    found = masked_text(text, {name: X})

    assert found == text


def test_a_word_that_is_a_name_is_masked_where_it_has_a_capital():
    """Too much is better than too little here: "Will you" may be about Will."""
    found = masked_text("Will you? You will.", {"Will Maynard": X})

    assert found == f"{X} you? You will."


def test_a_part_that_two_people_share_names_neither():
    """Which Anna is meant nobody can tell, so no pseudonym is given; whole names are clear."""
    people = {"Anna Kowalska": X, "Anna Lindgren": Y}

    found = masked_text("Anna met Anna Lindgren and Kowalska", people)

    assert found == f"{SOMEBODY} met {Y} and {X}"


def test_of_others_only_the_whole_name_is_found():
    """A name that merely stands in a text is hidden without hiding every word it is made of."""
    finder = NameFinder([("Anna Kowalska", X)], wholes=[("Grace Hopper-Lint", Y)])

    found = finder.masked("Grace period; Grace Hopper-Lint; hopper; Anna")

    assert found == f"Grace period; {Y}; hopper; {X}"


def test_decomposed_and_composed_letters_are_one():
    """What a Mac writes and what a form sends are the same name."""
    name, text = "Zoë Çelik", "Zoë Çelik"

    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert masked_text(unicodedata.normalize(form, text), {name: X}) == X


LETTERS = "".join(
    ("abdeimnorstuvz", "áçéğıłñőřšüžđ", "абвгдежийклм", "αβγδεκλμ", "דנהלוימ", "محمدعلي")
)
WORDS = COMMON | PARTICLES | NEVER_ALONE
CHINESE = st.text("王李张明华伟芳秀英敏静丽强磊", min_size=2, max_size=4)
SPACED = st.lists(
    st.text(LETTERS, min_size=4, max_size=9)
    .filter(lambda part: plain_text(part).plain not in WORDS)
    .map(str.title),
    min_size=1,
    max_size=3,
).map(" ".join)


@given(st.one_of(SPACED, CHINESE), st.data())
def test_no_part_of_a_name_survives(name, data):
    """Whatever is written around a name and its parts, in whatever case: all of them are gone."""
    parts = [part for part in name.split() if len(part) > 1]
    shapes = st.sampled_from([str, str.upper, str.lower])
    said = [data.draw(shapes)(part) for part in [name, *parts]]
    text = "| 1 |".join(["", *said, ""])

    found = masked_text(text, {name: X})

    assert all(each not in found for each in said)


@given(st.text(), st.text())
def test_nothing_breaks_it(name, text):
    """Any text may be a name, and any text may be masked; what names nobody stays as it was."""
    found = masked_text(text, {name: X})

    assert masked_text(text, {}) == text
    assert isinstance(found, str)
