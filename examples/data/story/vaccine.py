"""Lanting's vaccine line: one deal in which sixty people have a say, of whom we know a third."""

from __future__ import annotations

from .ledger import Ledger

# Styles, drivers and formal roles by their first letters in the list below.
STYLES = {"f": "facts", "d": "detail", "p": "people", "b": "big_picture"}
DRIVERS = {
    "m": "money",
    "a": "achievement_in_office",
    "r": "company_results",
    "s": "reputation",
    "v": "being_valued",
    "g": "group_benefit",
    "x": "expert_standing",
    "c": "company_responsibility",
    "t": "technical_solution",
    "u": "upkeep_effort",
    "h": "habit",
    "e": "easier_work",
}
FORMAL = {
    "A": "approver",
    "E": "evaluator",
    "P": "purchaser",
    "R": "requester",
    "O": "operator",
    "V": "reviewer",
    "C": "consultant",
}
STANCES = {
    "-": "hostile",
    "0": "neutral",
    "1": "supporter",
    "2": "ally",
    "3": "insider",
}

# identifier | name | title | department | superior | roles | stance | influence | style | drivers | formal | contact
# Contact: M several meetings, S several talks, B one talk, L a talk long ago; `.` is unknown or none everywhere.
PEOPLE = """
ouyang|Ouyang Heng|President|Management|.|E|.|95|b|rs|A|.
situ|Situ Yalan|Chief Financial Officer|Finance|ouyang|.|0|85|f|m|A|B
gong|Gong Beichen|Investment Controller|Finance|situ|.|.|50|.|.|E|.
zhai|Zhai Muqing|Treasury|Finance|situ|.|.|20|.|.|.|.
kuang|Kuang Zixuan|Cost Accounting|Finance|gong|.|.|15|.|.|.|.
lian|Lian Shuya|Programme Director Vaccine Line|Projects|xu|C|2|70|p|vg|R|M
dou|Dou Yichen|Project Engineer|Projects|lian|U|1|30|d|e|E|M
bian|Bian Ruoxi|Schedule and Cost|Projects|lian|.|1|35|d|m|V|S
mi|Mi Hanwen|Document Control|Projects|lian|.|.|10|.|.|.|B
qu|Qu Tianshu|Construction Manager|Projects|lian|.|0|40|f|c|V|B
she|She Anlan|Site Supervision|Projects|qu|.|.|15|.|.|.|.
rong|Rong Kexin|Contract Manager|Projects|lian|.|0|45|d|m|P|L
leng|Leng Zhaoyang|Director Process Technology|Engineering|xu|T|1|80|f|tx|E|M
ning|Ning Wanqiu|Lead Process Engineer|Engineering|leng|T|1|55|f|t|E|M
bi|Bi Yuanhang|Process Engineer, Upstream|Engineering|ning|.|1|25|d|t|E|S
gu2|Gu Linxi|Process Engineer, Downstream|Engineering|ning|.|0|25|.|t|E|B
chu|Chu Mingxuan|Process Engineer, Filling|Engineering|ning|.|.|25|.|.|E|.
wei2|Weisheng Ran|Fluid Systems Engineer|Engineering|leng|.|-|65|d|xh|E|S
jing|Jing Haoran|Piping Design|Engineering|wei2|.|-|25|d|h|E|B
suo|Suo Minyi|Automation Lead|Engineering|cai|T|0|60|f|tx|E|S
yue|Yue Ziteng|Automation Engineer|Engineering|suo|.|1|20|.|t|E|B
an|An Siyuan|Instrumentation|Engineering|suo|.|.|20|.|.|E|.
lang|Lang Yunfei|Utilities Manager|Engineering|cai|U|1|45|p|u|R|M
hua|Hua Jinyu|Clean Utilities|Engineering|lang|U|1|25|.|u|O|S
pang|Pang Boyu|Heating and Ventilation|Engineering|lang|.|0|20|.|.|E|B
teng|Teng Xinyi|Civil Works|Engineering|cai|.|.|15|.|.|.|.
nie|Nie Chengze|Director Vaccine Manufacturing|Production|xu|U|1|75|b|ae|R|M
hou|Hou Yutong|Bulk Manufacturing Lead|Production|nie|U|2|50|p|ev|O|M
tai|Tai Shengnan|Fill and Finish Lead|Production|nie|U|0|50|p|h|O|S
bao|Bao Lexuan|Shift Lead, Bulk|Production|hou|U|1|20|p|e|O|B
ke|Ke Aoran|Shift Lead, Filling|Production|tai|U|.|20|.|.|O|.
mou|Mou Sijie|Buffer Preparation|Production|hou|U|1|25|p|e|O|S
jin|Jin Weiyi|Cleaning and Sterilising|Production|hou|U|.|20|.|.|O|.
guan|Guan Zheyu|Maintenance Manager|Maintenance|nie|U|1|45|d|u|R|S
ji|Ji Ruoyun|Mechanical Maintenance|Maintenance|guan|U|1|20|.|u|O|B
chai|Chai Moyan|Calibration|Maintenance|guan|.|.|15|.|.|O|.
zong|Zong Yifei|Director Quality|Quality|ouyang|T|.|80|d|c|A|B
mei|Mei Qinghe|Qualification Engineer|Quality|fan|.|.|35|.|.|V|.
xing|Xing Lanxin|Qualification Engineer|Quality|fan|.|.|35|.|.|V|.
cen|Cen Zhihan|Microbiology|Quality|zong|.|0|30|f|c|V|L
dai|Dai Youning|Quality Control Laboratory|Quality|zong|.|.|25|.|.|.|.
bu|Bu Fanghua|Computer Validation|Quality|fan|.|.|30|.|.|V|.
rui|Rui Jiaming|Head of Vaccine Development|Research|ouyang|T|2|70|b|xs|E|M
ai|Ai Junzhe|Process Development|Research|rui|.|1|40|f|t|E|S
yin|Yin Chuyao|Technology Transfer|Research|rui|.|1|45|d|g|E|S
lai|Lai Peiran|Pilot Plant|Research|rui|U|2|30|p|e|O|M
shang|Shang Wenxi|Regulatory Affairs|Regulatory affairs|zong|.|.|40|.|.|V|.
hai|Hai Ruilin|Submissions|Regulatory affairs|shang|.|.|15|.|.|.|.
qiao|Qiao Yansong|Head of Purchasing|Purchasing|situ|.|-|70|f|m|P|S
tong|Tong Luyao|Strategic Buyer, Equipment|Purchasing|qiao|.|0|45|d|m|P|S
zang|Zang Haoyu|Buyer, Engineering|Purchasing|qiao|.|.|25|.|.|P|.
xiang|Xiang Yinuo|Supplier Quality|Purchasing|qiao|.|0|30|d|c|V|B
cang|Cang Beilei|Health and Safety|Safety|ouyang|.|.|35|.|.|V|.
mo|Mo Qiyuan|Biosafety|Safety|cang|.|.|30|.|.|V|.
ji2|Ji Baiyu|Information Technology|Information technology|situ|.|.|30|.|.|V|.
sha|Sha Yunxi|Design Institute, Process|Design institute|.|C|1|60|f|x|C|M
"""

