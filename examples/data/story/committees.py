"""What is known of the committees of the open deals: what moves people and how they like to be spoken with, who sways
whom, what they did for us, what we know and mean to do, and what was spent."""

from __future__ import annotations

from .ledger import Ledger, money

# How people like to be spoken with. Whoever is not named here: nobody has found out.
STYLES = {
    "facts": (
        "hb-falk al-nguyen al-hollis bw-haslinger fr-rizzo sk-nordli pm-thorne nw-luo lt-cai jw-lu bh-feng "
        "lk-delacroix lk-mercer"
    ),
    "detail": "hb-petersen bw-steiner vl-roche sk-haugen pm-bexley nw-tang nw-he lt-fan lt-shen jw-yan bh-guo lk-tran",
    "people": "hb-oezdemir al-becker bw-kofler fr-greco vl-dumas pm-ashworth nw-deng lt-peng jw-qin bh-ma lk-pruitt",
    "big_picture": "hb-reimers hb-brandt al-ortiz fr-ferrante vl-charpentier sk-eide lt-xu jw-gu",
}

# What moves them, the strongest first, and what their companies call their part. The same in all their open deals.
SEATS = {
    "hb-reimers": ("company_results reputation", "approver"),
    "hb-falk": ("technical_solution expert_standing", "evaluator"),
    "hb-brandt": ("easier_work upkeep_effort", "requester"),
    "hb-oezdemir": ("being_valued upkeep_effort", "requester"),
    "hb-petersen": ("money", "purchaser"),
    "al-hollis": ("company_results achievement_in_office", "approver"),
    "al-nguyen": ("technical_solution", "evaluator"),
    "al-becker": ("easier_work habit", "operator"),
    "al-ortiz": ("achievement group_benefit", "project sponsor"),
    "bw-haslinger": ("money", "purchaser"),
    "bw-moser": ("habit easier_work", "requester"),
    "bw-steiner": ("upkeep_effort technical_solution", "evaluator"),
    "bw-kofler": ("being_valued", "operator"),
    "fr-ferrante": ("money family_security", "approver"),
    "fr-greco": ("habit", "requester"),
    "fr-rizzo": ("technical_solution", "evaluator"),
    "vl-charpentier": ("company_results reputation", "approver"),
    "vl-dumas": ("upkeep_effort easier_work", "requester"),
    "sk-nordli": ("technical_solution reputation", "evaluator"),
    "sk-haugen": ("easier_work", "project lead"),
    "sk-eide": ("achievement", "consultant"),
    "pm-thorne": ("money company_results", "approver"),
    "pm-bexley": ("company_responsibility", "evaluator"),
    "pm-ashworth": ("easier_work being_valued", "requester"),
    "nw-luo": ("company_results", "approver"),
    "nw-tang": ("expert_standing technical_solution", "evaluator"),
    "nw-deng": ("easier_work", "operator"),
    "lt-xu": ("achievement_in_office company_results", "approver"),
    "lt-fan": ("company_responsibility expert_standing", "evaluator"),
    "lt-cai": ("technical_solution", "evaluator"),
    "lt-peng": ("easier_work", "operator"),
    "lt-shen": ("group_benefit", "reviewer"),
    "jw-gu": ("achievement_in_office money", "approver"),
    "jw-lu": ("expert_standing reputation", "evaluator"),
    "jw-yan": ("upkeep_effort", "requester"),
    "bh-feng": ("company_results money", "approver"),
    "bh-ma": ("easier_work", "requester"),
    "bh-guo": ("achievement being_valued", "project lead"),
    "lk-hargrove": ("company_results", "approver"),
    "lk-delacroix": ("technical_solution", "evaluator"),
    "lk-mercer": ("company_responsibility expert_standing", "evaluator"),
    "lk-pruitt": ("easier_work", "operator"),
    "lk-tran": ("being_valued achievement", "planner"),
}

