"""Customers in Europe: Nordhafen, Bergwald, Ferrante, Vallon, Skarvik, Pennmoor."""

from __future__ import annotations

from datetime import timedelta

from .ledger import Account, Ledger, rhythm, steps

DIRECTOR = "henrik-aas"

# The pre-sales engineers, each from a day on.
BIELEFELD = [("2024-01-01", "birgit-lang"), ("2025-04-01", "jonas-reuter")]
MILAN = [("2024-01-01", "sofia-marchetti"), ("2026-05-04", "elena-conti")]


def tell(ledger: Ledger) -> None:
    harbour(ledger)
    bergwald(ledger)
    ferrante(ledger)
    vallon(ledger)
    skarvik(ledger)
    pennmoor(ledger)


def harbour(ledger: Ledger) -> None:
    """Healthy: a waterworks that plans with us, orders every four weeks, and is met by the whole team."""
    acc = Account(
        ledger,
        "harbour",
        "Nordhafen Stadtwasser AG",
        region="europe",
        territory="Central Europe",
        industry="water supply",
        currency="EUR",
        owner="katrin-vogel",
        engineers=BIELEFELD,
    )
    reimers = acc.person("hb-reimers", "Claudia Reimers", "Managing Director", "Management")
    falk = acc.person("hb-falk", "Arno Falk", "Head of Engineering", "Engineering", reimers)
    brandt = acc.person("hb-brandt", "Ute Brandt", "Head of Operations", "Operations", reimers)
    ozdemir = acc.person("hb-oezdemir", "Kemal Özdemir", "Maintenance Lead", "Operations", brandt)
    petersen = acc.person("hb-petersen", "Jens Petersen", "Buyer", "Purchasing", reimers)
    committee = [
        (reimers, "E", "supporter", 95),
        (falk, "T", "supporter", 75),
        (brandt, "U", "ally", 70),
        (ozdemir, "CU", "insider", 55, "customer"),
        (petersen, "", "neutral", 40),
    ]

    east = acc.deal(
        "Pumping station Ost: four process pumps",
        "process pumps",
        "2025-01-14",
        184000,
        close="2025-06-30",
        committee=committee,
    )
    east.through("2025-02-11", "2025-03-18", "2025-04-29", "2025-05-27")
    east.won("2025-06-24").paid("2025-09-16").talks(21)

    skids = acc.deal(
        "Dosing skids for Werk 2",
        "dosing pumps",
        "2025-03-05",
        96000,
        close="2025-09-30",
        committee=committee,
    )
    skids.through("2025-04-02", "2025-05-14", "2025-06-25").worth("2025-07-02", 104500)
    skids.through("2025-08-06").won("2025-09-10").paid("2025-12-02").talks(27)

    leaks = acc.deal(
        "Leak monitoring pilot",
        "condition monitoring",
        "2025-06-11",
        38000,
        close="2025-12-19",
        committee=committee,
    )
    leaks.through("2025-07-16", "2025-09-03").lost("2025-10-22", "no_budget").talks(32)

    west = acc.deal(
        "Pumping station West: overhaul",
        "process pumps",
        "2025-10-07",
        312000,
        close="2026-05-29",
        committee=committee,
    )
    west.through("2025-11-05", "2025-12-17", "2026-02-18", "2026-03-25").won("2026-04-21").talks(22)

    intake = acc.deal(
        "Raw-water intake: six process pumps",
        "process pumps",
        "2026-01-13",
        428000,
        close="2026-08-28",
        committee=committee,
    )
    intake.through("2026-02-10", "2026-03-24", "2026-05-27").worth("2026-06-09", 441000).talks(18)

    monitoring = acc.deal(
        "Condition monitoring for all stations",
        "condition monitoring",
        "2026-03-03",
        72000,
        close="2026-10-30",
        committee=committee,
    )
    monitoring.through("2026-04-01", "2026-05-20").talks(20)

    everyone = [reimers, falk, brandt, ozdemir]
    acc.talk("2026-05-19", "visit", everyone, ["need", "solution"], monitoring)
    acc.talk("2026-06-09", "visit", everyone, ["solution", "price"], intake)
    acc.talk("2026-06-17", "video_call", [reimers, falk, petersen], ["price"], intake)
    acc.talk("2026-06-18", "visit", everyone, ["demonstration"], monitoring)
    acc.talk("2026-06-23", "visit", [reimers, brandt, ozdemir], ["delivery", "training"], west)
    acc.talk("2026-06-24", "phone", [ozdemir], ["relationship"])

    acc.changed(petersen, "2026-04-15", stance="supporter", type="stance_changed")
    acc.changed(falk, "2026-06-10", intake, stance="ally", type="stance_changed")
    acc.changed(brandt, "2025-10-01", influence="75", type="influence_changed")

    # Seals came from a rival until the first project; since then every weekly order has been ours.
    acc.orders(
        rhythm("2024-12-09", 35, "2025-02-17"),
        [5900, 6200],
        "spare parts and seals",
        ["seal set"],
        rival="Maasdrecht Flow",
    )
    acc.orders(
        rhythm("2025-03-31", 7, "2026-06-29"),
        [2900, 3100, 3300, 3000],
        "spare parts and seals",
        ["shaft seals", "bearing sets", "impellers", "diaphragms"],
    )

    acc.proposal("2025-05-06", east, "pump-station-2025")
    acc.proposal("2025-07-01", skids)
    acc.proposal("2026-02-24", west, "pump-station-2025")
    acc.proposal("2026-06-02", intake)
    acc.proposal("2026-06-16", monitoring)
    for on, score, person in (
        ("2025-03-20", 84, brandt),
        ("2025-09-25", 88, ozdemir),
        ("2025-12-11", 90, falk),
        ("2026-03-19", 91, brandt),
        ("2026-06-11", 93, reimers),
    ):
        acc.survey(on, score, person)
    acc.complaint("2025-11-13", ozdemir, "help_seeking", "2025-11-17")


