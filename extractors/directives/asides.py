"""Technology named only in passing in contracts and laws: office routine, minutes, medicine, formalities."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.directives.technologies import MEDIUM, Term, technologies
from extractors.text.quick import quick

# Everyday use of office machines and the like: a sentence that says nothing else of technology is no clause.
_EVERYDAY = quick(
    r"\bby (?:e-?mail|fax)\b|\bvia (?:e-?mail|the (?:web|internet))|\be-?mailed\b|\bweb ?(?:site"
    r"|page)s?\b|\bbulletin boards?\b|\bcopy machine|\bphotocop\w+|\bdues\b|\bdirect deposit"
    r"|\bpay ?stubs?\b|\bposted (?:on-?line|electronically|on the (?:web|intranet|internet))"
    r"|\bonline (?:application|form|enrol\w*)|\bsubmit\w* (?:\w+ )?(?:on-?line|electronically)"
    r"|\bmailing list|\bspreadsheet|\bExcel\b|\bPDF\b|\bmembership (?:list|information)|\broster\b"
    r"|\bopen enrol\w*|\bdeduct\w*|\bHVAC\b|\bdefibrillat\w*"
    r"|\bties?\b|\btie-?break\w*|\bseniority list\b|\bde minimis\b"
    r"|\bjob (?:posting|announcement|opening)s?\b|\bpersonnel (?:file|record)s?\b|\bproceeds\b|\bconcessions\b"
    r"|\bexcept in cases? of [^.;]{0,90}\bnew types? of equipment\b"
    r"|\bpost(?:ed|ing)? [^.;]{0,90}\b(?:at|near|by|every|each|all) (?:the |every |each |all )?time ?clocks?\b"
    r"|\bpayroll system shall (?:prevail|govern|control)\b"
    r"|\bpress releases?\b|\bclassification specifications?\b|\blogarithm\b|\be-?mail (?:system"
    r"|account|address)|\bcommunicat\w+ with (?:bargaining unit )?(?:employees|members)"
    r"|\bpersonal files?\b|\b(?:hold|held|conduct\w*|meet\w*|attend\w*|participat\w*)\b[^.;]{0,60}"
    r"\b(?:by|via|through|using) (?:electronic means|video|telephon|tele-?conferenc|zoom|virtual)\w*"
    r"|\bannounc\w+ [^.;]{0,80}\b(?:intercom|public address|loudspeaker)"
    r"|\bunion (?:business|communications?)\b|\bQR codes?\b",
    re.IGNORECASE,
)
# What an employer may see of the messages that pass through its systems: no everyday use of them.
_SEEN = re.compile(
    r"\bexpectation of (?:\w+ (?:or|and) )?privacy\b|\b(?:not|nor) (?:be )?(?:\w+, )?private\b|\bno (?:right"
    r"|expectation)\b[^.;]{0,40}\bprivacy\b"
    r"|\brights? to (?:\w+ and )?(?:access|monitor|control|inspect|review|search|read)\b[^.;]{0,60}"
    r"\b(?:e-?mails?|messages?|computers?|networks?|electronic)\b",
    re.IGNORECASE,
)
# The record of an interview, a hearing, a meeting: who may tape it, and who gets a copy.
_SESSION = r"(?:interviews?|interrogat\w+|questioning|hearings?|proceedings?|meetings?|polygraphs?)"
_TAPES = r"(?:record(?:s|ed|ing|ings)?|tap(?:e|es|ed|ing)|videotap\w+)"
_TAPED = re.compile(
    rf"\b{_SESSION}\b[^.;]{{0,120}}\b(?:electronically |digitally |audio |video )?{_TAPES}\b"
    rf"|\b{_TAPES}\b[^.;]{{0,60}}\b{_SESSION}\b",
    re.IGNORECASE,
)
_WATCHED = re.compile(
    r"\b(?:cameras?|footage|videos|body[- ]worn|in-?car|dash\w*|covert\w*|secret\w*|surreptitious\w*|hidden"
    r"|knowledge|on duty|classrooms?|software|computers?)\b"
    r"|\b(?:view|review|watch)\w*\b[^.;]{0,60}\b(?:video\w*|audio|recordings?)\b",
    re.IGNORECASE,
)
# What candidates for a post are asked and shown.
_CANDIDATES = re.compile(
    r"\b(?:candidates?|applicants?|assessors?|assessment (?:panel|center|board)s?|questionnaires?"
    r"|proper application)\b",
    re.IGNORECASE,
)
_PRINTS = quick(
    r"\blists? [^.;]{0,40}\b(?:shall|will|may) be printed\b|\bprints? (?:the |these |an? )?(?:following )?lists?\b",
    re.IGNORECASE,
)
# Words that turn the recording of a meeting or the sharing of lists into nothing about technology at work.
_TRAP = quick(
    r"\b(?:grievance (?:meeting|hearing)|arbitration hearing|blood|urine|laborator(?:y|ies)"
    r"|metabolites?|cutoff|DNA|swabs?|alcohol test\w*"
    r"|specimen|test levels|analyte|chromatograph\w*|insurance|premium|pension|annuity|vacation accru\w*|wellness"
    r"|mammogra\w*|vaccin\w*|dental|prescription|401\(k\)|hearing aids?)\b",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r"\b(?:(?:in|into|through|via|on|by|using|from|within)\s+(?:the|an?|its|their|each)?|to\s+(?:the|an?|its|their))"
    r"\s*(?:[\w’'()-]+\s+){0,5}$",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:introduc\w+|install\w*|implement\w*|replac(?:e|es|ed|ing)"
    r"|new (?:[\w-]+ ){0,3}?(?:systems?|clocks?|software|technolog\w+|programs?|databases?|methods?)|monitor\w*"
    r"|surveil\w*|alter(?:s|ed|ing|ations?)?"
    r"|disciplin\w*|train\w*|random\w*|biometric|select\w*|privacy|automat\w+|abide)\b",
    re.IGNORECASE,
)
_BEFORE_ITEM = re.compile(r",\s+(?:and |or )?(?:[\w/’'-]+ ){0,2}(?:[\w’'-]+/)?$")
_AFTER_ITEM = re.compile(r"(?: [\w’'-]+){0,2}(?: \([^)]*\))?,\s+\w")
_POWERS = re.compile(
    r"\b(?:management|policy|rights?|methods|means|bargain\w*|negotiat\w*|technological)\b", re.IGNORECASE
)
# A system that only dates what follows: "within thirty days of the implementation of the new payroll system, …"
_DATED = re.compile(
    r"^\W*Within [^,;]{3,40}\bdays (?:of|after|from) (?:the )?(?:implement|introduc|install)\w*\b", re.IGNORECASE
)
_MEETING = re.compile(
    r"\b(?:verbatim|transcri\w+|stenograph\w*|minutes|timesheets?|hours worked|court reporter|tape[- ]record\w*"
    r"|record(?:ing|ed|ings)? (?:of |the |any |such |all ){0,2}(?:proceedings?|hearings?|interviews?"
    r"|meetings?|arbitration|investigatory)"
    r"|(?:proceedings?|hearings?|interviews?|meetings?) (?:\w+ ){0,3}recorded|testimony|steps? (?:\d|one|two|three)"
    r"|recording the (?:discussion|session|conference))\b|\brecord the\b",
    re.IGNORECASE,
)
_DEVICE_RULE = re.compile(
    r"\b(?:given|gets?|receives?|required to|against|edit\w*|fail(?:s|ed|ure)?|malfunction\w*|assign\w*|workload"
    r"|pa(?:y|ys|id)|provid\w+|furnish\w*|suppl(?:y|ies|ied)|issu\w+|reimburs\w*|stipend|allowance|install\w*"
    r"|monitor\w*|track\w*|search\w*|privacy|personal|own|download\w*|disciplin\w*|record(?:ed|ing)?|data"
    r"|access|train\w*|replac\w*|costs?|(?:shall|will|must|may) not use"
    r"|introduc\w*|implement\w*|quota|pace|screen\w*|new|copyright|patent|owned|set by|measure\w*"
    r"|safe(?:ty)?|eye|ergonomic|under their name|business only|security polic\w+)\b",
    re.IGNORECASE,
)
_REMOTE_RULE = re.compile(
    r"\b(?:request\w*|approv\w*|eligib\w*|suitab\w*|den(?:y|ied|ial)|rescind\w*|terminat\w*"
    r"|end(?:ed)?|equipment|internet|cost\w*|reimburs\w*|monitor\w*|agreements?|polic\w+"
    r"|arrangements?|permit\w*|allow\w*|option\w*"
    r"|ergonomic|notice|worksite|provide\w*|days? (?:a|per) week|may|entitled|train\w*|connect\w*"
    r"|does not|do not|no|preclud\w+|prevent\w*|stud(?:y|ies)|work ?groups?)\b",
    re.IGNORECASE,
)
_REMOTE_ASIDE = quick(
    r"\b(?:inclement|weather|evacuat\w+|sick leave|jury|clos(?:ure|ed)|natural disaster|quarantine"
    r"|report to work|holiday|law rather|paid leave|travel time|mileage|medical treatment|workers[’'] comp\w*"
    r"|localized|essential staff|no work (?:is )?available"
    r"|unable to (?:work (?:from|remotely)|reassign|telework)|not able to be reassigned)\b",
    re.IGNORECASE,
)
# Who may or must work away from the office, whatever the occasion: that is a rule on remote work.
_AWAY = r"(?:work(?:ing|ed)?(?: \w+){0,2} (?:remotely|from home)|tele-?work(?:ing)?|telecommut(?:e|ing))"
_WORKS_AWAY = re.compile(
    rf"\b(?:may|shall|will|must|should|can)\b(?! not)(?P<gap>[^.;]{{0,90}}?)\b{_AWAY}\b"
    rf"|\b{_AWAY},? (?:may|shall|will|must|should) do so\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|whether|when|where|unless|unable|who|that|which|not|paid|leave)\b", re.IGNORECASE)
_STRONGLY = re.compile(r"\b(?:shall|will|must|may|should)\b")
# A phone or pager that somebody on call carries, talk on one's own phone: nothing on technology at work.
_CARRIED = re.compile(
    r"\b(?:on-?call|stand-?by|pagers?|beepers?|de minimis|personal (?:calls|business|use)|outside employment"
    r"|(?:remain|be|are) (?:available|reachable|answerable) (?:by|via|through|on))\b",
    re.IGNORECASE,
)
_FURNISHED = re.compile(
    r"\b(?:provid|furnish|suppl|issu)\w*\b[^.;]{0,70}\b(?:phones?|telephones?|devices?|smartphones?)\b", re.IGNORECASE
)
_PHONE_RULE = re.compile(
    r"\b(?:restrict\w+|prohibit\w*|(?:shall|will|must|may) not use|stipend|allowance|reimburs\w*|furnish\w*"
    r"|provid\w+|suppl(?:y|ies|ied)|issued?|requir\w+|install\w*|track\w*"
    r"|monitor\w*|search\w*|record\w*|app|apps|camera|privacy|inspect\w*|confiscat\w*|data|own|costs?)\b",
    re.IGNORECASE,
)
_SOCIAL_RULE = re.compile(
    r"\b(?:passwords?|accounts?|log-?in|access|monitor\w*|privacy|disclos\w*|disciplin\w*|off-?duty)\b", re.IGNORECASE
)
# What makes a recording one of people at work, and not the writing down of amounts.
_RECORDING_RULE = re.compile(
    r"\b(?:audio\w*|video\w*|footage|cameras?|microphones?|tap(?:e[ds]?|ing)|covert|secret\w*|surreptitious\w*|hidden"
    r"|consent|monitor\w*|conversations?|devices?|equipment|disciplin\w*|privacy|classrooms?|lectures?|likeness"
    r"|activat\w+|employee[’']?s?|officers?|operators?|drivers?|nurses?|teachers?|members?|performers?)\b",
    re.IGNORECASE,
)
_WRITTEN_DOWN = re.compile(
    r"\b(?:amounts?|contributions?|trust(?:ees)?|hours|expenses?|minutes|timesheets?|clerk|deeds?)\b", re.IGNORECASE
)
# Amounts and hours entered in books, whosever they are.
_ENTERED = re.compile(
    r"\b(?:report|collect|account|bookkeep|remit)\w*,? (?:and|or|and/or) recording\b"
    r"|\brecord(?:ing|s|ed)? (?:of )?(?:all |any |such |the |said |these )*(?:amounts?|contributions?|payments?|hours"
    r"|receipts|deeds|leave|absences?|attendance|votes?|minutes|time worked|transactions"
    r"|formal \w+|commendations?|grades?)\b"
    r"|\brecord(?:ing|s|ed)? (?:his|her|their|the)(?:/\w+)? (?:time|hours|arrival)\b"
    r"|\blogging (?:or|and) recording\b|\brecording (?:all |any |of )*(?:secondary|outside) employment\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"\b(?:telecasts?|broadcast\w*|advertis\w*|endorse\w*|exhibit\w*|commercials?)\b", re.IGNORECASE)
_LOST = re.compile(
    r"\b(?:stolen from|theft of|lost or stolen|personal (?:property|items)|claims? for (?:loss|damage)"
    r"|eye ?glasses|jewelry)\b",
    re.IGNORECASE,
)
# What is told as evidence, item by item.
_EVIDENCE = re.compile(
    r"\bevidence\b[^.;]{0,60}\b(?:documents?|statements?|records|photographs?)\b|“evidence” means", re.IGNORECASE
)
_ARMS = re.compile(r"\b(?:weapons?|firearms?|ammunition|holsters?|night sights?)\b", re.IGNORECASE)
# Courses whose fees are paid back, taught by a school and not by those who are bound here.
_TUITION = re.compile(
    r"\b(?:tuition|reimburs\w+)\b[^.;]{0,200}\b(?:degree|accredited|college|for credit)\b"
    r"|\b(?:degree|accredited|college)\b[^.;]{0,200}\b(?:tuition|reimburs\w+)\b"
    r"|\bor correspondence (?:classes|courses)\b",
    re.IGNORECASE,
)
_CARE = re.compile(
    r"\b(?:attendance|seniority|sick|leave|exposure\w*|health|medical|progress|probation\w*|overtime|workloads?|patients?|students?"
    r"|substance|abuse|treatment)\b",
    re.IGNORECASE,
)
_SITTING = re.compile(
    r"\b(?:hearings?|arbitrat\w+|grievances?|bargaining sessions?|meetings?|interviews?|testimony|oral argument)\b",
    re.IGNORECASE,
)
# Where courses are told of.
_LISTED = re.compile(
    r"\b(?:listed|posted|published|announced|advertised)\b[^.;]{0,20}\b(?:in|on|through|via)\b|\bradio\b", re.IGNORECASE
)
_BENEFIT = re.compile(
    r"\b(?:benefits?|plans?|insur\w+|enroll?\w*|co-?pay\w*|subscri\w+|household|covered|coverage|physicians?)\b",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"\b(?:provid|furnish|supply|suppli|send|sent|transmit|make|made)\w*\b[^.;]{0,120}\b(?:Union|Association|Guild|Local)\b"
    r"|\b(?:Union|Association|Guild|Local)\b[^.;]{0,80}\b(?:provid|furnish|suppl|sent)\w*|\b(?:surveys?|stud(?:y|ies)"
    r"|statistic\w*|market)\b",
)
_IN_ANY_FORM = re.compile(
    r"\b(?:including|whether|either) (?:in )?electronic\b"
    r"|\belectronic(?:ally)?,? (?:or|and|and/or) (?:in )?(?:paper|hard|written|print\w*|manual)\b"
    r"|\b(?:paper|hard|written|printed|manual),? (?:or|and|and/or) (?:in )?(?:an )?electronic",
    re.IGNORECASE,
)
_PUPILS = re.compile(
    r"\b(?:student|pupil|assessment|test) (?:data|records?|progress)\b|\b(?:student|pupil)[’']s (?:behaviou?r"
    r"|progress)\b"
    r"|\binformation about (?:the )?(?:students|pupils)\b|^\W*(?:All |The )?(?:students|pupils) (?:shall|will"
    r"|may|must|are|have)\b",
    re.IGNORECASE,
)
_OF_SCHOOLS = re.compile(r"\bdata collected by the (?:district|state|school)\b|\bstudent achievement\b", re.IGNORECASE)
_UNSAFE = re.compile(
    r"\b(?:dangerous|unsafe|defective|guard(?:s|ed|ing)?|lock-?out|safe(?:ty)? (?:condition|devices?|guards?)"
    r"|protective)\b",
    re.IGNORECASE,
)
_GUARDED = re.compile(
    r"\b(?:privacy|consent\w*|breach\w*|protect\w*|secur\w+|confidentiality|confidentially|unauthori[sz]ed"
    r"|(?:be|kept|keep|remain|held|hold|treat\w*|as)(?: \w+){0,2} confidential|identity theft|sold|sell|third part\w+"
    r"|monitor\w*|biometric\w*|erase[ds]?|destroy\w*|dispos\w*|delet\w*)\b",
    re.IGNORECASE,
)
_OFFICE_HEADING = quick(
    r"\b(?:(?:virtual|on-?line|cyber) (?:high )?(?:school|academy|campus)|benefits?"
    r"|off[- ]duty|telephone|calls?|bulletin|dues|e-?mail)\b",
    re.IGNORECASE,
)
_FORMAL = quick(
    r"\bmay be (?:known (?:and|as) )?(?:and )?cited\b|\bdefinitions in this\b|\b(?:act|chapter"
    r"|section|agreement|law|title) (?:shall )?takes? effect\b|\bseverab\w+"
    r"|\beffective date\b(?! of (?:the |any |such |said )?(?:rescission|change|modification|implementation"
    r"|installation|termination))"
    r"|\bwill sunset\b|\bautomatically sunsets?\b"
    r"|\bappropriated\b|\bagree as follows\b|\bnow,? therefore\b|\bwhereas\b"
    r"|^(?:[A-Z ]{4,40}\.—)?The terms? [“\"](?:\w+ )?(?:employer|employee|worker|department|person"
    r"|secretary|commission(?:er)?|agency|state|director|labor organization|individual)[”\"]"
    r"|^[“\"](?:\w+ )?(?:employer|employee|worker|department|person|secretary|commission(?:er)?"
    r"|agency|state|director|labor organization|individual)[”\"] means",
    re.IGNORECASE,
)
_TRADE = r"(?:repair|maint[ea]|troubleshoot|install|calibrat|servic|program|operat|design|support|test|inspect)\w*"
_JOB_CONTENT = quick(
    r"^\W*(?:The |This )?positions? (?!(?:is|are|has|have|was|were)\b)[a-z]+s\b"
    r"|\bunit\b[^.;]{0,60}\b(?:comprised|composed|consists?) of\b|"
    r"\b(?:class(?:ification)? (?:specifications?|stud(?:y|ies)|descriptions?)|position descriptions?|job descriptions?"
    r"|minimum qualifications?|salary (?:stud|survey)\w*|distinguishing (?:features|characteristics)"
    r"|salary compression)\b"
    rf"|\b(?:journey(?:man|worker|level)?|premium|differential)\b[^.;]{{0,120}}\b{_TRADE}"
    rf"|\b{_TRADE}[^.;]{{0,160}}\b(?:premium|differential)\b|\b[Uu]nder (?:general |direct |the )?supervision\b",
    re.IGNORECASE,
)
_JOB_HEADING = quick(
    r"\b(?:(?:salary|pay|wage|labou?r) grade|differentials?|premium pay|team lead(?:er)?s?|job (?:descriptions?"
    r"|classifications?|titles?)|class specifications?"
    r"|position descriptions?|(?:essential|typical|examples? of) (?:job )?(?:duties|functions))\b",
    re.IGNORECASE,
)
_WORK_CHANGES = re.compile(
    r"\b(?:introduc\w+|install(?:ed|ation)|implement\w*|displac\w+|lay-?offs?|laid off|retrain\w*|train\w*|negotiat\w+"
    r"|bargain\w*|noti(?:ce|f\w+)|monitor\w*|surveil\w*|disciplin\w*|affect\w*|remote\w*|telework\w*"
    r"|technological change)\b",
    re.IGNORECASE,
)
# A form that somebody signs: "I understand that the information …"
_SIGNED = re.compile(
    r"(?:[A-Z]?[\d.]+ )?I (?:hereby |also )?(?:understand|consent|certify|acknowledge|authori[sz]e|agree)\b"
)
_CONTENTS = re.compile(r"(?:\.\s?){4,}|…{2,}|\s\d{1,3}$")
_PRAISE = quick(
    r"\b(?:is|are|be) (?:an? |the )?(?:\w+ ){0,2}?(?:important|effective|essential|valuable|useful"
    r"|vital|key|critical|powerful|great)\b"
    r"|\bcan (?:enhance|help|improve|benefit)\b|\bpromotes?\b|\backnowledges? that there\b",
    re.IGNORECASE,
)
_BINDS = re.compile(
    r"\b(?:shall|will|must|may|agrees?|rights?|prohibited|required|entitled|should|cannot|means"
    r"|responsible)\b",
    re.IGNORECASE,
)


# What a union may do with the employer's boards, rooms and mail.
_OF_UNION = re.compile(
    r"\bbulletin boards?\b|\b(?:union|association|federation|guild|lodge)(?:[’']s)? (?:communications?|use"
    r"|rights|business"
    r"|security|activities|privileges|member rights)\b|\bcommunications? with (?:bargaining unit )?members\b"
    r"|\buse of (?:facilities|e-?mail)\b|\be-?mail use\b",
    re.IGNORECASE,
)
_NEAR = 80  # characters around an item of a list in which the verb that rules on it stands
_OFFICE = frozenset({"equipment", "system", "device", "remote", "recording", "timekeeping"})


def is_aside(text: str, start: int, terms: Sequence[Term], heading: str | None = None, *, under: bool = False) -> bool:
    """Whether a sentence that begins at `start`, under `heading`, names its technologies only in passing.

    `under` is true where a heading further up is on technology.
    """
    if _SEEN.search(text):
        return False
    if _EVERYDAY.search(text) or (_TAPED.search(text) and not _WATCHED.search(text)):
        return True
    medium = [t for t in terms if t.strength == MEDIUM]
    families = {t.family for t in medium}
    # "video conferencing technology" is of one family
    families = {t.family for t in medium if not t.text.casefold().startswith("technolog")} or families
    if len(medium) == 1 and _is_listed(text, medium[0].start - start, medium[0].end - start):
        return True
    if families and families <= {"timekeeping", "system"}:
        if _DATED.search(text):
            return True
        if heading and any(t.family == "timekeeping" for t in technologies(heading)):
            return False
        through = (_THROUGH.search(text[max(0, t.start - start - 60) : t.start - start]) for t in medium)
        return not _CHANGES.search(text) and all(through)
    if "telehealth" in families and _BENEFIT.search(text):
        return True
    if heading and families <= _OFFICE and _OF_UNION.search(heading):
        return True
    if families == {"remote"} and heading and not under and _REMOTE_ASIDE.search(heading):
        return not _works_away(text)
    return bool(families) and all(family in _ASIDES and _ASIDES[family](text) for family in families)


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether what stands there is but one of several things: "art, music, technology, or sports"."""
    return bool(
        _BEFORE_ITEM.search(text[max(0, start - 60) : start])
        and _AFTER_ITEM.match(text, end)
        and not (_CHANGES.search(text) or _POWERS.search(text))
        and not _DEVICE_RULE.search(text, max(0, start - _NEAR), end + _NEAR)
    )