# Who sways, knows, or is at odds with whom, and how close they are.
LINKS = (
    ("hb-oezdemir", "hb-brandt", "influences", "close"),
    ("hb-brandt", "hb-reimers", "influences", "working"),
    ("hb-falk", "hb-reimers", "influences", "close"),
    ("hb-falk", "hb-petersen", "knows", "working"),
    ("al-ortiz", "al-hollis", "influences", "close"),
    ("al-nguyen", "al-hollis", "influences", "working"),
    ("al-becker", "al-ortiz", "knows", "close"),
    ("bw-kofler", "bw-moser", "knows", "close"),
    ("bw-steiner", "bw-haslinger", "influences", "distant"),
    ("bw-moser", "bw-haslinger", "conflicts_with", None),
    ("fr-rizzo", "fr-greco", "knows", "working"),
    ("fr-greco", "fr-ferrante", "influences", "close"),
    ("vl-dumas", "vl-charpentier", "knows", "distant"),
    ("vl-roche", "vl-charpentier", "influences", "working"),
    ("sk-eide", "sk-nordli", "knows", "working"),
    ("sk-haugen", "sk-nordli", "influences", "working"),
    ("pm-ashworth", "pm-thorne", "knows", "working"),
    ("pm-ashworth", "pm-bexley", "conflicts_with", "working"),
    ("nw-tang", "nw-luo", "influences", "close"),
    ("nw-he", "nw-tang", "knows", "distant"),
    ("lt-shen", "lt-xu", "knows", "working"),
    ("lt-cai", "lt-xu", "influences", "close"),
    ("lt-fan", "lt-cai", "conflicts_with", "working"),
    ("jw-lu", "jw-gu", "influences", "close"),
    ("jw-yan", "jw-lu", "conflicts_with", None),
    ("jw-yan", "jw-gu", "knows", "working"),
    ("bh-guo", "bh-feng", "influences", "working"),
    ("bh-ma", "bh-guo", "knows", "close"),
    ("lk-tran", "lk-mercer", "knows", "working"),
    ("lk-delacroix", "lk-hargrove", "influences", "close"),
    ("lk-mercer", "lk-hargrove", "influences", "working"),
    ("lk-mercer", "lk-delacroix", "conflicts_with", "working"),
    ("lk-pruitt", "lk-delacroix", "knows", "close"),
)

# What people did for us: deal, person, day, kind.
CONTRIBUTIONS = (
    ("harbour-5", "hb-oezdemir", "2026-03-12", "guidance", "whom the works council listens to"),
    ("harbour-5", "hb-falk", "2026-04-22", "specification_input", None),
    ("harbour-5", "hb-brandt", "2026-06-09", "internal_support", "spoke for us before the board"),
    ("harbour-5", "hb-reimers", "2026-06-17", "budget", "the second half is in the budget of 2027"),
    ("harbour-6", "hb-oezdemir", "2026-05-19", "introduction", None),
    ("harbour-6", "hb-brandt", "2026-06-18", "test_report", "twelve weeks at station Ost"),
    ("alder-5", "al-ortiz", "2026-05-06", "guidance", None),
    ("alder-5", "al-nguyen", "2026-05-20", "threshold", "hygienic certificate asked of everybody"),
    ("alder-5", "al-becker", "2026-06-11", "reference", "line 2 as a reference"),
    ("alder-5", "al-hollis", "2026-06-24", "commitment", None),
    ("alder-6", "al-ortiz", "2026-06-04", "information", None),
    ("bergwald-4", "bw-kofler", "2026-04-14", "information", "when machine 3 stands still"),
    ("bergwald-4", "bw-steiner", "2026-05-27", "competitor_intelligence", None),
    ("skarvik-3", "sk-eide", "2026-05-20", "information", "how the water balance was reckoned"),
    ("pennmoor-3", "pm-ashworth", "2026-04-15", "reference", None),
    ("pennmoor-3", "pm-ashworth", "2026-06-11", "information", None),
    ("nanwan-5", "nw-tang", "2025-11-12", "specification_input", None),
    ("lanting-4", "lt-shen", "2026-05-13", "guidance", "the validation lead decides on the skid"),
    ("lanting-5", "lt-shen", "2026-06-11", "information", None),
    ("baihe-3", "bh-guo", "2026-05-27", "introduction", None),
    ("baihe-3", "bh-ma", "2026-06-04", "internal_support", None),
    ("lockridge-4", "lk-tran", "2026-04-08", "information", "who writes the letter of intent"),
    ("lockridge-4", "lk-delacroix", "2026-05-12", "specification_input", None),
    ("lockridge-5", "lk-tran", "2026-06-16", "guidance", None),
)

