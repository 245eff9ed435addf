"""The funnel's statistics against other people's: lifelines, and exact fractions where it jitters.

Opportunities are made up event by event, with revisits, skips, rests, losses taken back and several
events a day. What is to be observed of each is noted while it is made up, apart from the library's
replay, so that replay, counting and estimating are all checked.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import keyaccount
import pytest
from lifelines import AalenJohansenFitter, KaplanMeierFitter  # type: ignore[import-untyped]

FIRST_DAY = datetime.date(2024, 1, 1)
AS_OF = 500
OPEN_STAGES = ("interest", "incubation", "design", "comparison", "commitment")
STAGES = (*OPEN_STAGES, "use")
SIGNED = len(OPEN_STAGES)
NEAR = 1e-9

OPEN, REACHED, LOST = 0, 1, 2
Observation = tuple[int, int]
"""Days, and what ended them."""


@dataclass
class Visit:
    """One stay in a stage; `until` is None while it goes on."""

    stage: int
    since: int
    until: int | None = None
    rested: int = 0


@dataclass
class Opportunity:
    """A made-up opportunity: its events for the library, and what we know of it ourselves."""

    name: str
    events: list[dict[str, Any]] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    outcome: int = OPEN
    ended_on: int = AS_OF

    def tell(self, day: int, kind: str, **details: str) -> None:
        """Events of one day follow each other by the minute."""
        minutes = len(self.events)
        date = FIRST_DAY + datetime.timedelta(days=day)
        at = f"{date}T{8 + minutes // 60:02}:{minutes % 60:02}:00"
        change = {"type": kind} | details
        self.events.append({"opportunity": self.name, "at": at, "change": change})

    def enter(self, day: int, stage: int) -> None:
        self.leave(day)
        self.visits.append(Visit(stage, day))

    def leave(self, day: int) -> None:
        if self.visits and self.visits[-1].until is None:
            self.visits[-1].until = day

    def time_in(self, stage: int) -> Observation | None:
        """Days in a stage over all visits, and whether they are over."""
        visits = [visit for visit in self.visits if visit.stage == stage]
        if not visits:
            return None
        ends = [AS_OF if visit.until is None else visit.until for visit in visits]
        days = sum(
            end - visit.since - visit.rested for visit, end in zip(visits, ends, strict=True)
        )
        return days, OPEN if visits[-1].until is None else REACHED

    def ways(self) -> list[tuple[int, int]]:
        """The open stages it entered, and the signature that stands."""
        ways = [(visit.stage, visit.since) for visit in self.visits if visit.stage < SIGNED]
        return [*ways, (SIGNED, self.ended_on)] if self.outcome == REACHED else ways

    def win(self, stage: int) -> Observation | None:
        since = next((day for place, day in self.ways() if place == stage), None)
        return None if since is None else (self.ended_on - since, self.outcome)

    def advance(self, stage: int) -> Observation | None:
        ways = self.ways()
        at = next((at for at, (place, _) in enumerate(ways) if place == stage), None)
        if at is None:
            return None
        since = ways[at][1]
        later = next((day for place, day in ways[at:] if place > stage), None)
        return self.win(stage) if later is None else (later - since, REACHED)

    def passes_over(self, stage: int) -> str | None:
        """Whether it is beyond a stage that it never was in, and how it got there."""
        places = [place for place, _ in self.ways()]
        if stage in places or all(place < stage for place in places):
            return None
        return "started_later" if places[0] > stage else "skipped"


def make_up(name: str, chance: random.Random) -> Opportunity:
    deal = Opportunity(name)
    day = chance.randrange(AS_OF)
    stage = 0 if chance.random() < 0.8 else chance.randrange(SIGNED)
    deal.tell(day, "created", stage=STAGES[stage])
    deal.enter(day, stage)
    for _ in range(12):
        day += chance.randrange(40)
        if day > AS_OF:
            break
        if chance.random() < 0.2:
            deal.tell(day, "parked", reason="a made-up rest", resume_on="2027-01-01")
            rest = chance.randrange(60)
            deal.visits[-1].rested += min(rest, AS_OF - day)
            day += rest
            if day > AS_OF:
                break
            deal.tell(day, "resumed")
        what = chance.random()
        if what < 0.5 and stage + 1 < SIGNED:
            stage += 1 if what < 0.4 or stage + 2 >= SIGNED else 2
            deal.tell(day, "stage_changed", to=STAGES[stage])
            deal.enter(day, stage)
        elif what < 0.6 and stage > 0:
            stage = chance.randrange(stage)
            deal.tell(day, "stage_changed", to=STAGES[stage])
            deal.enter(day, stage)
        elif what < 0.75:
            deal.tell(day, "won")
            deal.enter(day, SIGNED)
            deal.outcome, deal.ended_on = REACHED, day
        else:
            deal.tell(day, "lost", reason="price")
            deal.leave(day)
            deal.outcome, deal.ended_on = LOST, day
        if deal.outcome != OPEN:
            if chance.random() < 0.7 or day + 9 > AS_OF:
                break
            # The closing is taken back: it did not decide anything.
            day += 9
            deal.tell(day, "reopened")
            deal.enter(day, stage)
            deal.outcome, deal.ended_on = OPEN, AS_OF
    return deal


def keep_known(deal: Opportunity) -> Opportunity:
    """An opportunity of which nothing is dated after the day of the verdict."""
    last = str(FIRST_DAY + datetime.timedelta(days=AS_OF + 1))
    assert all(event["at"] < last for event in deal.events)
    return deal


def analyse(deals: Sequence[Opportunity]) -> list[dict[str, Any]]:
    """The statistics of the only pipeline's stages, as plain data."""
    book = {
        "accounts": [{"id": "made-up", "name": "Made-up Ltd"}],
        "opportunities": [{"id": deal.name, "account": "made-up"} for deal in deals],
        "opportunity_events": [event for deal in deals for event in deal.events],
    }
    as_of = FIRST_DAY + datetime.timedelta(days=AS_OF)
    verdict = keyaccount.analyse_funnel(book, as_of=as_of).verdict
    (pipeline,) = keyaccount.to_dict(verdict)["pipelines"]
    stages: list[dict[str, Any]] = pipeline["stages"]
    assert [stage["stage"] for stage in stages] == list(STAGES)
    return stages


