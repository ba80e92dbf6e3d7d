"""Limits on the first page: each is said once, where the document says what it is about."""

from dataclasses import replace

from services.models.content import Block, Content, Remark, Section, Tone


def said_on_top(content: Content) -> tuple[Remark, ...]:
    """Return the limits for the title block, warnings first.

    What the first section says as well is said as there: with its tone, and in its words where
    they only go on ("2 notices about the data: two clocks disagree.").
    """
    kinds: dict[Tone, list[str]] = {Tone.WARNING: [], Tone.NOTE: []}
    for limit in content.about.limits:
        words, tone = _in_full(limit, content)
        kinds[tone].append(words)
    return tuple(Remark(tuple(dict.fromkeys(said)), tone) for tone, said in kinds.items() if said)


def sections_below(content: Content) -> tuple[Section, ...]:
    """Return the sections, the first one without what already stands right above it."""
    if not content.sections:
        return ()
    said = {words for each in said_on_top(content) for words in each.sentences}
    first, *others = content.sections
    kept = tuple(block for each in first.blocks for block in _without(each, said))
    return (replace(first, blocks=kept or first.blocks), *others)


def _in_full(limit: str, content: Content) -> tuple[str, Tone]:
    begun = f"{limit.removesuffix('.')}:"
    for remark in _first_remarks(content):
        for words in remark.sentences:
            if words == limit or words.startswith(begun):
                return words, remark.tone
    return limit, Tone.NOTE


def _first_remarks(content: Content) -> list[Remark]:
    blocks = content.sections[0].blocks if content.sections else ()
    return [block for block in blocks if isinstance(block, Remark)]


def _without(block: Block, said: set[str]) -> tuple[Block, ...]:
    if not isinstance(block, Remark):
        return (block,)
    rest = tuple(words for words in block.sentences if words not in said)
    return (replace(block, sentences=rest),) if rest else ()