POINTS = (
    "project_steps",
    "procurement_process",
    "organisation",
    "decision_structure",
    "funds",
    "needs",
    "resources",
    "competitors",
    "success_factors",
)
STATES = {"c": "confirmed", "p": "partial", "u": "unknown"}

# How far the nine points are known: deal, day, one letter for each point in their order (`.`: no record), source.
INFORMATION = (
    ("harbour-5", "2026-04-14", "ccccpcccc", "engineering department"),
    ("harbour-5", "2026-06-17", "c..cc..cc", "managing director"),
    ("harbour-6", "2026-05-19", "ccccpcppc", "visit of May"),
    ("alder-5", "2026-04-28", "ccccccccc", "improvement lead"),
    ("alder-5", "2026-06-24", "c..cc..cc", "video call with operations"),
    ("alder-6", "2026-06-04", "cccpucppp", "visit of June"),
    ("bergwald-4", "2026-02-18", "pcpp.cup.", "production"),
    ("bergwald-4", "2026-05-27", "c...p..c.", "maintenance"),
    ("bergwald-5", "2025-12-10", "pcpppppp.", "purchasing"),
    ("ferrante-4", "2026-01-14", "pp.pup.u.", "offer request"),
    ("ferrante-5", "2025-11-05", "p..pu....", "offer request"),
    ("vallon-4", "2026-06-17", "puppupucp", "maintenance manager"),
    ("skarvik-1", "2026-04-15", "pppuucpp.", "project manager"),
    ("skarvik-2", "2026-05-19", "u..u.p...", "project manager"),
    ("skarvik-3", "2026-05-20", "pppupcppp", "process consultant"),
    ("pennmoor-3", "2026-02-25", "ccccpcppc", "engineering"),
    ("pennmoor-3", "2026-06-11", "c....c..c", "head brewer"),
    ("pennmoor-4", "2026-06-03", "pp.p.cp..", "head brewer"),
    ("nanwan-4", "2025-12-17", "pppcupp..", "general manager"),
    ("nanwan-5", "2025-11-12", "cppcpcpp.", "chief engineer"),
    ("lanting-4", "2026-05-13", "cppppcp.p", "quality assurance"),
    ("lanting-5", "2026-03-18", "cccccccpc", "process engineering"),
    ("lanting-5", "2026-06-03", "c..p...c.", "quality assurance"),
    ("jiangwan-3", "2025-08-13", "ppccccpuc", "maintenance engineer, since gone"),
    ("jiangwan-3", "2026-05-27", "p..p.p.pp", "deputy general manager"),
    ("jiangwan-5", "2026-05-06", "u..u.p.c.", "equipment manager"),
    ("baihe-3", "2026-05-27", "cccupcppp", "project office"),
    ("baihe-4", "2026-06-03", "p..p.p...", "project office"),
    ("lockridge-4", "2026-03-11", "cccppcccc", "turnaround planner"),
    ("lockridge-4", "2026-06-10", "p...c..c.", "rotating equipment"),
    ("lockridge-5", "2026-06-02", "ppcppcpcp", "turnaround planner"),
    ("lockridge-6", "2026-03-25", "pppppcp.p", "unit lead"),
)
FACTORS = {
    "harbour-5": ("energy per cubic metre", "spare parts within a day", "one partner for all stations"),
    "harbour-6": ("no second cable", "alarms on the existing console"),
    "alder-5": ("start in October", "cleaning time", "price of wear parts"),
    "alder-6": ("response time",),
    "vallon-4": ("spare parts on the spot",),
    "skarvik-3": ("water balance",),
    "pennmoor-3": ("price in pounds", "cleaning without dismantling"),
    "lanting-4": ("validation papers", "clean-room time"),
    "lanting-5": ("validation papers", "dead volume", "delivery by August"),
    "jiangwan-3": ("tightness", "price", "no shaft seal"),
    "baihe-3": ("metering accuracy",),
    "lockridge-4": ("delivery before the turnaround", "seal life", "training by their own people"),
    "lockridge-5": ("material certificate",),
    "lockridge-6": ("price",),
}