def observed(found: Iterable[Observation | None]) -> list[Observation]:
    return [observation for observation in found if observation is not None]


def exact_incidence(observations: Sequence[Observation], cause: int) -> Fraction:
    """Cumulative incidence after the last day, in fractions and by another formula than the library's.

    An end on a day counts as one over the probability not to have been censored before that day,
    which is Kaplan-Meier with the roles of ends and censorings exchanged. (The two formulas are known
    to agree; what ends on a day ends before what is censored on it.)
    """
    at_risk, uncensored, incidence = len(observations), Fraction(1), Fraction(0)
    for day in sorted({day for day, _ in observations}):
        ends = [end for on, end in observations if on == day]
        incidence += ends.count(cause) / uncensored
        at_risk -= len(ends) - ends.count(OPEN)
        if ends.count(OPEN):
            uncensored *= 1 - Fraction(ends.count(OPEN), at_risk)
            at_risk -= ends.count(OPEN)
        if uncensored == 0:
            break
    return incidence / len(observations)


def kaplan_meier(observations: Sequence[Observation]) -> KaplanMeierFitter:
    days = [day for day, _ in observations]
    return KaplanMeierFitter().fit(days, [end != OPEN for _, end in observations])


def check_conversion(found: dict[str, Any], observations: Sequence[Observation]) -> None:
    ends = [end for _, end in observations]
    counts = (len(ends), ends.count(REACHED), ends.count(LOST), ends.count(OPEN))
    assert tuple(found[name] for name in ("entered", "reached", "lost", "open")) == counts
    entered, reached, lost, _ = counts
    assert float(found["cohort_rate"]) == pytest.approx(reached / entered, abs=NEAR)
    assert float(found["decided_rate"]) == pytest.approx(reached / (reached + lost), abs=NEAR)
    assert found["observed_days"] == max(day for day, _ in observations)
    shares = {REACHED: float(found["probability"]), LOST: float(found["lost_probability"])}
    for cause, share in shares.items():
        assert share == pytest.approx(float(exact_incidence(observations, cause)), abs=NEAR)
    # What neither cause has ended lasts on: Kaplan-Meier with both causes as one.
    lasting = kaplan_meier(observations).survival_function_.iloc[-1, 0]
    assert 1 - sum(shares.values()) == pytest.approx(lasting, abs=NEAR)


