"""Words that are parts of names and more than that: what they are decides how they are found."""

from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES: Final = _set(
    """
    van von der den de di da do du del della dello des dos das la le lo les el al ul ibn bin ben
    bint binti abu umm ter ten te het zu zum zur af av y e i san st mac mc o d l n s k
    بن ابن بنت ابو ام ال آل
    """
)
"""Parts that join a name: alone they are found where the name itself writes them large."""

NEVER_ALONE: Final = _set(
    """
    mr mrs ms miss mx dr prof sir jr sr ii iii iv phd msc mba
    she her hers he him his they them theirs
    candidate applicant interviewer interviewee user test tester demo sample unknown anonymous
    name noname none null nil na nan given person speaker agent bot ai system guest
    """
)
"""Titles, pronouns and what stands in a name's place: they name nobody."""

COMMON: Final = _set(
    """
    abbey able amber angel april arch archer art ash aspen august autumn baker bank banks barber
    bay bear best bell bill birch bird black blue bond book booker bowl brand bright brook brooks
    brown bush butcher butler carol carpenter carter case cash chance chapel chase chip christian
    church clay clear close cole cook cooper corn cotton court cove crane creek crisp crook cross
    crystal daily daisy dale dash dawn day days dean destiny diamond dick dove drew earl early east
    ever fair faith farmer fern field fields finch fine fisher flower flowers ford forest foster
    fox frank free frost gale gene gentle glass gold golden good grace grand grant gray green grey
    grove guy hall hand hands happy hardy harmony harper harvest hawk hay hazel head heart heath
    heather hill hills holiday holly home honor hood hope house hunt hunter huntsman hurt iris iron
    island ivy jack jade jasmine jay jean job jobs john joy judge june justice keen key king
    knight lake lamb lance land lane large lark last law leaf lee light lily little lock long
    lord love low luck lucky major maple marble march mark marks marsh mason master may maybe mead
    meadow melody mercy miles mill miller mine moon moor more moss mount mountain nation new
    newman noble north nova oak ocean olive page paige paris park parks parson patience pat
    peace pearl penny pepper pierce piper pitt place pleasant pond pool poor pope porter post potter
    potts power price pride prince prudence queen quick rain raven ray read red reed reef rich ring
    ripple river rivers road rob rock rocky rod roman root rose rowan royal ruby rush rusty sage
    sail sandy savage scholar sea sharp shepherd short silver singer skip sky small smart smith
    snow so son south spark spear spring stark star steel sterling stock stone storm strange
    stream street strong sue summer sunny swan swift tab tailor tanner taylor temple terry thorn
    tiger top tower town true trust turner underwood van victor violet virtue wade wagner walker
    wall walls ward warden warm waters way weaver webb wells west white wild will wills winner
    winter wise wolf wood woods work world worth wren wright yard york you young
    son klein lang lange gross grosse sommer herbst weiss schwarz roth kurz jung alt neu braun
    rosa cruz flores leon reyes luz sol mar rio paz santos blanco petit blanc leblanc grand noir
    rossi bianchi neri bruno monte
    man men min win hang song wang pan tan ban ran sun sung long ming can ali ann max sam tom tim
    but not and the for are was has had his one two all any how who why our out own off use
    """
)
"""Words of languages that are written with capitals; as a name's part they stand large."""

MAILBOXES: Final = _set(
    """
    info mail email contact hello office job jobs career careers admin support sales team work
    marketing recruiting recruitment noreply post private home business student
    """
)
"""What often stands before the @ of an address and names nobody by itself."""

LATIN_ENDINGS: Final = ("s", "es")
CYRILLIC_ENDINGS: Final = (
    *("а", "у", "ы", "е", "и", "ю", "я", "ои", "ою", "еи", "ею", "ом", "ем", "ым", "им"),
    *("ого", "ому", "ова", "ову", "ии", "ию", "ия", "иеи", "ов", "ами", "ам", "ах"),
)
"""Plainly spelled: without the breve, that is."""
GREEK_ENDINGS: Final = (("", "σ"), ("ου", "οσ"), ("ε", "οσ"))
"""What stands at the end of a name that is spoken of or to, and at the end of the name itself."""
CYRILLIC_VOWELS: Final = "аеиоуыьюя"
CLITICS: Final = frozenset("وفبلكוהבלמשכ")
"""What Arabic and Hebrew write together with the word that follows."""
