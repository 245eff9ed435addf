"""How a story is told: accounts, people, deals and talks become rows of flat tables.

Nothing here is random. Where rows have to vary, they vary by counting.
"""

from __future__ import annotations

from datetime import date, timedelta

AS_OF = date(2026, 6, 30)

TABLES = (
    "accounts",
    "opportunities",
    "opportunity_events",
    "stakeholders",
    "committee_seats",
    "stakeholder_changes",
    "contributions",
    "relationships",
    "interactions",
    "proposals",
    "purchases",
    "surveys",
    "complaints",
    "team_changes",
    "signal_mutes",
    "information_records",
    "opportunity_competitors",
    "tasks",
    "breakthrough_plans",
    "expenses",
    "wallet_estimates",
    "switching_costs",
    "key_account_judgements",
)

STAGES = ("interest", "incubation", "design", "comparison", "commitment", "use")

ROLES = {
    "C": "coach",
    "U": "user",
    "T": "technical_gatekeeper",
    "E": "economic_decision_maker",
}

# What is talked about in each stage, in turn.
TOPICS = {
    "interest": (["need"], ["need", "relationship"], ["need", "demonstration"]),
    "incubation": (["need", "solution"], ["need"], ["solution", "relationship"]),
    "design": (["need", "solution"], ["solution", "demonstration"], ["solution"]),
    "comparison": (["solution", "price"], ["demonstration"], ["price"], ["need", "solution"]),
    "commitment": (["price", "contract"], ["contract"], ["solution", "price"]),
    "use": (["delivery"], ["delivery", "training"], ["support"], ["payment"]),
}
PRE_SALES = {"need", "solution", "demonstration"}
SELLING = PRE_SALES | {"price", "contract"}
MEETINGS = {"visit", "event", "video_call"}

# How each region keeps in touch, in turn, and the UTC offset of its time stamps.
CHANNELS = {
    "europe": ("visit", "phone", "mail", "video_call", "phone", "visit", "mail"),
    "china": ("visit", "instant_message", "phone", "visit", "instant_message", "video_call"),
    "america": ("video_call", "phone", "visit", "mail", "phone", "visit", "mail"),
}
CLOCKS = {"europe": "", "china": "T10:00:00+08:00", "america": "T10:00:00-05:00"}

YEAR_END = ((date(2025, 12, 24), date(2026, 1, 2)),)
HOLIDAYS = {
    "europe": YEAR_END,
    "america": YEAR_END,
    "china": (
        (date(2025, 1, 28), date(2025, 2, 4)),
        (date(2025, 10, 1), date(2025, 10, 8)),
        (date(2026, 2, 16), date(2026, 2, 23)),
    ),
}


def day(text: str) -> date:
    return date.fromisoformat(text)


def workday(when: date, region: str) -> date:
    """The last working day up to `when`."""
    for first, last in HOLIDAYS[region]:
        if first <= when <= last:
            when = first - timedelta(days=1)
    return when - timedelta(days=max(0, when.weekday() - 4))


def money(amount: int | str, currency: str) -> dict:
    return {"amount": f"{amount}.00" if isinstance(amount, int) else amount, "currency": currency}


def row(**fields) -> dict:
    """A row without the fields that are unknown."""
    return {key: value for key, value in fields.items() if value is not None}


class Ledger:
    """All rows told so far."""

    def __init__(self) -> None:
        self.tables: dict[str, list[dict]] = {table: [] for table in TABLES}
        self.departed: dict[str, date] = {}
        self.accounts: dict[str, Account] = {}
        self.counts: dict[tuple[str, str], int] = {}

    def account(self, key: str) -> Account:
        return self.accounts[key]

    def number(self, kind: str, account: str) -> str:
        """The next identifier of a kind, such as `task-harbour-02`."""
        self.counts[kind, account] = self.counts.get((kind, account), 0) + 1
        return f"{kind}-{account}-{self.counts[kind, account]:02}"

    def add(self, table: str, **fields) -> None:
        self.tables[table].append(row(**fields))

    def team_change(
        self,
        id: str,
        on: str,
        member: str,
        function: str,
        change: str,
        territory: str | None = None,
        accounts: list[str] | None = None,
    ) -> None:
        self.add(
            "team_changes",
            id=id,
            on=on,
            member=member,
            function=function,
            change=change,
            territory=territory,
            accounts=accounts,
        )
        if change in ("left", "changed_job"):
            self.departed[member] = day(on)

    def book(self) -> dict[str, list[dict]]:
        """The tables, with talks in the order of their days and numbered in it."""
        talks = sorted(self.tables["interactions"], key=lambda talk: (talk["account"], talk["on"]))
        numbers: dict[str, int] = {}
        for talk in talks:
            account = talk["account"]
            numbers[account] = numbers.get(account, 0) + 1
            talk["id"] = f"talk-{account.removeprefix('acc-')}-{numbers[account]:03}"
        return {**self.tables, "interactions": talks}


