"""Customers in America: Alder Creek, Lockridge."""

from __future__ import annotations

from datetime import timedelta

from .ledger import Account, Ledger, rhythm, steps

DIRECTOR = "henrik-aas"


def tell(ledger: Ledger) -> None:
    alder(ledger)
    lockridge(ledger)


def alder(ledger: Ledger) -> None:
    """Healthy: a dairy that buys more often and more each time, and knows everybody here."""
    acc = Account(
        ledger,
        "alder",
        "Alder Creek Dairies Inc.",
        region="america",
        territory="US Midwest",
        industry="dairy",
        currency="USD",
        owner="dana-whitfield",
        engineers=[("2024-01-01", "tyler-brooks")],
    )
    hollis = acc.person("al-hollis", "Grant Hollis", "Vice President Operations", "Management")
    nguyen = acc.person("al-nguyen", "Mai Nguyen", "Plant Engineer", "Engineering", hollis)
    becker = acc.person("al-becker", "Tom Becker", "Production Supervisor", "Production", hollis)
    ortiz = acc.person("al-ortiz", "Renee Ortiz", "Continuous Improvement Lead", "Operations", hollis)
    committee = [
        (hollis, "E", "supporter", 90),
        (nguyen, "T", "ally", 70),
        (becker, "U", "ally", 55),
        (ortiz, "C", "insider", 60, "customer"),
    ]

    one = acc.deal(
        "Cleaning pumps, line 1", "process pumps", "2025-01-22", 88000, close="2025-06-27", committee=committee
    )
    one.through("2025-02-19", "2025-03-19", "2025-04-16", "2025-05-14")
    one.won("2025-06-04").paid("2025-08-20").talks(23)

    two = acc.deal(
        "Cleaning pumps, line 2", "process pumps", "2025-04-09", 121000, close="2025-09-30", committee=committee
    )
    two.through("2025-05-07", "2025-06-11", "2025-07-16", "2025-08-20")
    two.won("2025-09-17").paid("2025-12-10").talks(25)

    manifold = acc.deal(
        "Valve manifold retrofit", "control valves", "2025-07-16", 64500, close="2025-12-19", committee=committee
    )
    manifold.through("2025-08-13", "2025-09-24", "2025-10-29", "2025-11-19")
    manifold.won("2025-12-09").paid("2026-03-04").talks(28)

    whey = acc.deal(
        "Whey plant, phase 1", "process pumps", "2025-09-24", 365000, close="2026-04-30", committee=committee
    )
    whey.through("2025-10-29", "2025-12-10", "2026-02-04", "2026-03-18").won("2026-04-22").talks(21)

    whey2 = acc.deal(
        "Whey plant, phase 2", "process pumps", "2026-01-20", 540000, close="2026-07-31", committee=committee
    )
    whey2.through("2026-02-17", "2026-03-17", "2026-04-28", "2026-06-09").talks(17)

    service = acc.deal(
        "Service contract, all sites", "service contracts", "2026-03-24", 96000, close="2027-01-29", committee=committee
    )
    service.through("2026-04-28").talks(20)

    everyone = [hollis, nguyen, becker, ortiz]
    acc.talk("2026-06-04", "visit", everyone, ["need", "solution"], service)
    acc.talk("2026-06-11", "visit", everyone, ["price", "contract"], whey2)
    acc.talk("2026-06-24", "video_call", [hollis, ortiz], ["contract"], whey2)
    acc.talk("2026-06-25", "visit", [hollis, becker, nguyen], ["delivery", "training"], whey)
    acc.talk("2026-06-26", "phone", [becker, ortiz], ["need"], service)
    acc.talks("2026-01-06", "2026-06-26", 24, [nguyen, becker], [["need"], ["demonstration"], ["solution"]])
    acc.changed(becker, "2025-06-04", stance="ally", type="stance_changed")
    acc.changed(ortiz, "2025-09-17", influence="65", type="influence_changed")
    acc.changed(ortiz, "2026-02-02", reports_to=nguyen, type="reporting_line_changed")

    dates = steps("2025-02-19", [7, 7, 7, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 2, 2, 2, 2])
    amounts = [round(4200 * 1.06**turn / 50) * 50 for turn in range(len(dates))]
    acc.orders(dates, amounts, "spare parts and seals", ["seal kits", "rotors", "valve seats"])

    acc.proposal("2025-04-17", one, "dairy-2025")
    acc.proposal("2025-07-17", two, "dairy-2025")
    acc.proposal("2025-10-30", manifold)
    acc.proposal("2026-02-05", whey)
    acc.proposal("2026-04-29", whey2)
    for on, score, person in (
        ("2025-03-13", 82, becker),
        ("2025-09-11", 87, nguyen),
        ("2026-03-12", 90, ortiz),
        ("2026-06-18", 94, hollis),
    ):
        acc.survey(on, score, person)


