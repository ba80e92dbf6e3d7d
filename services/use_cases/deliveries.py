"""Everything that makes files, wired when first asked for: its libraries take half a second."""

from dataclasses import dataclass

from services.config import Settings
from services.reports.browser import WarmBrowser
from services.use_cases.answers import Answers
from services.use_cases.export_jobs import ExportJobs
from services.use_cases.exports import Exports
from services.use_cases.extracts import Extracts
from services.use_cases.report_plans import ReportPlans


@dataclass(frozen=True)
class Deliveries:
    """What leaves the dashboard: files, the exports under way, and saved reports."""

    exports: Exports
    jobs: ExportJobs
    plans: ReportPlans
    browser: WarmBrowser

    def close(self) -> None:
        """Call off what is under way and end the browser."""
        self.jobs.close()
        self.browser.close()


def deliveries(answers: Answers, settings: Settings) -> Deliveries:
    """Wire the exports to the cache and to the browser, which starts with the first PDF."""
    plans = ReportPlans(answers.store, answers.clock)
    titles = {each.name: each.title for each in answers.browse.vendors.values()}
    extracts = Extracts(answers.store, titles, answers.masks.candidates, answers.masks.words)
    browser = WarmBrowser(settings.chromium_path, timeout_s=settings.export_timeout_seconds)
    exports = Exports(answers, extracts, plans, browser)
    jobs = ExportJobs(exports, answers.clock)
    return Deliveries(exports=exports, jobs=jobs, plans=plans, browser=browser)