# Who sways, knows, or is at odds with whom, and how close they are.
LINKS = """
lian > xu close
lian > nie working
leng > lian working
leng > ouyang distant
ning > leng close
wei2 > leng distant
jing = wei2 close
suo > cai working
nie > xu close
hou > nie close
tai > nie working
zong > ouyang close
fan > zong working
shen = zong working
rui > ouyang close
rui = lian close
lai = hou working
ai > rui close
yin > nie working
qiao > situ close
situ > ouyang close
tong > qiao working
sha > leng close
sha = wei2 working
guan = lang close
mou = peng close
bian > situ working
qiao ! leng working
wei2 ! ning .
tai ! hou .
zong ! nie working
rong = qiao close
"""
LINK_KINDS = {">": "influences", "=": "knows", "!": "conflicts_with"}

# What somebody did for us, and when.
CONTRIBUTIONS = (
    ("lian", "2026-04-16", "guidance", "in which order the departments are asked"),
    ("lian", "2026-05-14", "introduction", "to the director of process technology"),
    ("sha", "2026-05-14", "information", "the layout the institute draws"),
    ("rui", "2026-05-21", "internal_support", None),
    ("ning", "2026-06-04", "specification_input", "dead volume below two per cent"),
    ("lai", "2026-06-18", "test_report", "three months in the pilot plant"),
    ("hou", "2026-06-18", "reference", None),
)

