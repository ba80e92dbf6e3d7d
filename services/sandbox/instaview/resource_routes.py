"""The routes of what interviews refer to: candidates, jobs and agents. They are read only."""

from collections.abc import Callable
from datetime import datetime

from fastapi import APIRouter, Request, Response
from starlette.responses import JSONResponse

from services.sandbox.instaview.admission import needs
from services.sandbox.instaview.agent import Agents
from services.sandbox.instaview.envelope import UnknownResourceError, success
from services.sandbox.instaview.job import Jobs
from services.sandbox.instaview.paging import Page, as_guide, as_reference
from services.sandbox.instaview.roster import Roster


def resource_router(
    roster: Roster, *, jobs: Jobs, agents: Agents, clock: Callable[[], datetime]
) -> APIRouter:
    """Return the routes; agents are listed as in the guide, the others as in the reference."""
    router = APIRouter(tags=["InstaView"])
    _add_candidates(router, roster, clock)
    _add_jobs(router, jobs, clock)
    _add_agents(router, agents, clock)
    return router


def _add_candidates(router: APIRouter, roster: Roster, clock: Callable[[], datetime]) -> None:
    @router.get("/candidates", dependencies=[needs("read:candidates")])
    async def list_candidates(request: Request) -> Response:
        page, ids = Page.read(request.query_params), roster.ids()
        return JSONResponse(as_reference(page.of(ids, roster.body), page, total=len(ids)))

    @router.get("/candidates/{candidate_id}", dependencies=[needs("read:candidates")])
    async def get_candidate(candidate_id: str) -> Response:
        found = roster.find(candidate_id)
        if found is None:
            raise UnknownResourceError(kind="Candidate", wanted=candidate_id)
        return success(found.body(), now=clock())


def _add_jobs(router: APIRouter, jobs: Jobs, clock: Callable[[], datetime]) -> None:
    @router.get("/jobs", dependencies=[needs("read:jobs")])
    async def list_jobs(request: Request) -> Response:
        page, found = Page.read(request.query_params), list(jobs.bodies())
        return JSONResponse(as_reference(page.of(found, dict), page, total=len(found)))

    @router.get("/jobs/{job_id}", dependencies=[needs("read:jobs")])
    async def get_job(job_id: str) -> Response:
        found = jobs.find(job_id)
        if found is None:
            raise UnknownResourceError(kind="Job", wanted=job_id)
        return success(found.body(), now=clock())


def _add_agents(router: APIRouter, agents: Agents, clock: Callable[[], datetime]) -> None:
    @router.get("/agents", dependencies=[needs("read:agents")])
    async def list_agents(request: Request) -> Response:
        page, ids = Page.read(request.query_params), agents.ids()
        return success(as_guide(page.of(ids, agents.body), page, total=len(ids)), now=clock())

    @router.get("/agents/{agent_id}", dependencies=[needs("read:agents")])
    async def get_agent(agent_id: str) -> Response:
        if agents.find(agent_id) is None:
            raise UnknownResourceError(kind="Agent", wanted=agent_id)
        return success(agents.body(agent_id), now=clock())
