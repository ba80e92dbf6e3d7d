"""Addresses and links as they stand in running text, those included that are written in words."""

import re
from collections.abc import Iterator
from typing import Final

_END: Final = r"[^\s<>\"'「」『』【】（）]+"
_HOME: Final = (
    r"(?:com|org|net|edu|info|biz|me|dev|app|co|page|site|online|link|bio|name|blog|xyz|in|de|uk)"
)
_LINKS: Final = re.compile(
    rf"(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]*+://|(?:mailto|tel|sms|skype|sip):|www\.){_END}"
    # "https:/x" and "http: //x" are links that somebody has mistyped.
    rf"|(?<![a-z0-9])(?:http|ftp)s?\s?:\s?[/\\]{{1,2}}{_END}"
    # Without a scheme: a host with a dot, or anything with a path behind it.
    rf"|(?<![\w:/\\.])//(?=[\w-]++(?:\.[\w-]+|:\d|/[\w~])|localhost\b|\[){_END}"
    # Where people say where their profile lies they leave the scheme out.
    rf"|(?<![\w@./-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?<!asp\.){_HOME}/(?=[\w~@?]){_END}"
    rf"|(?<![\w@./-])(?:[a-z0-9-]{{1,63}}\.)?(?:github|gitlab)\.io/(?=[\w~@?]){_END}",
)
_UNSPACED: Final = r"\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\u1100-\u11ff\uac00-\ud7a3"
# Each begins where no sign of it stands before: a long text without spaces is walked once.
_ADDRESSES: Final = re.compile(
    r"(?:(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]++|\"[^\"\n@]{1,64}\")"
    r"@(?:\[[\d.:a-f]{3,45}\]|[\w-]+(?:(?:\.|。(?=[a-z]))[\w-]+)*)"
)
_BEFORE: Final = re.compile(rf"[^@]*[{_UNSPACED}](?=[\w.+-]+@)", re.ASCII)
_BEHIND: Final = re.compile(rf"@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{{2,}}(?=[{_UNSPACED}])")
_DOT: Final = (
    r"(?:\.|。|\s?[(\[{<]\s?(?:\.|dot|punkt|punto|ponto|point|kropka|точка)\s?[)\]}>]\s?"
    r"|[\s_-](?:dot|punkt|punto|ponto|point|kropka|точка)[\s_-])"
)
# What nobody writes but for an address: in brackets, as an entity, or in a word of its own.
_SURE_AT: Final = re.compile(
    r"\s?[(\[{<]\s?(?:at|@|arroba|arobase|chiocciola|собака|malpa)\s?[)\]}>]\s?"
    r"|(?<=\w)\(a\)(?=\w)|&#0*64;|&#x0*40;|&commat;|%40|\s@\s?|(?<=\S)@\s"
    r"|[\s_-](?:arroba|arobase|chiocciola|собака|malpa)[\s_-]"
)
_HOST: Final = re.compile(rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,3}}?{_DOT}[^\W\d_]{{2,24}}\b")
_AT: Final = re.compile(r"[\s_-]at[\s_-]")
# "at" is a word: a host behind it is one that is spelled out, or one that hands out mailboxes.
_SPOKEN_HOST: Final = re.compile(
    r"(?!(?:the|a|an|this|that|our|your|their|its|one|zero)[\s_-])[\w-]{1,63}"
    r"(?:[\s_-]dot[\s_-][\w-]{1,63}){0,2}?[\s_-]dot[\s_-]"
    r"(?:com|org|net|edu|gov|info|example|test|[a-z]{2})\b"
    r"|(?:gmail|googlemail|outlook|hotmail|yahoo|icloud|protonmail|proton|gmx|yandex|aol|naver|qq)"
    r"\.(?:com|me|net|de|fr|ru|co)\b"
)
_JOINT: Final = (
    r"(?:[.+-]|\s?(?:[(\[{<]\s?)?"
    r"\b(?:dot|punkt|punto|ponto|point|kropka|точка|underscore|dash|minus)\b"
    r"(?:\s?[)\]}>])?\s?)"
)
_LOCAL: Final = re.compile(rf"(?<!\w)\w++(?:{_JOINT}\w++)*+\Z")
_NEAR: Final = 80
_SIGNS: Final = {"underscore": "_", "dash": "-", "minus": "-"}
_WORDS: Final = re.compile(
    r"\s?[(\[{<]?\s?"
    r"\b(dot|punkt|punto|ponto|point|kropka|точка|underscore|dash|minus)\b"
    r"\s?[)\]}>]?\s?"
)
_AFTERWARDS: Final = ".,;:!?)]}"


def links(plain: str) -> Iterator[tuple[int, int]]:
    """Return where links stand in a text in small letters: whole, without a scheme, or mistyped."""
    for found in _LINKS.finditer(plain):
        yield found.start(), found.start() + len(found.group().rstrip(_AFTERWARDS))


def addresses(plain: str) -> Iterator[tuple[int, int, str]]:
    """Return where e-mail addresses stand in a text in small letters, and how they are written.

    Also "ana (at) example.com", "ana at example dot com" and the like in several languages. What
    is merely said "at" some place is none.
    """
    if "@" in plain:
        for found in _ADDRESSES.finditer(plain):
            yield _cut(found.start(), found.group())
    for pattern, host in ((_SURE_AT, _HOST), (_AT, _SPOKEN_HOST)):
        for at in pattern.finditer(plain):
            behind = host.match(plain, at.end())
            if behind is None:
                continue
            near = max(0, at.start() - _NEAR)
            before = _LOCAL.search(plain[near : at.start()])
            if before:
                written = f"{_written(before.group())}@{_written(behind.group())}"
                yield near + before.start(), behind.end(), written


def _cut(start: int, text: str) -> tuple[int, int, str]:
    """Return an address without the words of a script without spaces that stick to it."""
    before = _BEFORE.match(text)
    left = before.end() if before else 0
    behind = _BEHIND.search(text)
    right = behind.end() if behind else len(text)
    return start + left, start + right, text[left:right]


def _written(words: str) -> str:
    plain = _WORDS.sub(lambda found: _SIGNS.get(found[1], "."), words)
    return re.sub(r"\s", "", plain).replace("。", ".")