def _recording_aside(text: str) -> bool:
    """Pictures for the public, the record of a meeting, the writing down of amounts."""
    if any(p.search(text) for p in (_SHOWN, _MEETING, _ENTERED, _LOST, _CANDIDATES, _PUPILS, _TUITION)):
        return True
    if _EVIDENCE.search(text) and not _WATCHED.search(text):
        return True
    return _WRITTEN_DOWN.search(text) is not None and not _RECORDING_RULE.search(text)


def _works_away(text: str) -> bool:
    """Whether the sentence lets or makes somebody work remotely, and not only speaks of those who do."""
    for match in _WORKS_AWAY.finditer(text):
        clause = text[text.rfind(",", 0, match.start()) + 1 : match.start()]
        if match["gap"] is None or not (_CONDITION.search(match["gap"]) or _CONDITION.search(clause)):
            return True
    return False


def _remote_aside(text: str) -> bool:
    if _works_away(text):
        return False
    rules = _REMOTE_RULE.search(text) or _STRONGLY.search(text)
    return not rules or _REMOTE_ASIDE.search(text) is not None


# By the one family of technologies that a sentence names: whether it names them only in passing.
_ASIDES: dict[str, Callable[[str], bool]] = {
    "device": lambda text: not _DEVICE_RULE.search(text) or any(p.search(text) for p in (_CARRIED, _LOST, _ARMS)),
    "phone": lambda text: (
        not _PHONE_RULE.search(text)
        or _LOST.search(text) is not None
        or (_CARRIED.search(text) is not None and not _FURNISHED.search(text))
    ),
    "social": lambda text: not _SOCIAL_RULE.search(text),
    "watching": lambda text: _CARE.search(text) is not None,
    "learning": lambda text: any(p.search(text) for p in (_SITTING, _LISTED, _TUITION)),
    "telehealth": lambda text: _BENEFIT.search(text) is not None,
    "data": lambda text: (
        any(p.search(text) for p in (_PUPILS, _OF_SCHOOLS))
        or (not _GUARDED.search(text) and any(p.search(text) for p in (_LISTS, _IN_ANY_FORM, _CANDIDATES)))
    ),
    "automated": lambda text: _UNSAFE.search(text) is not None,
    "recording": _recording_aside,
    "remote": _remote_aside,
}