# Rivals: deal, who, day, how they stand seen from us, what we mean to do about it.
RIVALS = (
    ("harbour-5", "Maasdrecht Flow", "2026-04-14", "behind", "let them quote; our energy figures are measured at Ost"),
    ("alder-5", "Bluestem Fluid", "2026-05-20", "out", None),
    ("bergwald-4", "Tornqvist Pumps", "2026-02-18", "level", "cost over five years instead of price a piece"),
    ("bergwald-4", "Tornqvist Pumps", "2026-06-16", "ahead", "cost over five years instead of price a piece"),
    ("bergwald-5", "Tornqvist Pumps", "2025-12-10", "ahead", None),
    ("ferrante-4", "Veltri Dosatori", "2026-04-15", "level", None),
    ("ferrante-4", "Maasdrecht Flow", "2026-04-15", None, None),
    ("vallon-4", "Tornqvist Pumps", "2026-04-15", "ahead", "a spare-parts store in their own hall"),
    ("skarvik-3", "Maasdrecht Flow", "2026-05-20", None, None),
    ("pennmoor-3", "Maasdrecht Flow", "2026-02-25", "behind", "keep to the brewer's cleaning times"),
    ("lanting-5", "Maasdrecht Flow", "2026-06-03", "level", "be first with the validation papers"),
    ("lanting-6", "Maasdrecht Flow", "2026-05-14", "ahead", "win the design institute for our skid layout"),
    ("lanting-6", "Qianlang Pumps", "2026-05-14", "behind", None),
    ("jiangwan-3", "Qianlang Pumps", "2026-02-26", "level", "the leak report of their first pumps"),
    ("jiangwan-5", "Qianlang Pumps", "2026-05-06", "ahead", None),
    ("baihe-3", "Qianlang Pumps", "2026-05-27", "behind", "one month of metering beside theirs"),
    ("lockridge-4", "Bluestem Fluid", "2026-03-11", "level", "delivery before the turnaround, with a penalty"),
    ("lockridge-4", "Tornqvist Pumps", "2026-06-10", None, None),
    ("lockridge-5", "Bluestem Fluid", "2026-06-02", "ahead", None),
)

# What we have to do: deal, what, who of us, whom it concerns, set, due, done.
TASKS = (
    ("harbour-5", "Bring the energy figures of station Ost", "jonas-reuter", "hb-falk", "2026-06-09", "2026-07-03", None),
    ("harbour-6", "Show the alarms on their console", "jonas-reuter", "hb-brandt", "2026-06-18", "2026-07-10", None),
    ("harbour-6", "Write down the test at station Ost", "katrin-vogel", None, "2026-05-19", "2026-06-12", "2026-06-11"),
    ("alder-5", "Have the contract read by both sides", "dana-whitfield", "al-hollis", "2026-06-24", "2026-07-08", None),
    ("alder-6", "Offer for response within four hours", "dana-whitfield", "al-ortiz", "2026-06-04", "2026-07-17", None),
    ("bergwald-4", "Reckon the cost over five years", "lukas-hofer", "bw-haslinger", "2026-05-27", "2026-06-19", None),
    ("bergwald-5", "Decide whether to enter the auction", None, None, "2026-05-20", "2026-06-15", None),
    ("ferrante-4", "Find somebody who guides us", "marco-bellini", None, "2026-05-06", None, None),
    ("vallon-4", "Settle the complaint of July 2025", "marco-bellini", "vl-charpentier", "2026-04-15", "2026-05-29", None),
    ("vallon-4", "Draw the spare-parts store", "elena-conti", "vl-dumas", "2026-05-27", "2026-07-15", None),
    ("skarvik-1", "Ask who signs", "ingrid-solheim", "sk-nordli", "2026-04-15", "2026-05-15", None),
    ("skarvik-3", "Review the water balance", "jonas-reuter", "sk-eide", "2026-05-20", "2026-07-01", None),
    ("pennmoor-3", "Meet finance again before the signature", "ingrid-solheim", "pm-thorne", "2026-06-10", "2026-06-24", None),
    ("nanwan-5", "Visit the works", "huang-siyu", "nw-luo", "2026-01-12", "2026-03-13", None),
    ("lanting-4", "Get to know the validation lead", "liu-wenjing", "lt-fan", "2026-05-13", "2026-06-12", None),
    ("lanting-5", "Hand over the validation papers", None, "lt-cai", "2026-06-03", "2026-07-06", None),
    ("lanting-6", "Lay out the skid with the design institute", "sun-lei", None, "2026-05-14", "2026-07-31", None),
    ("lanting-6", "Find out whose the final yes is", "mei-tan", "lt-xu", "2026-05-14", "2026-06-19", None),
    ("jiangwan-3", "Bring the leak report", "zhao-peng", "jw-gu", "2026-05-27", "2026-06-26", None),
    ("jiangwan-5", "Learn what the chief process engineer has against us", None, "jw-lu", "2026-05-06", None, None),
    ("baihe-3", "Ask who checks the technology", "huang-siyu", "bh-guo", "2026-05-27", "2026-07-03", None),
    ("lockridge-4", "Meet the senior vice president", "ray-castellano", "lk-hargrove", "2026-03-11", "2026-05-01", None),
    ("lockridge-5", "Answer reliability's list of failures", "nadia-haddad", "lk-mercer", "2026-06-02", "2026-07-10", None),
    ("lockridge-6", "Speak with the unit lead", "ray-castellano", "lk-boone", "2026-05-06", "2026-06-05", None),
)

