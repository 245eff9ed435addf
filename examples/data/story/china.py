"""Customers in China: Nanwan, Lanting, Jiangwan, Baihe."""

from __future__ import annotations

from .ledger import Account, Ledger, rhythm

DIRECTOR = "mei-tan"

# The pre-sales engineers, each from a day on.
BIELEFELD = [("2024-01-01", "birgit-lang"), ("2025-04-01", "jonas-reuter")]
SHENZHEN = [("2024-01-01", "lin-qiao"), ("2025-08-01", "gao-min")]


def tell(ledger: Ledger) -> None:
    jiangwan(ledger)
    nanwan(ledger)
    lanting(ledger)
    baihe(ledger)


def nanwan(ledger: Ledger) -> None:
    """Its planning software orders every other week; since the turn of the year nobody has sold it anything."""
    acc = Account(
        ledger,
        "nanwan",
        "Nanwan Water Systems Co., Ltd.",
        region="china",
        territory="South China",
        industry="water treatment equipment",
        currency="CNY",
        owner="huang-siyu",
        engineers=SHENZHEN,
        no_selling_from="2025-12-25",
    )
    luo = acc.person("nw-luo", "Luo Jianguo", "General Manager", "Management", quiet_after="2025-12-20")
    tang = acc.person(
        "nw-tang", "Tang Zhiqiang", "Chief Engineer", "Engineering", luo, quiet_after="2025-12-20"
    )
    deng = acc.person("nw-deng", "Deng Wei", "Assembly Lead", "Production", tang, quiet_after="2026-02-10")
    he = acc.person("nw-he", "He Xiaoyan", "Purchasing Clerk", "Purchasing", luo)
    committee = [
        (luo, "E", "supporter", 90),
        (tang, "CT", "supporter", 75, "customer"),
        (deng, "U", "supporter", 45),
    ]

    trial = acc.deal(
        "Trial order, dosing pumps", "dosing pumps", "2025-01-15", 620000, close="2025-06-27", committee=committee
    )
    trial.through("2025-02-12", "2025-03-12", "2025-04-09")
    trial.lost("2025-05-08", "price", "Qianlang Pumps").talks(26)

    frame = acc.deal(
        "Dosing pump framework", "dosing pumps", "2025-04-16", 1850000, close="2025-07-31", committee=committee
    )
    frame.through("2025-05-14", "2025-06-04", "2025-06-25", "2025-07-09")
    frame.won("2025-07-28").paid("2025-11-19").talks(20)

    valves = acc.deal(
        "Skid control valves", "control valves", "2025-08-20", 740000, close="2025-11-28", committee=committee
    )
    valves.through("2025-09-10", "2025-09-24", "2025-10-22", "2025-11-12")
    valves.won("2025-11-26").paid("2026-03-11").talks(24, end="2025-12-20")

    sea = acc.deal(
        "Desalination dosing", "dosing pumps", "2025-09-17", 3200000, close="2026-12-18", committee=committee
    )
    sea.through("2025-10-22", "2025-11-26")
    sea.parked("2025-12-17", "the harbour authority decides on the site in late summer", "2026-09-01")
    sea.talks(23)

    plants = acc.deal(
        "Container plants, feed pumps", "process pumps", "2025-10-15", 1450000, close="2026-07-31", committee=committee
    )
    plants.through("2025-11-12").talks(21, end="2025-12-20")

    topics = [["order"], ["delivery"], ["order", "payment"], ["order"], ["delivery"]]
    acc.talks("2026-01-08", "2026-06-26", 14, [he], topics, ["inside-sales-cn"], ("mail", "instant_message"))
    acc.changed(deng, "2025-11-20", plants, stance="ally", type="stance_changed")

    products = ["D20 pump", "D20 pump", "D40 pump", "diaphragm kit"]
    acc.orders(rhythm("2025-08-04", 14, "2026-06-22"), [64000, 58000, 61000, 62000], "dosing pumps", products)

    acc.proposal("2025-04-16", trial)
    acc.proposal("2025-06-26", frame, "oem-frame-2025")
    acc.proposal("2025-10-23", valves)
    acc.survey("2025-10-30", 82, deng)