@pytest.mark.parametrize("seed", range(5))
def test_made_up_histories(seed: int) -> None:
    chance = random.Random(seed)
    deals = [keep_known(make_up(f"deal-{at}", chance)) for at in range(300)]
    for at, stage in enumerate(analyse(deals)):
        found = stage["time"]
        times = observed(deal.time_in(at) for deal in deals)
        visits = [visit for deal in deals for visit in deal.visits if visit.stage == at]
        finished = [day for day, end in times if end != OPEN]
        assert found["opportunities"] == len(times)
        assert found["visits"] == len(visits)
        assert found["still_in_it"] == len(times) - len(finished)
        assert found["days"] == sum(day for day, _ in times)
        assert found["parked_days"] == sum(visit.rested for visit in visits)
        mean = found["mean_days_of_finished"]
        if finished:
            assert float(mean) == pytest.approx(sum(finished) / len(finished), abs=1e-6)
        else:
            assert mean is None
        curve = kaplan_meier(times).survival_function_.iloc[:, 0]
        for name, level in (("lower_quartile", 0.75), ("median", 0.5), ("upper_quartile", 0.25)):
            reached = curve[curve <= level + NEAR].index
            assert found[f"{name}_days"] == (int(reached[0]) if len(reached) else None)

        found = stage["conversion"]
        assert (found is None) == (at == SIGNED)
        if found is None:
            continue
        check_conversion(found["advance"], observed(deal.advance(at) for deal in deals))
        check_conversion(found["win"], observed(deal.win(at) for deal in deals))
        for word in ("skipped", "started_later"):
            assert found[word] == sum(deal.passes_over(at) == word for deal in deals)


@pytest.mark.parametrize("seed", range(5))
def test_competing_risks_without_ties(seed: int) -> None:
    """No two ends on one day, because lifelines would move them apart by chance."""
    chance = random.Random(1000 + seed)
    lengths = chance.sample(range(1, AS_OF), 300)
    deals = []
    for at, length in enumerate(lengths):
        deal = Opportunity(f"deal-{at}", outcome=chance.choice((OPEN, OPEN, REACHED, LOST, LOST)))
        created = AS_OF - length if deal.outcome == OPEN else chance.randrange(AS_OF - length)
        deal.ended_on = created + length
        deal.tell(created, "created")
        deal.enter(created, 0)
        if deal.outcome != OPEN:
            deal.tell(deal.ended_on, "won" if deal.outcome == REACHED else "lost")
        deals.append(deal)

    observations = observed(deal.win(0) for deal in deals)
    found = analyse(deals)[0]["conversion"]["win"]
    check_conversion(found, observations)
    days, ends = zip(*observations, strict=True)
    for cause, name in ((REACHED, "probability"), (LOST, "lost_probability")):
        fitter = AalenJohansenFitter(calculate_variance=False).fit(days, ends, cause)
        want = fitter.cumulative_density_.iloc[-1, 0]
        assert float(found[name]) == pytest.approx(want, abs=NEAR)


def test_the_fractions_themselves() -> None:
    """Worked by hand: at risk are 6, 5, 2 and 1; the last one lasts on."""
    observations = [(2, REACHED), (3, LOST), (3, LOST), (3, OPEN), (5, REACHED), (7, OPEN)]
    assert exact_incidence(observations, REACHED) == Fraction(5, 12)
    assert exact_incidence(observations, LOST) == Fraction(1, 3)