# How we mean to break through: deal, day, stage, goal, resources of ours, of others.
PLANS = (
    ("harbour-5", "2026-06-02", "comparison", "the comparison is made on energy over ten years",
     ("measurements at Ost", "application laboratory"), ("the works council",)),
    ("alder-5", "2026-06-10", "commitment", "signed before the summer holidays",
     ("legal department",), ("improvement lead",)),
    ("bergwald-4", "2026-03-04", "incubation", "production wants us again", ("service engineer",), ()),
    ("vallon-4", "2026-05-28", "incubation", "the complaint is settled face to face", ("head of service",), ()),
    ("pennmoor-3", "2026-06-10", "commitment", None, (), ("head brewer",)),
    ("lanting-4", "2026-05-14", "design", "the validation lead has seen our papers", ("quality manager",), ()),
    ("lanting-6", "2026-05-14", "incubation", "our skid layout is in the design institute's plan",
     ("sales director China", "last engineer in Shanghai"), ("design institute",)),
    ("jiangwan-3", "2026-05-28", "comparison", "tightness decides, and the leak report is on the table",
     ("seal laboratory",), ()),
    ("lockridge-4", "2026-06-11", "commitment", "the senior vice president has seen us before he signs",
     ("sales director",), ("rotating equipment",)),
)

# What was spent: account, day, for what, deal, on whom, who of us, how much.
EXPENSES = (
    ("harbour", "2026-05-19", "travel", "harbour-6", None, "katrin-vogel", (310, "EUR")),
    ("harbour", "2026-06-18", "sample", "harbour-6", "hb-brandt", "jonas-reuter", (1450, "EUR")),
    ("alder", "2026-06-11", "hospitality", "alder-5", "al-hollis", "dana-whitfield", (185, "USD")),
    ("alder", "2026-06-25", "training", "alder-4", "al-becker", "tyler-brooks", (2400, "USD")),
    ("bergwald", "2026-06-16", "hospitality", "bergwald-4", "bw-haslinger", "lukas-hofer", (96, "EUR")),
    ("pennmoor", "2026-03-18", "gift", "pennmoor-3", "pm-thorne", "ingrid-solheim", (240, "EUR")),
    ("lanting", "2026-05-14", "travel", "lanting-6", None, "mei-tan", (3200, "CNY")),
    ("lanting", "2026-06-18", "hospitality", "lanting-6", None, "liu-wenjing", (1900, "CNY")),
    ("jiangwan", "2026-05-14", "travel", "jiangwan-3", None, "zhao-peng", None),
    ("lockridge", "2026-06-09", "travel", "lockridge-4", None, "ray-castellano", (780, "USD")),
)

OPEN = {deal for deal, *_ in INFORMATION} | {"lanting-6"}


