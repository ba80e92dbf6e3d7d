"""One interview in a browser: its four figures, and how they move recording and transcript."""

import re

from playwright.sync_api import expect

from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.score import ScoreState
from tests.browser import screen


def _address(demo, interview_id: str, **more: object) -> str:
    query = "&".join(f"{name}={value}" for name, value in more.items())
    return f"{demo.url}/interview?interview={interview_id}{'&' if query else ''}{query}"


def test_the_four_figures_have_a_mark_for_each_number(open_page, demo, complete):
    """Scores, criteria, signals and language: as many marks as the interview has values."""
    interview = complete.interview
    first = interview.questions[0]
    panel = next(one for one in interview.panels if one.question_index == first.index)
    dimensions = interview.language.dimensions

    page = open_page(_address(demo, complete.id))
    forest, criteria = screen.marks(page, "score-forest"), screen.marks(page, "agent-criteria")
    timeline, language = screen.marks(page, "timeline"), screen.marks(page, "language-profile")

    assert forest["scores"] == sum(score.state is ScoreState.SCORED for score in interview.scores)
    assert forest["bands"] == sum(score.has_band for score in interview.scores)
    cells = sum(len(agent.criteria) + 1 for agent in panel.agents)
    assert criteria["low"] + criteria["high"] + criteria["not scored"] == cells
    assert timeline["events"] == len(interview.signals)
    assert timeline["chapters"] == len(interview.chapters)
    assert timeline["questions"] == sum(one.start_s is not None for one in interview.questions)
    assert language["scores"] == sum(one.state is ScoreState.SCORED for one in dimensions)


def test_a_click_on_the_timeline_moves_recording_and_transcript(open_page, demo, complete):
    """The event's second: in the recording, in the URL, and the line that was said then."""
    page = open_page(_address(demo, complete.id))
    place = screen.area(page, "timeline", trace="events", number=1)

    page.mouse.click(*place)

    expect(page).to_have_url(re.compile(r"[?&]at=\d"))
    second = float(re.search(r"at=([\d.]+)", page.url)[1])
    assert second in {signal.start_s for signal in complete.interview.signals}
    screen.expect_second(page, second)
    marked = [
        line for line in complete.interview.transcript if (line.start_s or 0) <= second + 0.05
    ]
    spoken = max(marked, key=lambda line: line.start_s or 0)
    expect(screen.spoken_now(page)).to_have_text(spoken.text)


def test_a_link_shows_the_same_second_in_a_fresh_browser(open_page, demo, complete):
    """The second is part of the link, and so is the question."""
    line = complete.interview.transcript[-1]
    page = open_page(_address(demo, complete.id, at=line.start_s, question=2))

    name = complete.interview.candidate.name
    in_order = complete.interview.questions

    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(screen.spoken_now(page)).to_have_text(line.text)
    screen.expect_second(page, line.start_s)
    main = page.get_by_test_id("stMain")
    expect(main.get_by_text(in_order[1].text, exact=True).first).to_be_visible()


def test_a_line_of_the_transcript_moves_the_recording(open_page, demo, complete):
    """At once, and the second lands in the URL."""
    line = complete.interview.transcript[4]
    page = open_page(_address(demo, complete.id))

    screen.lines(page).nth(4).get_by_role("button").click()

    expect(page).to_have_url(re.compile(rf"[?&]at={line.start_s:g}"))
    screen.expect_second(page, line.start_s)


def test_a_cell_of_the_agents_tells_its_reason(open_page, demo, complete):
    """A click on a criterion shows what that agent wrote about it."""
    first = complete.interview.questions[0]
    panels = complete.interview.panels
    panel = next(one for one in panels if one.question_index == first.index)
    reasons = {one.rationale for agent in panel.agents for one in agent.criteria}
    page = open_page(_address(demo, complete.id))

    page.mouse.click(*screen.area(page, "agent-criteria", trace="high", number=0))

    told = page.locator(".st-key-criterion-reason dd")
    expect(told).to_be_visible()
    assert told.inner_text() in reasons


def test_coding_tasks_are_a_table(open_page, demo, stored):
    """A row for each task, with the tests beside the vendor's verdict."""
    rows = stored.browse.page(InterviewFilter(), sort=Sort(), request=PageRequest(limit=100)).rows
    found = [stored.interviews.read(row.id) for row in rows]
    coder = next(one for one in found if one.interview.code_tasks)
    page = open_page(_address(demo, coder.id))

    lines = page.locator(".st-key-code-tasks tbody tr")

    expect(lines).to_have_count(len(coder.interview.code_tasks))
    expect(lines.first).to_contain_text(coder.interview.code_tasks[0].vendor_status)


def test_previous_and_next_stay_within_the_readers_filter(open_page, demo, stored):
    """From the second row of a filtered list, both neighbours are the list's own."""
    chosen = InterviewFilter(text="Analyst")
    rows = stored.browse.page(chosen, sort=Sort(), request=PageRequest(limit=25)).rows
    page = open_page(f"{demo.url}/?q=Analyst")
    screen.table_rows(page).nth(1).locator("td.date").click()
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text(rows[1].candidate_name)

    page.get_by_role("button", name="Next").click()
    expect(title).to_have_text(rows[2].candidate_name)
    page.get_by_role("button", name="Previous").click()
    expect(title).to_have_text(rows[1].candidate_name)
    page.get_by_role("button", name="All candidates").click()

    screen.expect_rows(page, [row.id for row in rows])


def test_a_passage_of_the_search_opens_at_its_second(open_page, demo, complete):
    """From a word to the moment when it was said, in one click."""
    line = complete.interview.transcript[4]
    words = " ".join(line.text.split()[:6])
    page = open_page(f"{demo.url}/search?words=%22{words}%22")

    page.locator("article", has=page.locator(f"a[href*='{complete.id}']")).get_by_role(
        "button", name=re.compile(re.escape(words.split()[0]))
    ).first.click()

    expect(page).to_have_url(re.compile(rf"interview={complete.id}.*at="))
    expect(screen.spoken_now(page)).to_be_visible()


def test_another_theme_recolours_the_figures(open_page, demo, complete):
    """A reader who switches to the light theme is not left with white words on white."""
    page = open_page(_address(demo, complete.id), color_scheme="dark")
    word = screen.figure(page, "score-forest").locator(".annotation-text").first
    expect(word).to_have_css("fill", "rgb(250, 250, 250)")

    page.emulate_media(color_scheme="light")

    expect(word).to_have_css("fill", "rgb(38, 39, 48)")