def lockridge(ledger: Ledger) -> None:
    """Trains its own people, is about to sign, and nobody of ours has ever met the man who signs."""
    acc = Account(
        ledger,
        "lockridge",
        "Lockridge Refining LLC",
        region="america",
        territory="US Gulf Coast",
        industry="refining",
        currency="USD",
        owner="ray-castellano",
        engineers=[("2024-01-01", "nadia-haddad")],
    )
    hargrove = acc.person(
        "lk-hargrove", "William Hargrove", "Senior Vice President", "Management", never_met=True
    )
    delacroix = acc.person(
        "lk-delacroix", "Simone Delacroix", "Rotating Equipment Lead", "Engineering", hargrove
    )
    mercer = acc.person("lk-mercer", "Dale Mercer", "Reliability Manager", "Reliability", hargrove)
    pruitt = acc.person("lk-pruitt", "Amy Pruitt", "Unit Lead", "Operations", hargrove)
    boone = acc.person("lk-boone", "Cody Boone", "Unit Lead", "Operations", hargrove, quiet_after="2026-03-31")
    tran = acc.person("lk-tran", "Kevin Tran", "Turnaround Planner", "Maintenance", mercer)
    committee = [
        (hargrove, "E", "supporter", 95),
        (delacroix, "T", "supporter", 75),
        (pruitt, "U", "ally", 50),
        (tran, "C", "ally", 55, "customer"),
    ]
    # The planner became our guide only after the first delivery.
    earlier = [*committee[:3], (tran, "", "supporter", 55)]

    crude = acc.deal(
        "Crude charge pumps", "process pumps", "2025-01-29", 410000, close="2025-07-31", committee=earlier
    )
    crude.through("2025-02-26", "2025-04-02", "2025-05-14", "2025-06-11")
    crude.won("2025-07-10").paid("2025-11-12").talks(25)

    valves = acc.deal(
        "Control valves, unit 4", "control valves", "2025-03-12", 156000, close="2025-09-30", committee=earlier
    )
    valves.through("2025-04-16", "2025-06-04", "2025-07-23", "2025-08-27")
    valves.won("2025-09-25").paid("2025-12-18").talks(29)

    flare = acc.deal(
        "Flare knock-out pumps", "process pumps", "2025-06-04", 285000, close="2025-12-31", committee=committee
    )
    flare.through("2025-07-16", "2025-09-10")
    flare.lost("2025-12-11", "other", note="the unit is sold to its neighbour").talks(31)

    coker = acc.deal(
        "Coker feed pumps", "process pumps", "2025-10-08", 920000, close="2026-05-29", committee=committee
    )
    coker.through("2025-11-12", "2026-01-14", "2026-03-11").expected("2026-05-13", "2026-07-17")
    reason = "the letter of intent is promised by telephone; the quotes of two rivals are still out"
    coker.to("2026-06-10", "commitment", (DIRECTOR, reason)).talks(18)

    sulphur = acc.deal("Sulphur plant pumps", "process pumps", "2026-01-14", 380000, close="2026-09-18")
    sulphur.seat(hargrove, "E", "supporter", 95).seat(mercer, "T", "neutral", 80)
    sulphur.seat(pruitt, "U", "supporter", 50).seat(tran, "C", "ally", 55, "customer")
    sulphur.through("2026-02-11", "2026-03-25", "2026-06-02").talks(19)

    sour = acc.deal("Sour water pumps", "process pumps", "2026-02-18", 240000, close="2026-06-19")
    sour.seat(hargrove, "E", "supporter", 95).seat(delacroix, "T", "supporter", 75)
    sour.seat(boone, "U", "supporter", 45).seat(tran, "C", "ally", 55, "customer")
    sour.through("2026-03-25", "2026-05-06").talks(20)

    acc.talk("2026-04-21", "visit", [mercer, tran], ["training_declined"])
    acc.talk("2026-06-09", "visit", [delacroix, pruitt, tran], ["price", "contract"], coker)
    acc.talk("2026-06-12", "phone", [hargrove], ["contract"], coker)
    acc.talk("2026-06-16", "visit", [mercer, pruitt, tran], ["solution", "price"], sulphur)
    acc.talk("2026-06-18", "phone", [hargrove], ["price"], sulphur)
    acc.talk("2026-06-23", "visit", [delacroix, tran], ["solution"], sour)
    acc.changed(mercer, "2026-04-21", sulphur, stance="hostile", type="stance_changed")
    acc.changed(tran, "2025-08-04", valves, role="coach", type="role_taken")
    acc.changed(tran, "2025-08-04", valves, stance="ally", type="stance_changed")
    acc.changed(pruitt, "2025-07-10", influence="60", type="influence_changed")

    ours = rhythm("2024-11-12", 28, "2026-06-23")
    products = ["shaft seals", "bearing sets", "shaft seals", "coupling"]
    acc.orders(ours, [7600, 8100, 7900, 7700], "spare parts and seals", products)
    theirs = [when + timedelta(days=14) for when in ours[2::3]]
    acc.orders(theirs, [7000, 7300], "spare parts and seals", ["seal set"], rival="Bluestem Fluid")

    acc.proposal("2025-05-15", crude, "refinery-2025")
    acc.proposal("2025-07-24", valves, "refinery-2025")
    acc.proposal("2026-03-12", coker)
    acc.proposal("2026-06-03", sulphur)
    acc.proposal("2026-06-10", sour, "refinery-2025")
    for on, score, person in (
        ("2025-08-21", 80, pruitt),
        ("2026-02-19", 78, delacroix),
    ):
        acc.survey(on, score, person)
    acc.complaint("2025-10-02", mercer, "showing_off", "2025-10-09")
