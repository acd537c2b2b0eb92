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
SOURCE_OUTCOMES: Final = {
    "ok": "it answered, as expected",
    "unusual": "it answered, with far fewer or more documents than are expected",
    "silent": "it answered, with nothing new for longer than is normal",
    "partial": "it answered, and some of its documents could not be had",
    "failed": "it did not answer, or not with what it should; what came from it before is kept, and is stale",
    "skipped": "it was not asked; `why` says why",
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
AGREEMENT_PARTS: Final = {
    "agreement": "an agreement of its own",
    "supplement": "a supplement or rider to an agreement",
    "letter": "a letter, memorandum or extension that changes or adds to an agreement",
}
AGREEMENT_RELATIONS: Final = {
    "predecessor": "the agreement of the same parties before it",
    "sister": "another agreement of the same employer that holds at the same time",
}
CLAUSE_CHANGES: Final = {
    "same": "the same words stand in both",
    "changed": "both have the clause, in other words",
    "added": "only this agreement has it",
    "dropped": "only the other has it",
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
LEGISLATION_EVENTS: Final = {
    "introduced": "introduced, filed or read for the first time",
    "referred": "sent to a committee",
    "hearing": "heard by a committee",
    "reported": "reported or passed by a committee",
    "amended": "its text was changed",
    "passed_chamber": "passed a chamber",
    "passed": "passed by the legislature, or presented for signature",
    "enacted": "signed or otherwise made law",
    "vetoed": "vetoed",
    "failed": "voted down, withdrawn, postponed for good, or expired",
    "other": "another step",
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
    "definition": "says what AI, an automated system or technological change means",
    "advance_notice": "the other side must be told some time before technology arrives",
    "information_disclosure": "workers or union may learn what is used, on which data, and how it decides",
    "consultation_bargaining": "the technology or its effects must be talked over or bargained",
    "joint_committee": "a committee or standing meeting on technology",
    "worker_voice_in_design": "workers have a part in designing, choosing, testing or buying",
    "impact_assessment": "effects must be assessed, before use or while in use",
    "audit": "a system may be examined by independent eyes",
    "human_oversight": "a person decides or edits; the machine does not decide by itself",
    "explanation_contest": "a worker may see an automated result, have it explained, or dispute it",
    "anti_discrimination": "protection from biased results",
    "monitoring_limits": "bounds on watching workers: cameras, location, keystrokes, biometrics, telematics",
    "discipline_limits": "bounds on discipline or evaluation that rests on technology",
    "data_rights": "workers' data, also as training data: limits, protection, a share of its value",
    "job_security": "no layoff, displacement or replacement, or bounds on it; severance",
    "wage_protection": "pay or hours kept or raised when technology arrives",
    "transfer_recall": "another post, first refusal, rehiring before others",
    "training": "learning new skills or AI literacy: who gives it, pays it, makes time for it",
    "bargaining_unit_work": "new or changed work stays with the unit",
    "likeness_consent": "voice, likeness or digital replica only with consent",
    "authorship_credit": "credit, authorship and pay where AI makes material or uses it",
    "use_restriction": "AI is barred from, or limited in, a purpose that is named",
    "pace_quotas": "quotas, standards of production, schedules made by machine",
    "health_safety": "safe and healthy work: injury, ergonomics, stress",
    "automation_tax": "automation is taxed or levied",
    "public_incentives": "public money, purchasing or policy that steers automation",
    "organizing_rights": "the right to organize and bargain is itself protected",
    "remedies": "how a breach is answered: grievance, arbitration, penalty, lawsuit",
    "management_rights": "what the employer may bring in on its own",
    "equipment_costs": "devices and remote access, and who bears their cost",
    "other": "about technology at work, and none of the topics above",
}
