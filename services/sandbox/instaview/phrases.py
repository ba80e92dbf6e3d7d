"""The sentences that this vendor's synthetic analyses are written in."""

STRONG_POINTS = (
    "Explains {skill} with an example from the own work and says what it cost.",
    "Brings up {point} without being asked.",
    "Answers first and gives reasons afterwards, which makes {skill} easy to follow.",
    "Knows where {skill} ends and says so.",
    "Asks back twice before judging; both questions were about {point}.",
    "Has taught {skill} to others and remembers what they stumbled over.",
    "Puts numbers to the story of {point}.",
)
WEAK_POINTS = (
    "Stays general on {skill}; a second example did not come.",
    "Mentions {point} only after a hint.",
    "Loses the thread when two questions come at once.",
    "Little practice with {skill} outside of courses.",
    "Gives no measure by which {point} could be called a success.",
    "Talks of the team throughout; the own share stays unclear.",
)
EVALUATIONS = {
    75: (
        "A convincing conversation: the examples hold together and fit the work on {skill}.",
        "Worth a talk with the team soon; {skill} can be deepened there.",
    ),
    55: (
        "A solid conversation with gaps in {skill} that a second talk could close.",
        "Ask again about {point} before a decision is made.",
    ),
    0: (
        "Too little was said about {skill} to see how the work would go.",
        "Another role with less of {skill} may fit better.",
    ),
}
"""By the least rating that they fit."""
LANGUAGE_STRONG_POINTS = (
    "Keeps talking when a word is missing and finds a way around it.",
    "Links sentences well; past and present stay apart.",
    "Every sound can be told from its neighbours, also in long words.",
    "Understands a question asked at full speed.",
)
LANGUAGE_WEAK_POINTS = (
    "Pauses often in front of nouns.",
    "The ends of words get lost when the pace goes up.",
    "Uses few words of judgement; much is simply good.",
    "Questions rise and statements rise as well.",
)
LANGUAGE_EVALUATIONS = (
    "Everyday topics are no trouble; the abstract part of the test took more time.",
    "The text was read to its end, and the talk that followed stayed on its topic.",
)
FREE_EDUCATION = (
    "Evening school for bookkeeping, later two years of a degree in geography",
    "Diploma of a maritime academy (five years)",
)
FREE_EXPERIENCE = (
    "About six years altogether, four of them part-time beside a small farm",
    "Three seasons as a guide, then a desk",
)
CALL_NOTES = {
    "NO_ANSWER": "The phone rang until the mailbox picked up.",
    "CALL_DROPPED": "The line was gone in the middle of an answer.",
}
FAILED_ANALYSIS = "The analysis gave up: the recording is too quiet to be written down."
