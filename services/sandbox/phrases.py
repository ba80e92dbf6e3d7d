"""The sentences that synthetic people say and synthetic graders write."""

GREETINGS = (
    "Hello, and welcome. My name is Tracy, and I will lead you through this interview today.",
    "Good to meet you. I am Tracy; we have about half an hour and no trick questions.",
    "Hi there, this is Tracy. Before we begin, can you hear me clearly?",
)
REPLIES_TO_GREETING = (
    "Hello Tracy, yes, loud and clear. I am a little nervous, but ready.",
    "Hi, thank you for having me. The sound is good on my side.",
    "Good morning. I moved to a quiet room, so we should be fine.",
)
RULES = (
    "Please hold your card up to the camera for a moment. Thank you. Take your time with each "
    "answer; you can ask me to repeat a question whenever you like.",
    "I will ask a few questions and sometimes dig a little deeper. You may skip one at any time.",
)
READY = ("That is fine with me.", "Understood, let us begin.", "Sounds good, go ahead.")
ANSWERS = (
    "The short answer is {point}. The long answer is that it took us {n} weeks to see why.",
    "I would begin with {point}, because everything else depends on it.",
    "In my last team it came down to one thing: {point}. We had tried {n} other ideas before.",
    "So, first of all: {point}. That sounds obvious now, but nobody had written it down.",
    "Let me give an example. We had {n} complaints in a month, and what helped was {point}.",
    "There were two parts to it. The first was {point}, and the second was {other}.",
    "I learned this the hard way. My first idea did not work, and then somebody said: {point}.",
    "Honestly, I am not sure that there is one right way, but I trust {point}.",
    "If you had asked me two years ago I would have said {other}. Today I say {point}.",
    "We wrote down {n} options on a wall and crossed out all but one: {point}.",
    "The turning point was {point}. Before that we were guessing, to be honest.",
    "Let me be concrete: {point}. I can still name the day on which we did it.",
    "My rule is to start small, and the smallest useful thing here is {point}.",
    "Two things, then: {other} for today, and {point} for the long run.",
    "It depends on the team, but with {n} people around a table I would say {point}.",
    "I have seen it fail as well. What saved us in the end was {point}.",
)
DETAILS = (
    "After that the number went from {n} a day to nearly none, and it stayed there.",
    "It was not free: we paid for it with about {n} percent more work every week.",
    "If I did it again I would add {point} from the very first day.",
    "The part I am proud of is {point}; the part I would change is how late we told the others.",
    "We compared it with {other} for {n} days and the difference was clear enough.",
    "A colleague doubted it, so we looked at the evidence together, and then we agreed.",
    "Um, let me think. Yes. The thing that people forget is {point}.",
    "And to be fair, {n} times out of a hundred it still goes wrong, so we keep an eye on it.",
    "Nobody noticed the change, and that was exactly what we wanted.",
    "It took {n} days from the idea to the first user, which was fast for us.",
    "I wrote a page about it, and new colleagues read it in their first week.",
    "Without {other} it would not have worked, so I would not take that part away.",
    "I asked the people who use it every day, and {n} of them answered.",
    "What surprised me was how few questions came up once it was in place.",
    "I should add that we tried {other} first, and I still think that it was worth a try.",
    "There is a limit, of course: above a certain size you need something else.",
)
FOLLOW_UPS = (
    "You mentioned {point}. How did you check that it had worked?",
    "What would you have done without {point}?",
    "Who decided that, and how long did it take?",
    "And what did it cost you?",
    "Could you give me a number for that?",
    "How would you explain that to somebody outside your team?",
    "What surprised you most about it?",
    "When would {point} be the wrong choice?",
    "Was everybody in favour of it from the start?",
    "Which part of that was your own work?",
)
SKIPS = ("I would rather skip this one, if I may.", "I have no good answer. Can we go on?")
FAREWELLS = (
    "Thank you, that was my last question. You will hear from the team within a week.",
    "We have reached the end. Thank you for your time and for the clear examples.",
)
GOODBYES = ("Thank you, Tracy. Goodbye.", "Thanks a lot, have a good day.", "Thank you. Bye.")

STRONG = (
    "Names {point} without being asked and explains when it would not work.",
    "Gives a measured result and ties it to {point}; little is left open.",
    "A concrete account built on {point}, with limits stated plainly.",
)
FAIR = (
    "Mentions {point}, yet stays general on how the result was checked.",
    "Knows the idea behind {point}; the example is thin.",
    "A sound direction with {point}, but the order of steps stays unclear.",
)
WEAK = (
    "Speaks around the topic; {point} comes up only after a hint.",
    "No example of their own. What was said about {point} is partly mistaken.",
    "Too little was said here to judge more than a first impression.",
)
VERDICTS = (
    (4.0, "A convincing answer with examples that hold together."),
    (3.0, "A solid answer with some gaps in the detail."),
    (2.0, "A partial answer; important steps are missing."),
    (0.0, "Little evidence in this answer."),
)
LANGUAGE_SUMMARIES = (
    (80, "Speaks in long, well linked sentences and rarely looks for a word."),
    (65, "Easy to follow; hesitates now and then when a topic is new."),
    (0, "Short sentences, some of them broken off; the meaning stays clear."),
)
SENTENCE_NO_VERDICT = (
    "Not enough interviews (minimum 10 required) for this role to evaluate Pass/Fail."
)


def graded(score: float) -> tuple[str, ...]:
    """Return the sentences that fit a criterion's score of 0 to 5."""
    if score >= 4:
        return STRONG
    return FAIR if score >= 3 else WEAK


def verdict(score: float) -> str:
    """Return the sentence on an answer whose mean score is this, 0 to 5."""
    return next(text for least, text in VERDICTS if score >= least)