# What changed about people since the deal began; the fluid systems engineer and the head of purchasing went over.
CHANGES = (
    ("wei2", "2026-05-21", {"type": "stance_changed", "stance": "hostile", "non_supporter": "misinformed"}),
    ("qiao", "2026-06-04", {"type": "stance_changed", "stance": "hostile", "non_supporter": "sceptic"}),
    ("leng", "2026-05-28", {"type": "stance_changed", "stance": "supporter"}),
    ("rui", "2026-06-11", {"type": "stance_changed", "stance": "ally"}),
    ("tai", "2026-06-18", {"type": "stance_changed", "stance": "neutral", "non_supporter": "backslider"}),
    ("suo", "2026-05-07", {"type": "influence_changed", "influence": "60"}),
    ("situ", "2026-06-11", {"type": "role_taken", "role": "economic_decision_maker"}),
    ("rong", "2026-06-12", {"type": "left"}),
)
# How those stood of whom this changed.
BEFORE = {"wei2": "neutral", "qiao": "neutral", "leng": "neutral", "rui": "supporter", "tai": "supporter"}
INFLUENCE_BEFORE = {"suo": "45"}

# Whom we met together, whoever of us was there.
ROUNDS = (
    (("2026-04-16", "2026-05-14", "2026-06-18"), "lian leng ning sha", ["liu-wenjing", "mei-tan"]),
    (("2026-04-23", "2026-05-21", "2026-06-11"), "rui lai nie hou", ["liu-wenjing", "sun-lei"]),
    (("2026-04-28", "2026-05-26", "2026-06-23"), "dou lang", ["sun-lei"]),
)


def tell(ledger: Ledger) -> None:
    account = ledger.account("lanting")
    deal = account.deals["opp-lanting-6"]
    own = {"xu", "cai", "fan", "shen", "peng"}
    rows = [line.split("|") for line in PEOPLE.strip().splitlines()]
    talkers: dict[str, list[str]] = {"M": [], "S": [], "B": [], "L": []}
    for id, name, title, department, superior, roles, stance, influence, style, drivers, formal, contact in rows:
        person = account.person(
            f"lt-{id}", name, title, department, None if superior == "." else f"lt-{superior}"
        )
        if style != ".":
            ledger.tables["stakeholders"][-1]["communication_style"] = STYLES[style]
        position = {"sha": "outside", "lian": "customer"}.get(id)
        now = STANCES.get(stance)
        deal.seat(
            person, roles.strip("."), BEFORE.get(id, now), None, position, since=None if id == "lian" else "2026-04-15"
        )
        seat = ledger.tables["committee_seats"][-1]
        seat["influence"] = INFLUENCE_BEFORE.get(id, influence)
        if id == "lian":
            seat["informs_competitor"] = False
        if drivers != ".":
            seat["drivers"] = [DRIVERS[letter] for letter in drivers]
        if formal != ".":
            seat["formal_roles"] = [FORMAL[letter] for letter in formal]
        if contact != ".":
            talkers[contact].append(person)
    # The vice president has reported to the president since the programme began.
    account.changed("lt-xu", "2026-04-15", type="reporting_line_changed", reports_to="lt-ouyang")
    for id, on, change in CHANGES:
        account.changed(f"lt-{id}", on, deal, **change)
    for line in LINKS.strip().splitlines():
        first, kind, second, strength = line.split()
        ledger.add(
            "relationships",
            **{"from": f"lt-{first}", "to": f"lt-{second}", "kind": LINK_KINDS[kind]},
            strength=None if strength == "." else strength,
        )
    for id, on, kind, note in CONTRIBUTIONS:
        ledger.add(
            "contributions",
            id=ledger.number("contribution", "lanting"),
            opportunity=deal.id,
            stakeholder=f"lt-{id}",
            on=on,
            kind=kind,
            note=note,
        )
    assert {row[4] for row in rows} <= {row[0] for row in rows} | own | {"."}, "everybody reports to somebody told of"
    talks(account, deal, talkers)


def talks(account, deal, talkers: dict[str, list[str]]) -> None:
    """How often each of them and we have spoken."""
    for days, people, members in ROUNDS:
        for on in days:
            account.talk(on, "visit", [f"lt-{id}" for id in people.split()], ["need", "solution"], deal, members=members)
    several = talkers["S"]
    for turn, person in enumerate(several):
        for month, channel in (("2026-04", "phone"), ("2026-05", "instant_message"), ("2026-06", "video_call")):
            on = f"{month}-{16 + turn % 10:02}"
            who = ["liu-wenjing"] if turn % 3 else ["sun-lei"]
            account.talk(on, channel, [person], ["need"], deal, members=who)
    for turn, person in enumerate(talkers["B"]):
        account.talk(f"2026-06-{8 + turn % 18:02}", "phone", [person], ["need"], deal, members=["liu-wenjing"])
    for person in talkers["L"]:
        account.talk("2026-04-17", "phone", [person], ["relationship"], deal, members=["liu-wenjing"])
