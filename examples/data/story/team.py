"""Corvenna's own people: who came, who left, who changed jobs."""

from __future__ import annotations

from .ledger import Ledger


def tell(ledger: Ledger) -> None:
    change = ledger.team_change
    change("team-01", "2025-02-10", "sun-lei", "pre_sales", "joined", "East China")
    change("team-02", "2025-03-31", "birgit-lang", "pre_sales", "left", "Central Europe")
    change("team-03", "2025-04-01", "jonas-reuter", "pre_sales", "joined", "Central Europe")
    change("team-04", "2025-08-01", "gao-min", "pre_sales", "joined", "South China")
    change("team-05", "2025-09-15", "anders-moe", "service", "left", "Northern Europe")
    change("team-06", "2026-01-12", "carla-dominguez", "pre_sales", "joined", "US Midwest")
    # Austria gets a key-account manager of its own.
    change("team-07", "2026-03-02", "lukas-hofer", "sales", "joined", accounts=["acc-bergwald"])
    # Shanghai loses two of its three pre-sales engineers within eight weeks.
    change("team-08", "2026-03-13", "chen-yutong", "pre_sales", "left", "East China")
    change("team-09", "2026-05-06", "wu-hao", "pre_sales", "changed_job", "East China")
    # One departure is no wave.
    change("team-10", "2026-04-30", "sofia-marchetti", "pre_sales", "changed_job", "Southern Europe")
    change("team-11", "2026-05-04", "elena-conti", "pre_sales", "joined", "Southern Europe")