def tell(ledger: Ledger) -> None:
    people(ledger)
    for first, second, kind, strength in LINKS:
        ledger.add("relationships", **{"from": first, "to": second, "kind": kind, "strength": strength})
    for deal, person, on, kind, note in CONTRIBUTIONS:
        id = ledger.number("contribution", deal.split("-")[0])
        ledger.add(
            "contributions", id=id, opportunity=f"opp-{deal}", stakeholder=person, on=on, kind=kind, note=note
        )
    information(ledger)
    for deal, rival, on, standing, strategy in RIVALS:
        ledger.add(
            "opportunity_competitors",
            opportunity=f"opp-{deal}",
            competitor=rival,
            on=on,
            standing=standing,
            strategy=strategy,
        )
    for deal, title, owner, person, opened, due, closed in TASKS:
        account = deal.split("-")[0]
        ledger.add(
            "tasks",
            id=ledger.number("task", account),
            account=f"acc-{account}",
            title=title,
            opportunity=f"opp-{deal}",
            owner=owner,
            stakeholder=person,
            opened_on=opened,
            due_on=due,
            closed_on=closed,
        )
    for deal, on, stage, goal, ours, others in PLANS:
        ledger.add(
            "breakthrough_plans",
            opportunity=f"opp-{deal}",
            on=on,
            stage=stage,
            goal=goal,
            internal_resources=list(ours),
            external_resources=list(others),
        )
    for account, on, kind, deal, person, by, amount in EXPENSES:
        ledger.add(
            "expenses",
            id=ledger.number("expense", account),
            account=f"acc-{account}",
            on=on,
            kind=kind,
            opportunity=f"opp-{deal}",
            stakeholder=person,
            by=by,
            amount=money(*amount) if amount else None,
        )


def people(ledger: Ledger) -> None:
    """Styles, drivers and formal roles; why some are not for us, and who else is told; two lines that went wrong."""
    styles = {person: style for style, named in STYLES.items() for person in named.split()}
    for person in ledger.tables["stakeholders"]:
        if person["id"] in styles:
            person["communication_style"] = styles[person["id"]]
    for seat in ledger.tables["committee_seats"]:
        if seat["opportunity"].removeprefix("opp-") in OPEN and seat["stakeholder"] in SEATS:
            drivers, formal = SEATS[seat["stakeholder"]]
            seat["drivers"], seat["formal_roles"] = drivers.split(), [formal]
        if seat["stakeholder"] == "bw-haslinger":
            seat["non_supporter"] = "sceptic"
            # What was hinted at over the framework is written down, and answered by nobody.
            if seat["opportunity"] == "opp-bergwald-5":
                seat["drivers"].append("unlawful_inducement")
        if "coach" in seat["roles"] and seat["stakeholder"] in ("hb-oezdemir", "al-ortiz", "lt-shen"):
            seat["informs_competitor"] = False
    turned = {
        ("jw-lu", "2026-03-19"): "misinformed",
        ("jw-yan", "2026-03-26"): "backslider",
        ("lk-mercer", "2026-04-21"): "sceptic",
        ("vl-charpentier", "2025-07-21"): "backslider",
    }
    for change in ledger.tables["stakeholder_changes"]:
        kind = turned.get((change["stakeholder"], change["on"]))
        if kind and change["change"]["type"] == "stance_changed":
            change["change"]["non_supporter"] = kind
    # The shift lead, asked who else she speaks with, named Tornqvist's salesman.
    ledger.account("bergwald").changed(
        "bw-kofler", "2026-05-12", type="informs_competitor_changed", informs_competitor=True
    )
    # Since the mill's new order of April, each of the two is put under the other.
    ledger.account("bergwald").changed(
        "bw-moser", "2026-04-01", type="reporting_line_changed", reports_to="bw-steiner"
    )
    # Still listed under the maintenance engineer who left.
    jiangwan = ledger.account("jiangwan")
    jiangwan.person("jw-hu", "Hu Mengqi", "Instrument Technician", "Equipment", "jw-qin")
    jiangwan.deals["opp-jiangwan-3"].seat("jw-hu", "", None, 20)


def information(ledger: Ledger) -> None:
    for deal, on, letters, source in INFORMATION:
        for point, letter in zip(POINTS, letters, strict=True):
            if letter != ".":
                factors = FACTORS.get(deal) if point == "success_factors" else None
                ledger.add(
                    "information_records",
                    opportunity=f"opp-{deal}",
                    point=point,
                    on=on,
                    state=STATES[letter],
                    source=source,
                    success_factors=list(factors) if factors else None,
                )
