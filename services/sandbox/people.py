"""Invented candidates: names in many scripts, addresses that can reach nobody."""

from dataclasses import dataclass
from random import Random

_DOMAINS = ("example.com", "example.org", "example.net")


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist."""

    name: str
    email: str
    years: int | None
    """Years of experience, if the profile tells."""


@dataclass(frozen=True)
class _Names:
    """Given and family names of one script, each beside its spelling in an address."""

    given: dict[str, str]
    family: dict[str, str]
    order: str = "{given} {family}"


_NAMES = (
    _Names(
        {"Ánh Nguyệt": "nguyet", "Bảo Long": "long", "Thu Trang": "trang", "Đức Huy": "huy"},
        {"Nguyễn": "nguyen", "Trần": "tran", "Lê": "le", "Phạm": "pham", "Đặng": "dang"},
        "{family} {given}",
    ),
    _Names(
        {"晓雯": "xiaowen", "子轩": "zixuan", "雨桐": "yutong", "浩然": "haoran"},
        {"李": "li", "陈": "chen", "欧阳": "ouyang", "赵": "zhao", "林": "lin"},
        "{family}{given}",
    ),
    _Names(
        {"ليلى": "layla", "يوسف": "yusuf", "مريم": "maryam", "طارق": "tariq"},
        {"الحداد": "alhaddad", "منصور": "mansour", "الخطيب": "alkhatib", "سليم": "salim"},
    ),
    _Names(
        {"Оксана": "oksana", "Дмитро": "dmytro", "Надежда": "nadezhda", "Тимур": "timur"},
        {"Вигаданко": "vyhadanko", "Лісовенко": "lisovenko", "Озерних": "ozernykh"},
    ),
    _Names(
        {"अनन्या": "ananya", "रोहन": "rohan", "मीरा": "meera", "अर्जुन": "arjun"},
        {"शर्मा": "sharma", "पटेल": "patel", "अय्यर": "iyer", "सेन": "sen"},
    ),
    _Names(
        {"Ελένη": "eleni", "Νίκος": "nikos", "Ζωή": "zoi", "Στέφανος": "stefanos"},
        {"Θαλασσινού": "thalassinou", "Βουνάκης": "vounakis", "Λεμονής": "lemonis"},
    ),
    _Names(
        {"Zoë": "zoe", "Jürgen": "juergen", "Agnė": "agne", "Łucja": "lucja", "Çağla": "cagla"},
        {"Müller-Öztürk": "mueller", "Świątek": "swiatek", "Åkesson": "akesson", "Ruiz": "ruiz"},
    ),
    _Names(
        {"Amara": "amara", "Tunde": "tunde", "Ines": "ines", "Caleb": "caleb", "Priya": "priya"},
        {"Okonjo": "okonjo", "Fairweather": "fairweather", "Dlamini": "dlamini", "Silva": "silva"},
    ),
    _Names(
        {"さくら": "sakura", "健太": "kenta", "美咲": "misaki", "大輔": "daisuke"},
        {"空想": "kuso", "山野": "yamano", "小川": "ogawa", "青木": "aoki"},
        "{family} {given}",
    ),
    _Names(
        {"서연": "seoyeon", "민준": "minjun", "하은": "haeun"},
        {"한": "han", "오": "oh", "남궁": "namgung"},
        "{family}{given}",
    ),
    _Names({"Suharti": "suharti", "Wiratmaja": "wiratmaja", "Tenzin": "tenzin"}, {"": "only"}),
    _Names(
        {"María del Carmen Guadalupe Inés Esperanza": "maria", "Pedro Afonso João Bento": "pedro"},
        {
            "de la Fuente y Villanueva-Etxeberria Montenegro de los Arroyos": "fuente",
            "Albuquerque Vasconcelos de Mendonça e Sá da Bandeira Nogueira": "albuquerque",
        },
    ),
)
_WEIGHTS = (5, 5, 4, 4, 4, 2, 5, 6, 3, 2, 1, 1)


def person(rng: Random, *, number: int) -> Person:
    """Invent somebody; the number keeps addresses apart."""
    names = rng.choices(_NAMES, _WEIGHTS)[0]
    given, given_handle = rng.choice(list(names.given.items()))
    family, family_handle = rng.choice(list(names.family.items()))
    return Person(
        name=names.order.format(given=given, family=family).strip(),
        email=f"{given_handle}.{family_handle}{number}@{rng.choice(_DOMAINS)}",
        years=rng.choice((None, rng.randint(0, 22))),
    )