def lanting(ledger: Ledger) -> None:
    """Projects go well, but two of the three engineers who made them have left, and a validation lead is unmet."""
    acc = Account(
        ledger,
        "lanting",
        "Lanting Biopharma Co., Ltd.",
        region="china",
        territory="East China",
        industry="pharmaceuticals",
        currency="CNY",
        owner="liu-wenjing",
        engineers=[("2024-01-01", "chen-yutong")],
    )
    xu = acc.person("lt-xu", "Xu Ruolan", "Vice President Manufacturing", "Management")
    cai = acc.person("lt-cai", "Cai Mingyuan", "Head of Process Engineering", "Engineering", xu)
    fan = acc.person("lt-fan", "Fan Guodong", "Validation Lead", "Quality", xu, quiet_after="2024-12-31")
    shen = acc.person("lt-shen", "Shen Qiaoling", "Quality Assurance", "Quality", fan)
    peng = acc.person("lt-peng", "Peng Yifan", "Production Supervisor", "Production", cai)
    committee = [
        (xu, "E", "supporter", 90),
        (cai, "T", "supporter", 75),
        (peng, "U", "supporter", 50),
        (shen, "C", "ally", 45, "customer"),
    ]

    loop = acc.deal(
        "Water-for-injection loop", "process pumps", "2025-01-16", 2400000, close="2025-07-31", committee=committee
    )
    loop.through("2025-02-19", "2025-03-26", "2025-05-14", "2025-06-18")
    loop.won("2025-07-15").paid("2025-11-05").talks(24)

    valves = acc.deal(
        "Sterile valves, building 2", "control valves", "2025-04-23", 980000, close="2025-10-31", committee=committee
    )
    valves.through("2025-05-28", "2025-07-09", "2025-08-20", "2025-09-24")
    valves.won("2025-10-22").paid("2026-02-04").talks(27)

    chill = acc.deal(
        "Chilled water pumps", "process pumps", "2025-06-18", 1650000, close="2025-12-31", committee=committee
    )
    chill.through("2025-07-23", "2025-09-17", "2025-10-29")
    chill.lost("2025-12-03", "product", "Maasdrecht Flow").talks(28)

    skid = acc.deal(
        "Sterile dosing skid, building 3", "dosing pumps", "2025-11-19", 3100000, close="2026-11-27"
    )
    skid.seat(xu, "E", "supporter", 90).seat(fan, "T", None, 70, since="2026-05-13")
    skid.seat(peng, "U", "supporter", 50).seat(shen, "C", "ally", 45, "customer")
    skid.through("2025-12-17", "2026-05-13").talks(21)

    buffer = acc.deal("Buffer preparation valves", "control valves", "2026-01-07", 1280000, close="2026-08-20")
    buffer.seat(xu, "E", "supporter", 90).seat(cai, "T", None, 75).seat(peng, "U", None, 50)
    buffer.seat(shen, "C", "ally", 45, "customer")
    buffer.through("2026-02-04", "2026-03-18", "2026-06-03").talks(18)

    vaccine = acc.deal(
        "Vaccine line expansion", "process pumps", "2026-03-18", 5600000, close="2027-03-26", committee=committee
    )
    vaccine.through("2026-04-22").chance("2026-05-20", "0.35").talks(19)

    acc.talk("2026-06-09", "visit", [xu, peng, shen], ["need", "solution"], skid)
    acc.talk("2026-06-11", "visit", [xu, cai, peng, shen], ["solution", "price"], buffer)
    acc.talk("2026-06-16", "visit", [xu, cai, peng, shen], ["need", "solution"], vaccine)
    acc.changed(xu, "2025-07-15", influence="95", type="influence_changed")
    acc.changed(peng, "2026-01-21", vaccine, stance="ally", type="stance_changed")

    dates = rhythm("2024-12-04", 35, "2026-06-17")
    products = ["valve diaphragms", "shaft seals", "sensor set"]
    acc.orders(dates, [46000, 48500, 45000, 47500], "spare parts and seals", products)

    acc.proposal("2025-05-15", loop, "pharma-2025")
    acc.proposal("2025-08-21", valves)
    acc.proposal("2025-10-30", chill, "pharma-2025")
    acc.proposal("2026-04-15", vaccine)
    acc.proposal("2026-06-08", buffer)
    for on, score, person in (
        ("2025-05-22", 83, peng),
        ("2025-11-20", 81, cai),
        ("2026-05-21", 79, shen),
    ):
        acc.survey(on, score, person)
    acc.complaint("2026-04-09", cai, "help_seeking", "2026-04-24")