def bergwald(ledger: Ledger) -> None:
    """The product sells itself, they say: purchasing talks of prices, and a rival has every third order."""
    acc = Account(
        ledger,
        "bergwald",
        "Bergwald Papier GmbH",
        region="europe",
        territory="Austria",
        industry="pulp and paper",
        currency="EUR",
        owner="lukas-hofer",
        engineers=BIELEFELD,
        no_pre_sales_from="2025-12-15",
    )
    haslinger = acc.person("bw-haslinger", "Georg Haslinger", "Head of Purchasing", "Purchasing")
    moser = acc.person("bw-moser", "Elisabeth Moser", "Production Manager", "Paper machine 3")
    steiner = acc.person("bw-steiner", "Franz Steiner", "Maintenance Engineer", "Technics", moser)
    kofler = acc.person("bw-kofler", "Anna Kofler", "Shift Lead", "Paper machine 3", moser)
    committee = [
        (haslinger, "E", "neutral", 85),
        (moser, "U", "supporter", 60),
        (steiner, "T", "supporter", 65),
        (kofler, "C", "ally", 35, "customer"),
    ]
    katrin = {"owner": "katrin-vogel", "committee": committee}

    white_water = acc.deal(
        "White-water pumps, machine 2", "process pumps", "2025-01-28", 142000, close="2025-06-30", **katrin
    )
    white_water.through("2025-02-26", "2025-03-26", "2025-04-24", "2025-05-21")
    white_water.won("2025-06-18").paid("2025-09-24").talks(26)

    vacuum = acc.deal(
        "Vacuum system, machine 3", "process pumps", "2025-03-26", 210000, close="2025-09-30", **katrin
    )
    vacuum.through("2025-04-30", "2025-06-04", "2025-07-16").worth("2025-08-13", 189000)
    vacuum.lost("2025-09-03", "price", "Tornqvist Pumps").talks(28)

    repeat = acc.deal(
        "Coating kitchen repeat order", "dosing pumps", "2025-07-02", 88000, close="2025-11-28", **katrin
    )
    repeat.through("2025-07-23")
    reason = "the mill orders from its own drawing of 2023, so that there is nothing to design"
    repeat.to("2025-09-10", "comparison", (DIRECTOR, reason))
    repeat.through("2025-10-08").won("2025-10-29").paid("2026-01-28").talks(24)

    stock = acc.deal(
        "Stock pumps, machine 3", "process pumps", "2026-01-21", 265000, close="2026-09-30", **katrin
    )
    stock.through("2026-02-18").handed_to("2026-03-04", "lukas-hofer")
    stock.through("2026-03-25", "2026-05-27").talks(19)

    frame = acc.deal(
        "Framework agreement 2027", "process pumps", "2025-11-12", 480000, close="2026-08-31", **katrin
    )
    frame.through("2025-12-10", "2026-02-11").handed_to("2026-03-04", "lukas-hofer")
    # Purchasing put it up for an electronic auction that the key-account manager will not enter.
    frame.through("2026-05-20").chance("2026-06-10", "0").talks(23)

    acc.talk("2026-02-11", "visit", [haslinger, moser], ["pre_sales_declined", "price"], frame)
    acc.talk("2026-05-05", "phone", [haslinger], ["pre_sales_declined"])
    acc.talk("2026-06-16", "visit", [haslinger, steiner], ["price"], stock)
    acc.talk("2026-06-17", "phone", [moser], ["price"], stock)
    acc.talk("2026-06-19", "phone", [kofler], ["relationship"], stock)
    acc.talk("2026-06-22", "phone", [kofler, moser], ["relationship"], frame)
    acc.talk("2026-06-23", "phone", [steiner], ["price"], frame)
    acc.changed(moser, "2026-04-08", stance="neutral", type="stance_changed")
    acc.changed(haslinger, "2025-09-03", influence="90", type="influence_changed")

    ours = rhythm("2024-10-08", 28, "2026-06-16")
    products = ["P200 pump", "P200 pump", "P320 pump", "P200 pump"]
    acc.orders(ours, [8400, 9100, 8800, 8600], "process pumps", products)
    theirs = [when + timedelta(days=14) for when in ours[1::2]]
    acc.orders(theirs, [8200, 8700], "process pumps", ["TQ-40"], rival="Tornqvist Pumps")

    acc.proposal("2025-04-23", white_water, "paper-2024")
    acc.proposal("2025-07-15", vacuum)
    acc.proposal("2026-02-25", frame, "paper-2024")
    acc.proposal("2026-06-03", stock)
    for on, score, person in (
        ("2025-04-10", 80, moser),
        ("2025-10-16", 77, steiner),
        ("2026-04-16", 72, moser),
    ):
        acc.survey(on, score, person)
    acc.complaint("2026-03-10", kofler, "venting", "2026-03-12")