class Account:
    """A customer, and what is said and done there."""

    def __init__(
        self,
        ledger: Ledger,
        key: str,
        name: str,
        *,
        region: str,
        territory: str,
        industry: str,
        currency: str,
        owner: str,
        engineers: list[tuple[str, str]],
        parent: str | None = None,
        no_selling_from: str = "2999-12-31",
        no_pre_sales_from: str = "2999-12-31",
    ) -> None:
        self.ledger = ledger
        self.key = key
        self.id = f"acc-{key}"
        self.region = region
        self.currency = currency
        self.owner = owner
        self.engineers = [(day(since), who) for since, who in engineers]
        self.no_selling_from = day(no_selling_from)
        self.no_pre_sales_from = day(no_pre_sales_from)
        self.quiet_after: dict[str, date] = {}
        self.never_met: set[str] = set()
        self.counts: dict[str, int] = {}
        self.deals: dict[str, Deal] = {}
        ledger.accounts[key] = self
        ledger.add(
            "accounts",
            id=self.id,
            name=name,
            parent=parent,
            owner=owner,
            territory=territory,
            industry=industry,
        )

    def engineer_on(self, when: date) -> list[str]:
        """The pre-sales engineer who comes along; nobody once the last one has gone."""
        here = [who for since, who in self.engineers if since <= when][-1:]
        return [who for who in here if when < self.ledger.departed.get(who, date.max)]

    def number(self, kind: str) -> str:
        """The next identifier of a kind, such as `order-harbour-07`."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return f"{kind}-{self.key}-{self.counts[kind]:02}"

    def person(
        self,
        id: str,
        name: str,
        title: str,
        department: str,
        reports_to: str | None = None,
        quiet_after: str | None = None,
        never_met: bool = False,
    ) -> str:
        """Somebody who counts; `quiet_after` and `never_met` bound every later talk."""
        self.ledger.add(
            "stakeholders",
            id=id,
            account=self.id,
            name=name,
            title=title,
            department=department,
            reports_to=reports_to,
        )
        if quiet_after:
            self.quiet_after[id] = day(quiet_after)
        if never_met:
            self.never_met.add(id)
        return id

    def changed(self, person: str, on: str, deal: Deal | None = None, **change) -> None:
        self.ledger.add(
            "stakeholder_changes",
            stakeholder=person,
            opportunity=deal.id if deal else None,
            on=on,
            change=change,
        )

    def deal(self, name: str, product_line: str, created: str, amount: int | None, **options) -> Deal:
        return Deal(self, name, product_line, created, amount, **options)

    def talk(
        self,
        on: str | date,
        channel: str,
        people: list[str],
        topics: list[str],
        deal: Deal | None = None,
        direction: str = "two_way",
        members: list[str] | None = None,
    ) -> None:
        """One contact, as far as the people's silence and the account's story allow it."""
        when = workday(day(on) if isinstance(on, str) else on, self.region)
        people = [who for who in people if when <= self.quiet_after.get(who, AS_OF)]
        if not people or when > AS_OF:
            return
        if channel in MEETINGS and self.never_met.intersection(people):
            channel = "phone"
        if when >= self.no_selling_from and SELLING.intersection(topics):
            raise ValueError(f"{self.id}: nobody sells here on {when}")
        if when >= self.no_pre_sales_from and PRE_SALES.intersection(topics):
            topics = ["price"]
        if members is None:
            members = [deal.owner_on(when) if deal else self.owner]
            if PRE_SALES.intersection(topics):
                members += self.engineer_on(when)
        self.ledger.add(
            "interactions",
            id="",
            account=self.id,
            on=when.isoformat(),
            channel=channel,
            direction=direction,
            stakeholders=people,
            members=members,
            opportunity=deal.id if deal else None,
            topics=topics,
        )

    def talks(
        self,
        start: str,
        end: str,
        every: int,
        people: list[str],
        topics: list[list[str]],
        members: list[str] | None = None,
        channels: tuple[str, ...] | None = None,
    ) -> None:
        """Contacts that belong to no deal, at a steady pace."""
        channels = channels or CHANNELS[self.region][1:]
        when, turn = day(start), 0
        while when <= day(end):
            self.talk(
                when,
                channels[turn % len(channels)],
                [people[turn % len(people)]],
                topics[turn % len(topics)],
                members=members,
            )
            turn += 1
            when += timedelta(days=every + (turn * 5) % 7 - 3)

    def orders(
        self,
        dates: list[date],
        amounts: list[int],
        category: str,
        products: list[str],
        rival: str | None = None,
        quantities: list[int] | None = None,
    ) -> None:
        """Orders placed with us, or with a rival."""
        supplier = {"type": "competitor", "name": rival} if rival else {"type": "us"}
        for turn, when in enumerate(dates):
            self.ledger.add(
                "purchases",
                id=self.number("rival-order" if rival else "order"),
                account=self.id,
                on=when.isoformat(),
                supplier=supplier,
                category=category,
                product=products[turn % len(products)],
                amount=money(amounts[turn % len(amounts)], self.currency) if amounts else None,
                quantity=str(quantities[turn % len(quantities)]) if quantities else None,
            )

    def proposal(self, on: str, deal: Deal | None = None, template: str | None = None) -> None:
        self.ledger.add(
            "proposals",
            id=self.number("proposal"),
            account=self.id,
            on=on,
            opportunity=deal.id if deal else None,
            template=template,
        )

    def survey(self, on: str, score: int, person: str | None = None, remark: str | None = None) -> None:
        self.ledger.add(
            "surveys",
            id=self.number("survey"),
            account=self.id,
            on=on,
            stakeholder=person,
            score=str(score),
            remark=remark,
        )

    def complaint(
        self, on: str, person: str | None, kind: str | None, resolved_on: str | None = None
    ) -> None:
        self.ledger.add(
            "complaints",
            id=self.number("complaint"),
            account=self.id,
            on=on,
            stakeholder=person,
            kind=kind,
            resolved_on=resolved_on,
        )

    def mute(self, signal: str, reason: str, until: str, by: str) -> None:
        self.ledger.add(
            "signal_mutes", account=self.id, signal=signal, reason=reason, until=until, by=by
        )


class Deal:
    """One opportunity: its committee and its history, told forwards."""

    def __init__(
        self,
        account: Account,
        name: str,
        product_line: str,
        created: str,
        amount: int | None,
        *,
        close: str | None = None,
        currency: str | None = None,
        owner: str | None = None,
        committee: list[tuple] | None = None,
    ) -> None:
        self.account = account
        self.currency = currency or account.currency
        account.counts["deal"] = account.counts.get("deal", 0) + 1
        self.id = f"opp-{account.key}-{account.counts['deal']}"
        self.events = 0
        self.stage = STAGES[0]
        self.stays: list[tuple[date, str]] = [(day(created), self.stage)]
        self.owners: list[tuple[date, str]] = [(day(created), owner or account.owner)]
        self.ends: date | None = None
        self.people: list[str] = []
        account.deals[self.id] = self
        account.ledger.add(
            "opportunities", id=self.id, account=account.id, name=name, product_line=product_line
        )
        self.event(
            created,
            type="created",
            amount=money(amount, self.currency) if amount is not None else None,
            close_date=close,
            owner=owner or account.owner,
        )
        for seat in committee or []:
            self.seat(*seat)

    def event(self, on: str, **change) -> Deal:
        when = workday(day(on), self.account.region)
        self.events += 1
        self.account.ledger.add(
            "opportunity_events",
            id=f"{self.id}-event-{self.events:02}",
            opportunity=self.id,
            at=when.isoformat() + CLOCKS[self.account.region],
            by=self.owner_on(when),
            change=row(**change),
        )
        return self

    def owner_on(self, when: date) -> str:
        return [owner for since, owner in self.owners if since <= when or since == self.owners[0][0]][-1]

    def stage_on(self, when: date) -> str:
        return [stage for since, stage in self.stays if since <= when or since == self.stays[0][0]][-1]

    def seat(
        self,
        person: str,
        roles: str,
        stance: str | None,
        influence: int | None,
        coach: str | None = None,
        since: str | None = None,
    ) -> Deal:
        """A place in the buying committee; roles by their letters in CUTE."""
        self.people.append(person)
        self.account.ledger.add(
            "committee_seats",
            opportunity=self.id,
            stakeholder=person,
            since=since,
            roles=[ROLES[letter] for letter in roles],
            stance=stance,
            influence=str(influence) if influence is not None else None,
            coach_position=coach,
        )
        return self

    def to(self, on: str, stage: str, override: tuple[str, str] | None = None) -> Deal:
        """Forwards, with every end mark on the way, or over them by a named person's decision."""
        first, last = STAGES.index(self.stage), STAGES.index(stage)
        if override is None:
            for passed in STAGES[first:last]:
                self.event(on, type="end_mark_met", stage=passed)
        return self._enter(on, stage, override)

    def back(self, on: str, stage: str) -> Deal:
        return self._enter(on, stage, None)

    def _enter(self, on: str, stage: str, override: tuple[str, str] | None) -> Deal:
        self.stage = stage
        self.stays.append((day(on), stage))
        authorisation = {"by": override[0], "reason": override[1]} if override else None
        return self.event(on, type="stage_changed", to=stage, authorisation=authorisation)

    def through(self, *days: str) -> Deal:
        """Forwards stage by stage, one on each day."""
        for on in days:
            self.to(on, STAGES[STAGES.index(self.stage) + 1])
        return self

    def worth(self, on: str, amount: int) -> Deal:
        return self.event(on, type="amount_changed", amount=money(amount, self.currency))

    def expected(self, on: str, close: str) -> Deal:
        return self.event(on, type="close_date_changed", close_date=close)

    def chance(self, on: str, probability: str) -> Deal:
        return self.event(on, type="probability_changed", probability=probability)

    def handed_to(self, on: str, owner: str) -> Deal:
        self.event(on, type="owner_changed", owner=owner)
        self.owners.append((day(on), owner))
        return self

    def won(self, on: str) -> Deal:
        self.stage = "use"
        self.stays.append((day(on), "use"))
        return self.event(on, type="won")

    def paid(self, on: str) -> Deal:
        self.ends = day(on)
        return self.event(on, type="realised")

    def lost(
        self, on: str, reason: str, competitor: str | None = None, note: str | None = None
    ) -> Deal:
        self.ends = day(on)
        return self.event(on, type="lost", reason=reason, competitor=competitor, note=note)

    def reopened(self, on: str, stage: str) -> Deal:
        self.ends = None
        self.stage = stage
        self.stays.append((day(on), stage))
        return self.event(on, type="reopened", stage=stage)

    def parked(self, on: str, reason: str, resume_on: str) -> Deal:
        self.ends = day(on)
        return self.event(on, type="parked", reason=reason, resume_on=resume_on)

    def resumed(self, on: str) -> Deal:
        self.ends = None
        return self.event(on, type="resumed")

    def talks(
        self,
        every: int,
        people: list[str] | None = None,
        start: str | None = None,
        end: str | None = None,
    ) -> Deal:
        """Contacts over this deal at a steady pace, on what its stage is about."""
        people = people or self.people
        channels = CHANNELS[self.account.region]
        last = day(end) if end else self.ends or AS_OF
        when = (day(start) if start else self.stays[0][0]) + timedelta(days=2)
        turn = int(self.id.rsplit("-", 1)[1])
        while when <= last:
            channel = channels[turn % len(channels)]
            topics = TOPICS[self.stage_on(when)]
            together = 2 if channel == "visit" and len(people) > 2 else 1
            who = [people[(turn + extra) % len(people)] for extra in range(together)]
            written = channel in ("mail", "instant_message")
            direction = ("inbound", "outbound", "two_way")[turn % 3] if written else "two_way"
            self.account.talk(
                when, channel, who, list(topics[turn % len(topics)]), self, direction
            )
            turn += 1
            when += timedelta(days=every + (turn * 3) % 5 - 2)
        return self


def rhythm(start: str, days: int, last: str) -> list[date]:
    """Every so many days from a first day to a last one at most."""
    dates, when = [], day(start)
    while when <= day(last):
        dates.append(when)
        when += timedelta(days=days)
    return dates


def steps(start: str, weeks: list[int]) -> list[date]:
    """A first day, and the days after each number of weeks in turn."""
    dates = [day(start)]
    for number in weeks:
        dates.append(dates[-1] + timedelta(weeks=number))
    return dates