def jiangwan(ledger: Ledger) -> None:
    """Moves over to a rival: silent for five months, with a chief engineer against us and a new technology."""
    acc = Account(
        ledger,
        "jiangwan",
        "Jiangwan Polysilicon Co., Ltd.",
        region="china",
        territory="East China",
        industry="polysilicon",
        currency="CNY",
        owner="zhao-peng",
        engineers=BIELEFELD,
    )
    gu = acc.person("jw-gu", "Gu Changming", "Deputy General Manager", "Management")
    lu = acc.person("jw-lu", "Lu Shaofeng", "Chief Process Engineer", "Technology", gu)
    yan = acc.person("jw-yan", "Yan Lihua", "Equipment Manager", "Equipment", gu)
    qin = acc.person("jw-qin", "Qin Yue", "Maintenance Engineer", "Equipment", yan, quiet_after="2026-03-31")
    committee = [
        (gu, "E", "neutral", 95),
        (lu, "T", "neutral", 80),
        (yan, "U", "supporter", 55),
        (qin, "C", "ally", 35, "customer"),
    ]

    acid = acc.deal(
        "Acid transfer pumps", "process pumps", "2025-01-09", 4200000, close="2025-06-30", committee=committee
    )
    acid.through("2025-02-13", "2025-03-20", "2025-04-24", "2025-05-22")
    acid.won("2025-06-12").paid("2025-10-15").talks(24)

    spares = acc.deal(
        "Spare parts package", "spare parts and seals", "2025-03-19", 880000, close="2025-09-30", committee=committee
    )
    spares.through("2025-04-23", "2025-06-18", "2025-07-16", "2025-08-13")
    spares.won("2025-09-04").paid("2025-12-17").talks(30)

    silane = acc.deal(
        "Chlorosilane pumps", "process pumps", "2025-05-21", 6800000, close="2025-12-31", committee=committee
    )
    silane.through("2025-06-25", "2025-08-13", "2025-10-15")
    silane.lost("2025-11-27", "relationship", "Qianlang Pumps").talks(23)
    # The rival's first pumps leaked; the deputy general manager asked us back.
    silane.reopened("2026-02-25", "design").expected("2026-02-26", "2026-09-30")
    silane.to("2026-05-27", "comparison").talks(19, start="2026-02-26")

    trap = acc.deal(
        "Vent gas recovery", "process pumps", "2025-10-22", 1950000, close="2026-04-30", committee=committee
    )
    trap.through("2025-11-19", "2026-01-14").lost("2026-04-08", "product", "Qianlang Pumps").talks(25)

    canned = acc.deal("Canned pump trial", "process pumps", "2026-05-06", 760000, close="2026-12-11")
    canned.seat(yan, "U", "neutral", 55).seat(lu, "T", "hostile", 80).talks(20)

    acc.talk("2026-03-19", "visit", [lu, yan], ["new_technology_studied"])
    acc.talk("2026-05-14", "visit", [gu, lu], ["new_technology_adopted", "price"], silane)
    acc.talk("2026-06-10", "visit", [gu, lu, yan], ["solution", "price"], silane)
    acc.talk("2026-06-12", "phone", [yan], ["need"], canned)
    acc.changed(lu, "2026-03-19", stance="hostile", type="stance_changed")
    acc.changed(yan, "2026-03-26", stance="neutral", type="stance_changed")
    acc.changed(qin, "2026-04-10", type="left")
    acc.changed(lu, "2026-01-05", influence="85", type="influence_changed")

    acc.orders(
        rhythm("2024-10-25", 35, "2026-01-23"),
        [88000, 92000, 90000, 91000],
        "spare parts and seals",
        ["shaft seals", "impellers"],
    )
    acc.orders(
        rhythm("2026-02-06", 35, "2026-06-26"),
        [84000, 89000],
        "spare parts and seals",
        ["seal sets"],
        rival="Qianlang Pumps",
    )

    acc.proposal("2025-04-25", acid)
    acc.proposal("2025-10-16", silane, "chemicals-2024")
    acc.proposal("2026-01-28", trap)
    acc.proposal("2026-06-02", silane)
    for on, score, person in (
        ("2025-06-19", 76, yan),
        ("2025-12-18", 64, yan),
        ("2026-06-11", 52, gu),
    ):
        acc.survey(on, score, person)
    acc.complaint("2026-01-29", yan, "help_seeking")
    acc.mute(
        "pre_sales_team_leaving",
        "its pre-sales engineer has sat in Bielefeld since 2025; the Shanghai team never worked here",
        "2026-09-30",
        DIRECTOR,
    )