def ferrante(ledger: Ledger) -> None:
    """An oil mill that shops around, gets the same standard offer each time, and buys less and less."""
    acc = Account(
        ledger,
        "ferrante",
        "Oleificio Ferrante S.p.A.",
        region="europe",
        territory="Southern Europe",
        industry="food",
        currency="EUR",
        owner="marco-bellini",
        engineers=MILAN,
    )
    donatella = acc.person("fr-ferrante", "Donatella Ferrante", "Owner", "Management")
    greco = acc.person("fr-greco", "Paolo Greco", "Plant Manager", "Production", donatella)
    rizzo = acc.person("fr-rizzo", "Silvia Rizzo", "Technical Office", "Engineering", greco)
    committee = [
        (donatella, "E", "supporter", 95),
        (greco, "U", "supporter", 60),
        (rizzo, "T", "supporter", 65),
    ]

    transfer = acc.deal(
        "Oil transfer pumps", "process pumps", "2025-01-23", 118000, close="2025-06-30", committee=committee
    )
    transfer.through("2025-02-20", "2025-03-20", "2025-04-17", "2025-05-22")
    transfer.won("2025-06-25").paid("2025-10-08").talks(28)

    filters = acc.deal(
        "Filter feed pumps", "process pumps", "2025-04-02", 76000, close="2025-09-12", committee=committee
    )
    filters.through("2025-05-07", "2025-06-11", "2025-07-16")
    filters.lost("2025-08-27", "price", "Veltri Dosatori").talks(30)

    dosing = acc.deal(
        "Antioxidant dosing", "dosing pumps", "2025-09-10", 54000, close="2026-02-27", committee=committee
    )
    dosing.through("2025-10-15", "2025-11-19").lost("2026-01-21", "no_decision").talks(31)

    bottling = acc.deal(
        "Bottling hall valves", "control valves", "2025-12-03", 132000, close="2026-07-24", committee=committee
    )
    bottling.through("2026-01-14", "2026-02-25", "2026-04-15").back("2026-05-06", "design")
    bottling.to("2026-06-03", "comparison").talks(19)

    refinery = acc.deal(
        "Refinery circulation pumps", "process pumps", "2025-10-01", 205000, close="2026-03-31", committee=committee
    )
    refinery.through("2025-11-05", "2026-02-04").expected("2026-02-25", "2026-05-29")
    refinery.expected("2026-05-13", "2026-07-31").worth("2026-05-13", 178000)
    refinery.expected("2026-06-17", "2026-09-30").talks(25)

    acc.talk("2026-06-10", "visit", [donatella, greco, rizzo], ["solution", "price"], bottling)
    acc.talk("2026-06-18", "visit", [donatella, greco, rizzo], ["need"], refinery)
    acc.changed(greco, "2026-03-18", stance="neutral", type="stance_changed")

    # Every other week for a year, then slower from order to order.
    ours = steps("2025-01-08", [2] * 28 + [2, 3, 4, 5, 5])
    amounts = [round(6200 * 0.985**turn / 50) * 50 for turn in range(len(ours))]
    acc.orders(ours, amounts, "dosing pumps", ["D10 pump", "D20 pump", "diaphragm kit"])
    first = [when + timedelta(days=5) for when in ours[:-1]]
    second = [when + timedelta(days=9) for when in ours[:-1]]
    veltri = sorted(first[0::2] + second[1::2])
    maasdrecht = sorted(second[0::2] + first[1::2])
    acc.orders(veltri, [4200, 5100, 4700], "dosing pumps", ["VD-5"], rival="Veltri Dosatori")
    acc.orders(maasdrecht, [3900, 5400], "dosing pumps", ["MF dosing pump"], rival="Maasdrecht Flow")

    for on, deal in (
        ("2025-07-15", filters),
        ("2025-11-25", dosing),
        ("2026-02-12", refinery),
        ("2026-04-16", bottling),
        ("2026-06-04", bottling),
    ):
        acc.proposal(on, deal, "standard-offer-v4")
    for on, score, person in (
        ("2025-05-15", 71, greco),
        ("2025-11-13", 62, rizzo),
        ("2026-05-14", 54, greco),
    ):
        acc.survey(on, score, person)
    acc.survey("2026-05-14", 50, None, "The offer was addressed to another company's plant.")
    acc.complaint("2025-12-09", greco, "compensation", "2026-01-20")


