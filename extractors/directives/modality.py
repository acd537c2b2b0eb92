"""What a provision does: must, must not, may, is entitled, means; who is bound; how many days of notice."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.text.numbers import spelled_value
from extractors.text.quick import quick

_DEFINES = re.compile(
    r"\b(?:shall|will) (?:be )?(?:understood to )?mean\b"
    r"|(?<!\bby )(?<!\band )(?<!\bor )(?<!, )(?<!electronic )(?<!mechanical )(?<!automated )(?<!any )"
    r"(?<!other )(?<!all )(?<!such )(?<!same )(?<!digital )(?<!technical )"
    r"(?<!available )\bmeans\b(?= (?!of\b|to\b|by\b|and\b|or\b"
    r"|unless\b|is\b|are\b|shall\b|may\b|will\b|not\b|if\b|when\b|that are)[a-z“\"(])|\b(?:is|are"
    r"|(?:shall|will) be(?: as)?) defined (?:as|to|in|under|by)\b"
    r"|^(?!.{0,300}\b(?:[Rr]ights?|[Mm]anagement|[Mm]anagerial"
    r"|[Pp]rerogatives?)\b)[^.;]{0,200}\b(?:encompass(?:es)?|includes?)(?: and includes?)?,? but (?:is"
    r"|are) not limited to\b(?![^.]{0,400}\bshall\b)|\brefers to\b|\bshall refer to\b"
    r"|^\W{0,3}(?:An? |The )?(?:term )?[“\"][^”\"]{2,60}[”\"] (?:is|are|includes?|does not|refers?)\b"
    r"|^\W{0,3}An? (?:\w+ ){1,2}change is\b(?! (?:not|subject|technolog\w+))"
    r"|^\W*For (?:the )?purposes? of [^,;.]{3,60}, [^,;.]{2,60} (?:shall |will )?(?:includes?|encompass(?:es)?)\b"
    r"|\b(?:is|are) described as\b"
    r"|^(?!.{0,400}\b(?:shall|will|must|may|should|agrees?)\b)\W{0,3}(?!When|If|Where|There|It |This |These )"
    r"(?:An? |The term )?[“\"]?[\w/ -]{2,40}[”\"]? (?:is|are) "
    r"(?:an?|any|all|the (?:use|process|practice)|work|those|equipment|software|hardware|devices?)\b"
    r"(?! (?:violation|condition|matter|right|responsibilit\w+|duty|part|subject|requirement|proper|grievance))"
    r"|^It does not include\b",
    re.IGNORECASE,
)
_FORBIDS = quick(
    r"\b(?:shall|will|may|must|should|can|could|would|do|does|is|are|be)(?: ?n[’']t\b|not\b|\s+not\b"
    r"|\s+neither\b|\s+never\b)|\bcannot\b|\bcan[’']t\b|\bshouldn[’']t\b|\bwon[’']t\b"
    r"|\b(?:prohibit(?:s|ed|ing)?|forbid(?:s|den|ding)?|ban(?:s|ned|ning)?|bar(?:s|red|ring)?"
    r"|block(?:s|ing)?|outlaw(?:s|ed)?|precluded?|restrict(?:s|ed)? (?:the use|from)|agrees? not to)\b"
    r"|\b(?:shall|may|will|must|should) only\b|\b(?:shall|may|will|must"
    r"|should) (?:be (?:\w+ )?)?(?:\w+ ){0,8}?only (?:where|if|when|for|by|with|as|at|in|to|on|after|under|upon)\b"
    r"|\bonly be (?:used|\w+ed)\b|\blimit(?:s|ed)? (?:\w+ ){1,6}to\b"
    r"|\b(?:shall|will|may|should|must) (?:be )?(?:limited|exclude)\b"
    r"|\bnegotiate (?:strict )?limits\b|\bno larger than\b"
    r"|\b[Nn]o more than \w+ \w+ (?:\w+ ){0,3}may\b"
    r"|\b(?:may|shall|will|can) (?:\w+ ){0,3}no more than\b"
    r"|\b(?:may|shall|will|can) (?:\w+ ){4,7}no more than\b"
    r"(?! [\w-]+ (?:\(\d+\) )?(?:\w+ )?(?:days?|hours?|weeks?|months?|minutes?)\b)",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"(?:^|[,;:] |[.:]?[—–]|\bthat |\bagree |\bunder which )\W{0,3}(?:no|neither|nobody|no one"
    r"|none)\b[^.;]{1,160}?\b(?:shall|may|will|should|must|can)\b(?! not)"
    r"|\b(?:shall|will|should|must) be no\b(?! (?:larger|more|later|less|fewer))",
    re.IGNORECASE,
)
_AFFORDS = re.compile(
    r"(?:shall|will|must|agrees? to|undertakes? to)\s(?:\w+\s)?(?:give|provide|afford|offer|allow)\b", re.IGNORECASE
)
_ASSURES = re.compile(
    r"\b(?:shall|will|must|agrees? to)\s[^,;.]{0,60}\b(?:ensure|endeavou?r|effort)\w*\b[^,;.]{0,30}\bthat\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:who|whom|which|that|whose|where|if|when|unless)\b", re.IGNORECASE)
_STRONG = re.compile(r"\b(?:shall|will|must|may|should|agrees?)\b", re.IGNORECASE)
_ENTITLES = re.compile(
    r"\b(?:has|have|having|had|retain\w*|reserve\w*|keep\w*|afford\w*|give\w*|gain\w*|secure\w*|grant\w*"
    r"|guarantee\w*|for|with|to) (?:\w+ ){0,4}?(?:an? |the |all |its |their )?(?:\w+ )?(?:rights?"
    r"|option|opportunit(?:y|ies)|first claim|priority|jurisdiction)\b(?! (?:to|of) work laws?)"
    r"|\b(?:shall|will) (?:also )?have (?:\w+ )?access\b"
    r"|\bentitled(?:,[^,.;]{1,40},)? to\b|\bright (?:to|of)\b"
    r"|\b(?:is|are|(?:shall|will) be) (?:\w+ly )?eligible (?:for|to)\b"
    r"|\brights of (?:the )?(?:county|employer|company|city|state"
    r"|management|district|agency)\b|\b(?:is|are|shall be"
    r"|be) subject to the grievance|\bmay be submitted to arbitration"
    r"|\bshall be the (?:sole )?property of|\bowns? the (?:copyright|rights?)\b"
    r"|\ballows? (?:workers?|employees?|the union|unions?)\b|\bfreedom from\b|\bmade available (?:for review|to)\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:may|can|could)\b(?! (?:not\b|only\b|be required|result|arise|affect"
    r"|have (?:been|an? (?:\w+ )?(?:impact|effect)|the effect|adverse)"
    r"|be (?:\w+ )?affected))",
    re.IGNORECASE,
)
_LETS = re.compile(r"(?:shall|will) (?:also )?be (?:permitted|allowed|free)\b", re.IGNORECASE)
_OPENING_SENTENCE = re.compile(r"[^.;]{30,400}\.(?=\s+[A-Z])")
_AND_MUST = re.compile(r"[^.;]{0,80}\band (?:must|shall)\b")
_RECEIVES = re.compile(r"\s+be (?:given|told|shown|provided|offered|informed|allowed|granted|paid|sent)\b")
_MUST = re.compile(
    r"\b(?:shall|must|will|would|should|agrees?(?: to)?|require[sd]?|requiring|is to|are to|has to"
    r"|have to|need(?:s)? to|oblige[sd]?|mandat(?:e|es|ed|ing)|ensure|responsib\w+|undertakes?"
    r"|(?:is|are) expected to)\b",
    re.IGNORECASE,
)

_EMPLOYER = (
    r"(?:port|terminal|plant|mine|facility|hotel|platform|system) operators?|employers?"
    r"|compan(?:y|ies)|count(?:y|ies)|city|state|agenc(?:y|ies)|colleges?|universit(?:y|ies)|districts?|departments?|management|managers?|supervis\w+|boards?|hospitals?|studios?"
    r"|producers?|publishers?|sheriff(?:[’']s office)?|authority|port|carriers?|league|administration"
    r"|chief|directors?|superintendent|corporation|bureau|library|town|village|commission|firms?"
    r"|institutions?|administrators?|hotels?|newspapers?|railroads?|theatres?|theaters?|networks?|schools?|clubs?|teams?"
    r"|boss(?:es)?|business(?:es)?|platforms?|ups|operators?|employing"
)
_UNION = r"unions?|associations?|guilds?|locals?|federations?|stewards?|labor organizations?|bargaining representative"
_PEOPLE = (
    r"employees?|workers?|members?|officers?|teachers?|nurses?|drivers?|performers?|writers?|players?"
    r"|staff|instructors?|faculty|operators?|technicians?|providers?|applicants?|individuals?|caregivers?|aides?"
    r"|attendants?|PSWs?|HCWs?|PCAs?|subordinates?"
    r"|deput(?:y|ies)"
    r"|person(?:s|nel)?|incumbents?|artists?|musicians?|pilots|attorneys?|physicians?|firefighters?"
    r"|everyone|people|artists"
)
_JOINT = r"parties|both sides|either (?:side|party)|each (?:side|party)|committee|both|labor-management"
_PUBLIC = (
    r"congress|governments?|regulators?|lawmakers|policymakers|secretary|department|commission"
    r"|attorney general|commissioner|division|agency|agencies|director|administrator|ministers?"
    r"|senate|parliament|federal|states?"
    r"|legislators?|legislatures?|administration|president|prime minister|board"
)
_DEVELOPER = r"developers?|vendors?|manufacturers?|deployers?|providers of AI|tech companies|AI companies"
_SUBJECTS = re.compile(
    rf"\b(?:(?P<joint>{_JOINT}|(?:{_EMPLOYER})(?: and|,) (?:the )?(?:{_UNION})"
    rf"|(?:{_UNION}) and (?:the )?(?:{_EMPLOYER})|(?:{_EMPLOYER}) and (?:the )?(?:{_PEOPLE}))"
    rf"|(?P<developer>{_DEVELOPER})|(?P<union>{_UNION})(?! (?:members?|representatives?)\b)"
    rf"|(?P<people>{_PEOPLE})|(?P<employer>{_EMPLOYER})(?![’']s? ))\b",
    re.IGNORECASE,
)
# What makes the name of an actor before it a part of the name of a thing: "employee data", "the driver’s recordings".
_ADJUNCT = re.compile(
    r"-\w|[’']s? (?!(?:designees?|representatives?|agents?|successors?|office)\b)"
    r"| (?:data|information|records?|recordings?|footage|time ?(?:cards?|sheets?)|privacy|location|E-Tech|requests?"
    r"|names?|images?|likeness(?:es)?|files?|safety|monitoring|surveillance|performance|training|consent|evaluations?"
    r"|productivity|workstations?|computers?|devices?|phones?|vehicles?)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:shall|will|must|may|should|would|can(?:not)?|agrees?|(?:is|are) (?:to|not|prohibited"
    r"|required|responsible|encouraged|free|expected)|ha(?:s|ve) (?:to|the|a|responsibility)|has|have"
    r"|provides?|retains?|recogni[sz]es?|understand|needs? to|keeps?|stays?)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\b(?:is|are)(?= (?:\w+(?:ed|en)|paid|told|shown|made|held|kept|sent|set|put)\b)")
_PASSIVE = re.compile(
    r"\s*(?:not )?(?:also )?(?:perform (?:that|such|the|this|all)"
    r"|(?:only )?(?:\w+ly )?(?:be )?(?:\w+ly )?(?:required|released|eligible|guaranteed|oriented|excused|exempted"
    r"|protected|subject|disciplined|laid|provided"
    r"|given|paid|allowed|permitted|notified|informed|trained|offered|entitled|compensated|reimbursed"
    r"|denied|issued|monitored|watched|replaced|displaced|discharged|evaluated|shown|told"
    r"|retrained|terminated|dismissed|deprived|reassigned|transferred|assigned|granted|advised"
    r"|consulted|considered|credited|used|responsible for any|recalled|held|furnished|supplied|equipped|afforded"
    r"|charged|penali[sz]ed|told|credited|made whole|compelled|forced|approved|able|expected|asked|on (?:paid|pay)"
    r"|videotaped|filmed|recorded|photographed)|receive|lose|suffer|remain on pay|share in"
    r"|(?<=not )have (?:their|his|her)\b"
    r"|have (?:the |an? |first )?(?:right|opportunity|option|priority)|be shown)",
    re.IGNORECASE,
)
# "Any employee who alters a time card shall be subject to discharge" forbids it.
_PENALIZES = re.compile(
    rf"\W*(?:Any|An|All|Each) (?:{_PEOPLE}) (?:\w+ing|who|found|caught|that)\b[^.;]{{3,200}}?\b(?:shall|will|may) be"
    r" (?:\w+ly )?(?:subject to (?:\w+ )?(?:disciplin|discharg|dismiss|terminat)"
    r"|disciplined|discharged|dismissed|terminated)",
    re.IGNORECASE,
)
_REQUIRED_TO = re.compile(r"\s+(?:also )?(?:be )?(?:required|expected|asked) to (?!be (?!as\b))\w+", re.IGNORECASE)
# Who does what a thing is to have done to it: "the furniture shall be provided by the employee".
_BY_PEOPLE = re.compile(
    rf"(?:\s+(?:\w+ly|also))?\s+be\s+(?:\w+ly )?(?:provided|supplied|furnished|paid|borne|kept|maintained|reported"
    rf"|returned|completed|submitted) by (?:the |an? |each |any )?(?:{_PEOPLE})\b(?![’'])",
    re.IGNORECASE,
)
_IS_UP_TO = re.compile(rf"\bresponsibility of (?:the |an? |each |all )?(?:\w+ )?(?:{_PEOPLE})\b(?![’'])", re.IGNORECASE)
_THEY = re.compile(r"\b(?:they|he|she|he/she|s/he|he or she)\s*$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\band (?:such|the|those|any|their|his|her) (?:\w+ ){1,4}(?:shall|will|may|must) not be\b", re.IGNORECASE
)
_ASIDE = re.compile(r"\A,[^,;.]{3,80},")  # "shall, at the expense of the Employer, be given"
_POST = re.compile(
    r"\s(?:of|for|by|with|in|on|to|from|who|whose|that|which|using|when|where|under|whom|at|as)\b"
    r"|\(including|-facing",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\barbitrat|\bgrievance|\bresolved (?:under|pursuant)|\bmeeting shall|\bnegotiations between"
    r"|\bbetween the (?:parties|\w+ and the \w+)\b|\bmutual",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\W*(?:If|When|Where|Whenever|Unless|In|Before|Upon|Prior|As|While|After|Within|During|For|At|On"
    r"|By|Until|Subject|Except|Under|Should|Notwithstanding|With|Once)\b"
)

_UNIT = r"(?:calendar |working |business |work |full |consecutive |school |clear )*"
_UNIT += r"(?P<unit>days?|weeks?|months?|hours?|years?)[’']?s?"
_DURATION = re.compile(
    rf"(?:(?P<digits>\b\d{{1,4}})\)?|(?P<spelled>\b[A-Za-z]+(?:[- ][A-Za-z]+){{0,3}})[ \-])[ \-]*{_UNIT}"
    r"(?P<after>.{0,90})",
    re.IGNORECASE | re.DOTALL,
)
_AHEAD = re.compile(
    r"\s*,?\s*(?:(?:of )?(?:advance|advanced|prior|written|previous)[ ,]+){0,3}(?:notice"
    r"|notification|warning)\b|\s*(?:prior to|before|ahead|in advance|advance|beforehand|or more (?:before"
    r"|prior))\b",
    re.IGNORECASE,
)
_NOTICE_OF = re.compile(
    r"\bnotice (?:of |shall be |period of |must be )?(?:at least |not less than |no less than "
    r"|a minimum of |no fewer than )?[^.;]{0,24}$"
    r"|\bnotice\b[^.;]{0,80}\b(?:of|least|less than|minimum of|fewer than) (?:(?:an?|one) )?(?:\w+ (?:\w+ ){0,3}\()?$",
    re.IGNORECASE,
)
_FLOOR = re.compile(r"\bbut (?:in no (?:event|case) )?(?:not |no )?(?:less|fewer) than\b", re.IGNORECASE)
_UNTIL_AFTER = re.compile(r"\buntil\b[^.;]{0,60}\Z")
_GIVES = re.compile(
    r"\bnoti(?:ce|f\w+)\b|\binform(?:s|ed|ing)?\b|\badvis\w+|\bprovid\w+|\bdisclos\w+|\bmeet\w*|\bconsult\w*"
    r"|\bassess\w*|\bshare\w*|\bt(?:ell|old)\b|\bdescri\w+|\bpost(?:ed|ing)?\b|\bmade available\b|\badvance\b"
    r"|\b(?:shall|must|would have to|has to) give\b|\bwarn\w*",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\W*(?:The )?(?:parties|Employer|Company|Union|County|City|District|State|(?-i:[A-Z]\w+))(?: (?:and|further"
    r"|also|mutually|the|both|hereby|(?-i:[A-Z]\w+))){0,6} (?:agree|understand|recogni[sz]e"
    r"|acknowledge)s?(?: and (?:agree|acknowledge|understand)s?)?(?:, however,)? that\b"
    r"|\W*It is (?:\w+ ){0,2}(?:agreed|understood)(?: (?:by|between) the parties)? that\b",
    re.IGNORECASE,
)
# "The parties agree that they …" binds those who agree, "the parties agree that the Employer will …" does not.
_ITSELF = re.compile(
    r"\s+(?:they|it|each|both|nothing|there|the parties|no effort|every effort|efforts)\b", re.IGNORECASE
)
_PER = {"h": 1 / 24, "d": 1.0, "w": 7.0, "m": 30.0, "y": 365.0}


@lru_cache(maxsize=64)
def modality(text: str, *, defines: bool = True) -> str | None:
    """The code of what the sentence does (see `records.codes.MODALITIES`), None where no word of it tells.

    With `defines` false it is not taken for a definition, as in texts that only tell of rules.
    """
    if agreed := _AGREED.match(text):
        text = text[agreed.end() :]
    if defines and _DEFINES.search(text):
        return "definition"
    if _PENALIZES.match(text):
        return "prohibition"
    if (opening := _OPENING_SENTENCE.match(text)) and _only_tells(opening.group()):
        return None  # what follows it is beside the point: "Staff provide the internet they need. … may be asked for."
    start, first = _main_modal(text)
    forbids = _forbidding(text, start, first)
    if (none := _NO_SUBJECT.search(text)) and not (
        (assures := _ASSURES.search(text)) and assures.start() < none.start()
    ):
        return "prohibition"
    entitles = _ENTITLES.search(text)
    affords = first and _AFFORDS.match(text, first.start())
    if affords and first and _subject(text[start : first.start()]) in ("employer", None):
        entitles = None  # the employer shall give the opportunity: that is its duty
    if entitles and (forbids is None or entitles.start() < forbids.start()):
        return "right"
    if forbids and _is_main(text, forbids.start(), first):
        return "prohibition"
    if first and _LETS.match(text, first.start()):
        return "right" if _subject(text[start : first.start()]) in ("people", "union", "joint") else "permission"
    may, must = _MAY.search(text, start), _MUST.search(text, start)
    if may and must and (owed := _AND_MUST.match(text, may.end())):
        if _RECEIVES.match(text, owed.end()) and _subject(text[start : may.start()]) in ("people", "union"):
            return "right"  # "an employee may ask for it, and shall be given it"
        return "obligation"  # "may be asked for and must be answered": the duty is what binds
    if may and (must is None or may.start() < must.start()):
        return "right" if _subject(text[start : may.start()]) in ("people", "union", "joint") else "permission"
    return "obligation" if must else None


def _only_tells(sentence: str) -> bool:
    """Whether a sentence in the present tense says what is so, without a word that obliges, forbids or permits."""
    if _MODAL.search(sentence) is None or _NO_SUBJECT.search(sentence):
        return False
    return not any(pattern.search(sentence) for pattern in (_MUST, _MAY, _ENTITLES, _FORBIDS))


def _forbidding(text: str, start: int, first: re.Match[str] | None) -> re.Match[str] | None:
    """The first negation from `start` on; one in a clause on who is meant, before the main verb, is passed over."""
    forbids = _FORBIDS.search(text, start)
    if forbids and first and forbids.end() <= first.start() and _RELATIVE.search(text, start, forbids.start()):
        return _FORBIDS.search(text, first.start())
    return forbids


def _is_main(text: str, at: int, first: re.Match[str] | None) -> bool:
    """Whether the negation at `at` is that of the sentence and not of "if", "unless", "not only", "not later than"."""
    before = text[max(0, at - 120) : at]
    clause = max(before.rfind(","), before.rfind(";"))
    inside = before[clause + 1 :]
    if re.match(
        r"(?:\w+(?: \w+)?)?(?: ?n[’']t| not) (?:only|limited|later than|less than|fewer)\b", text[at : at + 40]
    ):
        return False
    if re.search(r"\b(?:if|unless|when|where|who|which|except|that|while|because|as)\b", inside, re.IGNORECASE):
        begins = first is not None and first.start() >= at - 2
        return begins and not re.search(r"\b(?:if|unless)\b|\b(?:who|which|that)\s*$", inside)
    return first is None or at - first.start() < 60


def _subject(phrase: str, *, first: bool = False) -> str | None:
    """The kind of actor that heads a subject: the last one named before "of", "who", "that" and the like.

    With `first` true the phrase holds more than the subject, and the first one is taken.
    """
    end = None if _OPENING.match(phrase) else _POST.search(phrase)
    head = (phrase[: end.start()] if end else phrase)[-160:]
    found, last = None, 0
    for match in _SUBJECTS.finditer(head):
        if _ADJUNCT.match(head, match.end()):
            continue
        joined = found == "joint" and re.fullmatch(r" and (?:the )?", head[last : match.start()])
        found, last = "joint" if joined else match.lastgroup, match.end()
        if first:
            break
    return found


def duty_bearer(text: str, kind: str | None, *, public: bool = False) -> str | None:
    """Who is bound by a sentence of modality `kind`: a code of `records.codes.DUTY_BEARERS`.

    `public` is true for laws, where secretaries and departments are the government. None for definitions.
    """
    if kind == "definition":
        return None
    if _PENALIZES.match(text) or (kind == "obligation" and _IS_UP_TO.search(text)):
        return "employee"
    agreed = _AGREED.match(text)
    if agreed and _STRONG.search(text, agreed.end()) and not _ITSELF.match(text, agreed.end()):
        text = text[agreed.end() :]
    start, modal = _main_modal(text)
    before = text[start : modal.start()] if modal else text[start : start + 80]
    actor = _subject(before, first=modal is None)
    if modal and actor is None and _THEY.search(before):
        actor = _meant(text[:start])
    if public and re.search(rf"\b(?:{_PUBLIC})\b[^,;]*$", before, re.IGNORECASE):
        return "government"
    if actor == "joint":
        return "both"
    after = _ASIDE.sub("", text[modal.end() :], count=1) if modal else ""
    if actor in ("employer", "developer"):
        return actor
    if actor == "union":
        return "employer" if kind in ("right", "permission") or _PASSIVE.match(after) else "union"
    if actor == "people":
        return _bearer_of_people(before, after, kind)
    if kind == "obligation" and _BY_PEOPLE.match(after):
        return "employee"
    return "both" if kind in ("obligation", "right") and _BETWEEN.search(text) else "employer"


def _bearer_of_people(before: str, after: str, kind: str | None) -> str:
    """Who is bound where people at work are the subject, by the words before and after the first verb."""
    negative = re.search(r"\bno(?:ne)? (?:\w+[\w()’' -]*)?$|\bneither\b|\bno \w", before, re.IGNORECASE)
    if kind == "obligation" and not negative and _REQUIRED_TO.match(after):
        return "employee"
    others = kind == "prohibition" and _ANOTHER.search(after)
    return "employer" if kind in ("right", "permission") or negative or others or _PASSIVE.match(after) else "employee"


def _meant(phrase: str) -> str | None:
    """The kind of actor that "they" after an opening clause means: the first one told of in it."""
    found = next((m for m in _SUBJECTS.finditer(phrase) if not _ADJUNCT.match(phrase, m.end())), None)
    return found.lastgroup if found else None


def main_actor(text: str) -> str | None:
    """The kind of actor of whom the main clause tells: employer, union, people, joint or developer; None for none."""
    agreed = _AGREED.match(text)
    if agreed and _STRONG.search(text, agreed.end()) and not _ITSELF.match(text, agreed.end()):
        text = text[agreed.end() :]
    start, modal = _main_modal(text)
    return _subject(text[start : modal.start()]) if modal else None


def _main_modal(text: str) -> tuple[int, re.Match[str] | None]:
    """Where the main clause begins, past an opening "if" or "when" clause, and its first verb."""
    comma = text.find(",", 8) if _OPENING.match(text) else -1
    modal = _MODAL.search(text, max(comma, 0)) or _MODAL.search(text) or _PRESENT.search(text)
    if modal and (who := _RELATIVE.search(text, max(comma, 0), modal.start())):
        # "employees who are required to …, shall": the verb after "who" is not that of the sentence
        close = modal.start() - who.end() < 3
        later = _STRONG.search(text, modal.end()) if close or not _STRONG.match(modal.group()) else None
        if later and not re.search(r"[.;]", text[modal.end() : later.start()]):
            modal = later
    if modal is None or comma < 0:
        return 0, modal
    return text.rfind(",", 0, modal.start()) + 1, modal


@lru_cache(maxsize=64)
def notice_days(text: str) -> int | None:
    """Days of notice a sentence asks for (a month is 30, a week 7, hours by 24 rounded), None where it asks for none.

    Only time before something counts: what must follow within some days is a deadline, not notice.
    """
    if not _GIVES.search(text):
        return None
    at = 0
    while match := _DURATION.search(text, at):
        at = match.end("unit")
        count = _count(match)
        if count is None:
            at = max(match.start() + 1, text.find(" ", match.start()) + 1)
            continue
        said = text[max(0, match.start() - 110) : match.start()] + _before_count(match)
        ahead = _AHEAD.match(match["after"]) or _NOTICE_OF.search(said)
        waits = "noti" in match["after"][:60] and _UNTIL_AFTER.search(text, max(0, at - 80), at)
        if ahead or waits:
            if (floor := _FLOOR.search(text, at)) and (least := _DURATION.search(text, floor.end())):
                count, match = _count(least) or count, least
            return max(1, round(count * _PER[match["unit"][0].lower()]))
    return None


def _before_count(match: re.Match[str]) -> str:
    """The words that the duration took along before its number: "notice of at least", of "notice of at least sixty"."""
    if match["digits"]:
        return ""
    words = match["spelled"].split(" ")
    values = [spelled_value(" ".join(words[n:]).replace("-", " ")) for n in range(len(words))]
    first = max((n for n, value in enumerate(values) if value is not None and value == values[0]), default=0)
    return "".join(f"{word} " for word in words[:first])


def _count(match: re.Match[str]) -> float | None:
    if match["digits"]:
        return float(match["digits"])
    words = match["spelled"].replace("-", " ").split()
    for first in range(len(words)):
        value = spelled_value(" ".join(words[first:]))
        if value is not None:
            return value
    return None