def baihe(ledger: Ledger) -> None:
    """Jiangwan's young sister: two orders so far, and nobody knows who checks the technology."""
    acc = Account(
        ledger,
        "baihe",
        "Baihe Battery Materials Co., Ltd.",
        region="china",
        territory="South China",
        industry="battery materials",
        currency="CNY",
        owner="huang-siyu",
        engineers=SHENZHEN,
        parent="acc-jiangwan",
    )
    feng = acc.person("bh-feng", "Feng Zhonghao", "General Manager", "Management")
    ma = acc.person("bh-ma", "Ma Linfang", "Production Manager", "Production", feng)
    guo = acc.person("bh-guo", "Guo Jiayi", "Project Office", "Projects", feng)
    committee = [
        (feng, "E", "supporter", 90),
        (ma, "U", "supporter", 60),
        (guo, "C", "ally", 40, "customer"),
    ]

    slurry = acc.deal(
        "Slurry pumps, line 1", "process pumps", "2025-08-06", 960000, close="2026-01-30", committee=committee
    )
    slurry.through("2025-09-10", "2025-10-22", "2025-11-26", "2025-12-24")
    slurry.won("2026-01-21").paid("2026-05-13").talks(23)

    second = acc.deal(
        "Slurry pumps, line 2", "process pumps", "2025-11-25", 1380000, close="2026-06-30", committee=committee
    )
    second.through("2026-01-07", "2026-02-11", "2026-03-25", "2026-04-29").won("2026-05-20").talks(21)

    dosing = acc.deal(
        "Electrolyte dosing", "dosing pumps", "2026-02-26", 2250000, close="2026-09-25", committee=committee
    )
    dosing.through("2026-03-25", "2026-04-22", "2026-05-27").talks(18)

    service = acc.deal("Service contract", "service contracts", "2026-06-03", 500000, close="2027-01-22")
    service.seat(ma, "U", "supporter", 60).seat(guo, "C", "ally", 40, "customer")
    service.seat(feng, "E", None, 90).talks(16)

    acc.talk("2026-06-04", "visit", [feng, ma, guo], ["solution", "price"], dosing)
    acc.talk("2026-06-17", "visit", [feng, ma], ["delivery", "training"], second)
    acc.talk("2026-06-18", "phone", [guo], ["need"], service)

    acc.orders(
        rhythm("2026-01-26", 119, "2026-05-25"), [480000, 690000], "process pumps", ["S100 slurry pump"]
    )
    acc.proposal("2025-11-27", slurry, "battery-2025")
    acc.proposal("2026-03-26", second)
    acc.proposal("2026-06-01", dosing)
    acc.survey("2026-05-28", 84, ma)