def vallon(ledger: Ledger) -> None:
    """Left after a filling line stood still for nine days; now one maintenance man talks to us again."""
    acc = Account(
        ledger,
        "vallon",
        "Vallon Cosmétiques SAS",
        region="europe",
        territory="Southern Europe",
        industry="cosmetics",
        currency="EUR",
        owner="marco-bellini",
        engineers=MILAN,
    )
    director = acc.person(
        "vl-charpentier",
        "Hélène Charpentier",
        "Industrial Director",
        "Management",
        quiet_after="2025-11-30",
    )
    dumas = acc.person("vl-dumas", "Bastien Dumas", "Maintenance Manager", "Technics", director)
    roche = acc.person("vl-roche", "Inès Roche", "Buyer", "Purchasing", director, quiet_after="2025-11-30")
    committee = [
        (director, "E", "supporter", 90),
        (dumas, "U", "supporter", 55),
        (roche, "T", "neutral", 50),
    ]

    cream = acc.deal(
        "Cream transfer pumps", "process pumps", "2025-01-08", 86000, close="2025-04-30", committee=committee
    )
    cream.through("2025-01-29", "2025-02-19", "2025-03-12", "2025-03-27")
    cream.won("2025-04-16").paid("2025-06-25").talks(24)

    filling = acc.deal(
        "Second filling line", "dosing pumps", "2025-03-20", 140000, close="2025-09-30", committee=committee
    )
    filling.through("2025-04-23", "2025-05-28", "2025-07-02")
    filling.lost("2025-08-20", "service", "Tornqvist Pumps").talks(25)

    valves = acc.deal(
        "Hygienic valves", "control valves", "2025-07-09", 60000, close="2025-12-19", committee=committee
    )
    valves.through("2025-09-03").lost("2025-11-19", "relationship", "Tornqvist Pumps").talks(34)

    back = acc.deal("Win-back: dosing for line 1", "dosing pumps", "2026-04-15", 90000, close="2026-12-18")
    back.seat(director, "E", "hostile", 90).seat(dumas, "U", "neutral", 55, since="2026-04-15")
    back.through("2026-05-27").talks(17, people=[dumas])
    acc.changed(director, "2025-07-21", stance="hostile", type="stance_changed")
    acc.changed(dumas, "2026-06-17", back, stance="supporter", type="stance_changed")

    acc.orders(
        rhythm("2024-07-02", 28, "2025-07-01"),
        [6400, 6900, 6600, 6700],
        "dosing pumps",
        ["D20 pump", "diaphragm kit"],
    )
    # Seen on the line, and told by the maintenance manager.
    acc.orders(
        rhythm("2025-08-12", 28, "2026-06-16"), [6100, 6800], "dosing pumps", ["TQ-D"], rival="Tornqvist Pumps"
    )

    acc.proposal("2025-02-26", cream)
    acc.proposal("2025-07-08", filling, "hygienic-2025")
    acc.proposal("2025-09-17", valves)
    acc.survey("2025-03-27", 78, dumas)
    acc.survey("2025-07-24", 31, director, "Nine days without a spare part.")
    acc.survey("2025-11-27", 28, roche)
    acc.complaint("2025-07-10", director, "retaliation")
    acc.complaint("2025-07-08", dumas, "help_seeking", "2025-07-17")


