"""What accounts are thought to spend with everybody, what keeps them from leaving us, and what people say they are."""

from __future__ import annotations

from .ledger import Ledger, money, rhythm

# account | day | category, or all that we could sell | a year | where it comes from
WALLETS = (
    ("harbour", "2026-03-16", "spare parts and seals", 190000, "their maintenance budget, shown by operations"),
    ("alder", "2025-06-16", None, 140000, "count of the pumps and valves in three dairies"),
    ("alder", "2026-06-11", None, 210000, "the same count, with the whey plant"),
    ("bergwald", "2025-03-24", None, 165000, "their buyer's annual plan"),
    ("bergwald", "2026-03-23", None, 240000, "tender documents of the framework"),
    ("vallon", "2025-01-20", None, 110000, "count of the filling lines"),
    ("skarvik", "2026-02-24", None, 900000, "their plan of the first two stages"),
    # From before the framework, and never renewed: their planning software alone has ordered more since.
    ("nanwan", "2025-06-16", None, 900000, "told by purchasing, before the framework"),
    ("lanting", "2026-01-19", None, 2600000, "their budget for the year"),
    ("jiangwan", "2025-11-10", "spare parts and seals", 1100000, "their stock list"),
)

# Who buys condition monitoring as well, always with an order of spare parts: from when, how many days apart, until when, for
# how much.
MONITORING = (
    ("harbour", "2025-09-01", 84, "2026-06-29", (4800, 5200)),
    ("alder", "2025-12-17", 98, "2026-06-30", (6400,)),
    ("pennmoor", "2025-08-06", 126, "2026-06-30", (3900,)),
)

# account | day | kind | level | what it consists of
SWITCHING = (
    ("harbour", "2025-05-12", "conversion", "high", "every station is drawn around our pumps"),
    ("harbour", "2025-05-12", "sunk", "medium", "two years of planning together"),
    ("alder", "2026-03-12", "conversion", "high", "cleaning in place is validated with our pumps"),
    ("bergwald", "2025-03-24", "exit", "medium", "a stock of our spare parts"),
    ("bergwald", "2026-01-19", "exit", "low", "the stock is used up"),
    ("bergwald", "2026-01-19", "transaction", "low", "the electronic auction compares for them"),
    ("vallon", "2025-07-21", "psychological", "low", "nine days without a spare part"),
    ("pennmoor", "2025-09-16", "psychological", "medium", "the brewers know our pumps by their sound"),
    ("nanwan", "2025-07-14", "transaction", "high", "our order numbers are built into their planning software"),
    ("lanting", "2026-02-09", "conversion", "high", "another valve would have to be validated again"),
    ("lanting", "2026-02-09", "exit", "low", None),
    ("jiangwan", "2025-03-10", "conversion", "high", "all seals are made to our shafts"),
    ("jiangwan", "2026-03-26", "conversion", "low", "canned pumps need no seals"),
    ("lockridge", "2026-02-19", "psychological", "medium", "an outage in 2023 that was not ours is remembered well"),
    # Nobody of ours has asked.
    ("lockridge", "2026-04-21", "conversion", None, "they train their own people, and do not say on what"),
)

# account | from | until | tier | kind | why | who says so
JUDGEMENTS = (
    ("bergwald", "2025-04-01", "2026-03-31", "A", None, "the framework for all mills is ours to win", "henrik-aas"),
    ("alder", "2026-04-22", "2026-12-31", "A", None, "the whey plant is what every dairy will look at", "henrik-aas"),
    ("baihe", "2026-03-02", "2027-02-28", None, "group", "it buys what its sister in the group has tried", "mei-tan"),
)


def tell(ledger: Ledger) -> None:
    for key, first, days, last, amounts in MONITORING:
        account = ledger.account(key)
        own = [row["on"] for row in ledger.tables["purchases"] if row["account"] == account.id]
        dates = [when for when in rhythm(first, days, last) if when.isoformat() in own]
        account.orders(dates, list(amounts), "condition monitoring", ["sensor set"])
    for key, on, category, per_year, source in WALLETS:
        account = ledger.account(key)
        ledger.add(
            "wallet_estimates",
            account=account.id,
            on=on,
            category=category,
            per_year=money(per_year, account.currency),
            source=source,
        )
    for key, on, kind, level, note in SWITCHING:
        ledger.add("switching_costs", account=ledger.account(key).id, on=on, kind=kind, level=level, note=note)
    for key, on, until, tier, kind, reason, by in JUDGEMENTS:
        ledger.add(
            "key_account_judgements",
            account=ledger.account(key).id,
            on=on,
            until=until,
            tier=tier,
            kind=kind,
            reason=reason,
            by=by,
        )
