"""Agents: who holds the interviews, in which language, and at which target level."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from services.sandbox.clock import iso
from services.sandbox.draw import identifier


class Focus(StrEnum):
    """What an agent is for."""

    SCREENING = "SCREENING"
    OUTREACH = "OUTREACH"
    GENERIC = "GENERIC"
    LANGUAGE_TEST = "LANGUAGE_TEST"


PHONE = "PHONE"
"""An assumption: the vendor has agents that call, but no page names their type."""
ONLINE = "ONLINE"


@dataclass(frozen=True)
class Agent:
    """One agent; `level` is the CEFR level that a language test aims at, never a result."""

    name: str
    type: str
    focus: Focus
    language: str
    minutes: int
    level: str | None = None

    def identifier(self, seed: int) -> str:
        """Return its id."""
        return identifier(seed, "instaview", "agent", self.name)

    def body(self, agent_id: str, *, made_at: datetime) -> dict[str, Any]:
        """Return what the vendor tells of it."""
        made = iso(made_at)
        return {
            "id": agent_id,
            "name": self.name,
            "type": self.type,
            "focus": self.focus.value,
            "language": self.language,
            "duration": self.minutes,
            "questions": list(_QUESTIONS[self.focus]),
            "instructions": "Synthetic agent. Speak slowly, ask one thing at a time.",
            "voiceId": "ALEX",
            "companyPhoneNumberId": None,
            "cefrLevel": self.level,
            "metadata": {"synthetic": True},
            "createdAt": made,
            "updatedAt": made,
        }


AGENTS = (
    Agent("Screening by phone, English", PHONE, Focus.SCREENING, "EN", 25),
    Agent("Language test, English B2", PHONE, Focus.LANGUAGE_TEST, "EN", 20, "B2"),
    Agent("Screening online, English", ONLINE, Focus.SCREENING, "EN", 30),
    Agent("Language test, German B1", ONLINE, Focus.LANGUAGE_TEST, "DE", 20, "B1"),
    Agent("Screening by phone, Slovak", PHONE, Focus.SCREENING, "SK", 25),
    Agent("Language test, English C1", PHONE, Focus.LANGUAGE_TEST, "EN", 25, "C1"),
    Agent("First contact", PHONE, Focus.OUTREACH, "EN", 8),
    Agent("Open conversation", PHONE, Focus.GENERIC, "EN", 15),
)
_QUESTIONS = {
    Focus.SCREENING: (
        "Which part of your last work would you like to keep, and which would you leave behind?",
        "Tell me about a week that did not go to plan. What did you change afterwards?",
        "What would a colleague come to you for?",
    ),
    Focus.OUTREACH: (
        "Are you open to a new role at the moment?",
        "What would have to be different from your present work?",
    ),
    Focus.GENERIC: ("What would you like to talk about?", "What should we have asked?"),
    Focus.LANGUAGE_TEST: (
        "Describe the way from your home to the nearest station.",
        "Read this paragraph aloud, please.",
        "Should towns be free of cars? Tell me what speaks for it and what against it.",
    ),
}


class Agents:
    """All agents, by their ids; new ones are added at the end."""

    def __init__(self, seed: int, *, today: datetime) -> None:
        made_at = today - timedelta(days=450)
        self._by_id = {agent.identifier(seed): (agent, made_at) for agent in AGENTS}

    def find(self, agent_id: str) -> Agent | None:
        """Return the agent of this id, if there is one."""
        found = self._by_id.get(agent_id)
        return found[0] if found else None

    def add(self, agent_id: str, agent: Agent, *, made_at: datetime) -> None:
        """Take in a new agent."""
        self._by_id[agent_id] = (agent, made_at)

    def body(self, agent_id: str) -> dict[str, Any]:
        """Return what the vendor tells of an agent that is known."""
        agent, made_at = self._by_id[agent_id]
        return agent.body(agent_id, made_at=made_at)

    def ids(self) -> Sequence[str]:
        """Return all ids."""
        return list(self._by_id)