def skarvik(ledger: Ledger) -> None:
    """A prospect with large plans: nobody knows yet who decides."""
    acc = Account(
        ledger,
        "skarvik",
        "Skarvik Hydrogen AS",
        region="europe",
        territory="Northern Europe",
        industry="hydrogen",
        currency="EUR",
        owner="ingrid-solheim",
        engineers=BIELEFELD,
    )
    nordli = acc.person("sk-nordli", "Kari Nordli", "Chief Technology Officer", "Technology")
    haugen = acc.person("sk-haugen", "Lars Haugstad", "Project Manager", "Projects", nordli)
    eide = acc.person("sk-eide", "Tor Eide", "Process Consultant", "Planning office")

    cooling = acc.deal("Electrolyser cooling pumps", "process pumps", "2025-11-05", 1250000)
    cooling.seat(haugen, "U", "supporter", 60).seat(nordli, "T", "supporter", 80)
    cooling.parked("2025-12-17", "the site permit is due in spring", "2026-04-01").talks(19)
    cooling.resumed("2026-04-01").through("2026-04-15").talks(17, start="2026-04-01")

    valves = acc.deal("Hydrogen compressor valves", "control valves", "2026-05-19", None, close="2027-02-26")
    valves.seat(haugen, "U", "neutral", 60).talks(19)

    water = acc.deal("Water treatment package", "dosing pumps", "2026-01-20", 640000, close="2026-11-13")
    water.seat(haugen, "U", "supporter", 60).seat(nordli, "T", "supporter", 80)
    water.seat(eide, "C", "ally", 45, "outside", since="2026-04-14")
    water.through("2026-03-03", "2026-05-19").talks(18)

    pilot = acc.deal("Pilot plant pumps", "process pumps", "2025-06-25", 310000, close="2025-12-31")
    pilot.seat(haugen, "U", None, None).seat(nordli, "T", "neutral", 70)
    pilot.through("2025-08-20").lost("2025-12-09", "no_decision").talks(28)

    acc.talk("2026-06-03", "visit", [nordli, haugen, eide], ["need", "solution"], water)
    acc.talk("2026-06-16", "visit", [nordli, haugen], ["need"], cooling)
    acc.talk("2026-06-18", "phone", [eide], ["relationship"], water)
    acc.proposal("2026-06-10", water)
    acc.survey("2026-06-12", 76, haugen)