def is_job_content(text: str) -> bool:
    """Whether a sentence says what a class of jobs is, or is paid more for, and not what happens with technology."""
    return _JOB_CONTENT.search(text) is not None and _WORK_CHANGES.search(text) is None


def is_job_heading(heading: str) -> bool:
    """Whether a heading stands over descriptions of jobs and their grades."""
    return _JOB_HEADING.search(heading) is not None


def is_printout(text: str) -> bool:
    """Whether a sentence only has a list printed; what follows on the choice behind the list may still count."""
    return _PRINTS.search(text) is not None


def is_praise(text: str) -> bool:
    """Whether a sentence only says how good or useful something is, and binds nobody."""
    return _PRAISE.search(text) is not None and _BINDS.search(text) is None


def is_elsewhere(text: str) -> bool:
    """Whether a sentence belongs to medicine, insurance or pensions."""
    return _TRAP.search(text) is not None


def is_formal(text: str) -> bool:
    """Whether it is a line of contents, a short title, a recital, or says whom "employer" means."""
    return any(p.search(text) is not None for p in (_FORMAL, _CONTENTS)) or _SIGNED.match(text) is not None


def is_office_heading(heading: str) -> bool:
    """Whether a heading's technology is no matter of its section: closures for weather, calls off duty."""
    return _REMOTE_ASIDE.search(heading) is not None or _OFFICE_HEADING.search(heading) is not None
