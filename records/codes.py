"""The closed vocabularies of the dataset, each a set of codes with what they mean."""

from __future__ import annotations

from typing import Final

DOCUMENT_TYPES: Final = {
    "news": "a news item or comment in the press",
    "press_release": "an organization's own announcement, statement or open letter",
    "report": "a study, survey or white paper",
    "guide": "advice on what to do: a bargaining guide, toolkit or how-to",
    "agreement": "a collective bargaining agreement, side letter or memorandum",
    "legislation": "the text of a bill, act, order, regulation or directive",
    "other": "none of the above",
}
STATUSES: Final = {
    "parsed": "read in full",
    "empty": "read, and there is no text in it",
    "needs_ocr": "pages are pictures and no OCR was available",
    "unsupported": "a format Steward does not read",
    "failed": "could not be read; `issues` says why",
}
RIGHTS: Final = {
    "full": "the text may be republished",
    "quote": "sentences may be quoted as evidence",
    "metadata": "only facts about the document may be published",
}
OUTCOMES: Final = {
    "new": "content not seen before",
    "unchanged": "the same content as before",
    "not_modified": "the server answered 304",
    "disallowed": "robots.txt or policy forbids the request",
    "failed": "no usable answer",
    "skipped": "not asked for",
}
PASSAGE_KINDS: Final = {
    "article": "an article of an agreement or bill",
    "section": "a numbered section",
    "appendix": "an appendix, schedule, exhibit or addendum",
    "side_letter": "a side letter, letter of agreement or memorandum bound with an agreement",
    "heading": "a heading that numbers nothing",
    "paragraph": "a paragraph",
    "list_item": "an item of a list",
    "table": "a table, cells separated by tabs",
}
ORGANIZATION_KINDS: Final = {
    "union": "a labor union, local or council",
    "federation": "a federation of unions",
    "employer": "a company or other employer",
    "employer_association": "an association of employers",
    "government": "a ministry, agency, court or administration",
    "legislature": "a parliament, chamber or committee",
    "ngo": "an advocacy or civil-society organization",
    "research": "a university, institute or think tank",
    "media": "a newsroom or publisher",
    "coalition": "organizations acting together under a name",
    "other": "none of the above, international bodies included",
}
MEMBER_ROLES: Final = {
    "member": "belongs to the coalition",
    "convener": "called it together",
    "signatory": "signed its letter or statement",
}
LEGISLATION_STATUSES: Final = {
    "proposed": "called for or announced",
    "introduced": "introduced in a chamber",
    "passed_chamber": "passed one chamber or a committee of it",
    "passed": "passed by the legislature",
    "enacted": "signed or otherwise made law",
    "vetoed": "vetoed",
    "failed": "voted down or expired",
    "in_force": "spoken of as existing law",
    "executive_order": "an order of the executive",
    "repealed": "repealed or revoked",
}
POSITIONS: Final = {"support": "supports it", "oppose": "opposes it"}
INSTRUMENTS: Final = {
    "agreement": "agreed contract language, in its text or reported",
    "legislation": "content of a law or bill",
    "demand": "asked of an employer or lawmaker",
    "recommendation": "advice",
    "policy": "an employer's own rule, offer or promise",
}
MODALITIES: Final = {
    "obligation": "something must be done",
    "prohibition": "something must not be done",
    "permission": "something may be done",
    "right": "somebody is entitled to something",
    "definition": "says what a term means",
}
DUTY_BEARERS: Final = {
    "employer": "the employer",
    "union": "the union",
    "both": "employer and union",
    "employee": "the employee",
    "government": "a government or legislature",
    "developer": "who makes or sells the technology",
}
UNITS: Final = {
    "percent": "per cent",
    "count": "a number of things or organizations",
    "people": "a number of people",
    "hours": "hours",
    "days": "days",
    "weeks": "weeks",
    "months": "months",
    "years": "years",
    "multiple": "times as many",
}
DIRECTIONS: Final = {"increase": "rose", "decrease": "fell", "level": "stands at"}
EVENT_KINDS: Final = {
    "letter": "an open or joint letter was sent",
    "strike": "a strike, walkout or picket",
    "hearing": "a hearing, forum or testimony",
    "summit": "a summit or conference",
    "report_release": "a report or study came out",
    "agreement_reached": "an agreement was reached or ratified",
    "bill_introduced": "a bill was introduced",
    "law_signed": "a law or order was signed",
    "lawsuit": "a suit, charge or arbitration",
    "launch": "a coalition, product or campaign was launched",
    "layoff": "layoffs",
    "vote": "a vote",
    "other": "another happening the document itself reports",
}
CHANGES: Final = {"added": "new in this snapshot", "removed": "gone from it", "changed": "other values than before"}
CAUSES: Final = {"source": "the document changed", "extractor": "the code changed", "both": "document and code changed"}
SEVERITIES: Final = {
    "info": "worth knowing, nothing lost",
    "warning": "something was read with a loss or a doubt",
    "error": "a document or source could not be used",
}
STAGES: Final = {
    "discover": "finding documents",
    "fetch": "getting them",
    "parse": "reading them",
    "extract": "finding facts",
    "resolve": "giving ids",
    "load": "building the warehouse",
    "check": "checking it",
    "publish": "publishing the snapshot",
}
TOPICS: Final = {
    "definition": "defines AI, an automated system or technological change",
    "advance_notice": "requires notice before technology comes in",
    "information_disclosure": "gives a right to know which systems are used, what data they take and how they decide",
    "consultation_bargaining": "requires consulting or bargaining over the technology or its effects",
    "joint_committee": "sets up a committee or regular meeting on technology",
    "worker_voice_in_design": "has workers take part in design, choice, testing or purchase",
    "impact_assessment": "requires an assessment before or during use",
    "audit": "gives a right to independent audit or review of a system",
    "human_oversight": "keeps a human decision-maker or editor; no decision by a machine alone",
    "explanation_contest": "lets a worker see, have explained or contest an automated result",
    "anti_discrimination": "guards against bias",
    "monitoring_limits": "limits surveillance: GPS, cameras, keystrokes, biometrics, telematics",
    "discipline_limits": "limits discipline or evaluation based on technology",
    "data_rights": "limits, protects or shares the value of workers' data, training data included",
    "job_security": "forbids or limits layoff, displacement, replacement; severance",
    "wage_protection": "protects or raises pay or hours when technology comes in",
    "transfer_recall": "transfer, first refusal, preferential rehire",
    "training": "training, upskilling, AI literacy, its cost and its time",
    "bargaining_unit_work": "keeps new or changed work in the unit",
    "likeness_consent": "consent for voice, likeness, digital replica",
    "authorship_credit": "authorship, credit and pay where AI makes or uses material",
    "use_restriction": "forbids or limits AI for a named purpose",
    "pace_quotas": "quotas, production standards, automated scheduling",
    "health_safety": "safety, ergonomics, stress",
    "automation_tax": "a tax or levy on automation",
    "public_incentives": "public policy, subsidy or procurement that steers automation",
    "organizing_rights": "protects organizing and bargaining itself",
    "remedies": "grievance, arbitration, penalty, private right of action",
    "management_rights": "the employer's right to bring technology in",
    "equipment_costs": "devices, remote access, who pays",
    "other": "on technology at work, none of the above",
}