def pennmoor(ledger: Ledger) -> None:
    """Everything hangs on the head brewer, and the new deal is quoted in pounds."""
    acc = Account(
        ledger,
        "pennmoor",
        "Pennmoor Breweries Ltd",
        region="europe",
        territory="Northern Europe",
        industry="beverages",
        currency="EUR",
        owner="ingrid-solheim",
        engineers=BIELEFELD,
    )
    thorne = acc.person(
        "pm-thorne", "Harriet Thorne", "Chief Financial Officer", "Finance", quiet_after="2026-04-10"
    )
    bexley = acc.person(
        "pm-bexley", "Martin Bexley", "Engineering Manager", "Engineering", thorne, quiet_after="2026-04-20"
    )
    ashworth = acc.person("pm-ashworth", "Fiona Ashworth", "Head Brewer", "Brewing", thorne)
    committee = [
        (thorne, "E", "supporter", 90),
        (bexley, "T", "supporter", 70),
        (ashworth, "CU", "ally", 60, "customer"),
    ]

    yeast = acc.deal("Yeast pumps", "process pumps", "2025-02-05", 74000, close="2025-07-31", committee=committee)
    yeast.through("2025-03-05", "2025-04-09", "2025-05-14", "2025-06-18")
    yeast.won("2025-07-23").paid("2025-10-29").talks(28)

    caustic = acc.deal(
        "Caustic dosing", "dosing pumps", "2025-05-14", 52000, close="2025-10-31", committee=committee
    )
    caustic.through("2025-06-18", "2025-07-23", "2025-09-10")
    caustic.lost("2025-10-15", "price", "Maasdrecht Flow").talks(30)

    brewhouse = acc.deal(
        "New brewhouse",
        "process pumps",
        "2025-12-10",
        188000,
        close="2026-07-31",
        currency="GBP",
        committee=committee,
    )
    brewhouse.through("2026-01-21", "2026-02-25", "2026-04-15", "2026-06-10").talks(17)
    acc.talk("2026-03-18", "visit", [thorne, bexley, ashworth], ["solution"], brewhouse)

    cellar = acc.deal("Cellar valves", "control valves", "2026-04-29", 46000, close="2026-11-27")
    cellar.seat(ashworth, "CU", "ally", 60, "customer").seat(thorne, "E", "supporter", 90)
    cellar.through("2026-06-03").talks(18, people=[ashworth])
    acc.talk("2026-06-11", "visit", [ashworth], ["price", "contract"], brewhouse)
    acc.talk("2026-06-25", "phone", [ashworth], ["contract"], brewhouse)
    acc.talk("2026-06-25", "phone", [ashworth], ["need"], cellar)
    acc.talks("2025-12-05", "2026-06-26", 30, [ashworth], [["relationship", "need"], ["order", "solution"]])

    dates = rhythm("2024-10-16", 42, "2026-05-27")
    acc.orders(dates, [5200, 5600, 5400, 5300], "spare parts and seals", ["shaft seals", "rotors"])

    acc.proposal("2025-05-20", yeast, "beverage-2025")
    acc.proposal("2025-09-16", caustic)
    acc.proposal("2026-04-22", brewhouse, "beverage-2025")
    for on, score, person in (("2025-08-14", 86, ashworth), ("2026-02-12", 89, ashworth)):
        acc.survey(on, score, person)
