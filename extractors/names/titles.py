"""Words of roles and titles."""

from __future__ import annotations

from extractors.text.tokens import word_set

# Words that end a role: who bears one of these holds a post.
ROLE_HEADS = word_set(
    "president chair chairman chairwoman chairperson co-chair cochair director secretary treasurer secretary-treasurer"
    " officer ceo cto cfo coo cio cmo ciso chief head leader manager coordinator organizer organiser analyst researcher"
    " professor fellow scholar economist scientist engineer lawyer attorney counsel advisor adviser consultant"
    " spokesperson spokesman spokeswoman representative senator congressman congresswoman congressmember assemblymember"
    " assemblyman assemblywoman minister commissioner governor mayor member founder co-founder cofounder partner"
    " dean provost chancellor vice-president president-elect editor reporter journalist writer author correspondent"
    " critic columnist executive administrator specialist associate assistant lecturer strategist steward delegate"
    " negotiator whip speaker judge justice sheriff superintendent principal teacher nurse driver worker employee"
    " ambassador envoy councillor councilor councilmember councilman councilwoman supervisor trustee developer designer"
    " artist actor animator operator technician programmer campaigner lead owner vp svp evp pollster convener convenor"
    " inspector comptroller controller auditor ombudsman candidate activist advocate machinist electrician paralegal"
    " screenwriter illustrator translator librarian firefighter mechanic sociologist historian philosopher psychologist"
    " emeritus emerita rep expert ethicist moderator producer policymaker lobbyist barista cashier picker packer"
    " dispatcher clerk pilot attendant vice-chair postdoc instructor educator physician curator undersecretary deputy"
    " solicitor barrister founder-director chief-of-staff commentator freelancer contributor photographer blogger"
    " mp mep msp entrepreneur panellist panelist actress singer musician composer performer comedian dancer"
    " cameraman broadcaster presenter anchor podcaster student intern carer caregiver cleaner porter janitor custodian"
    " housekeeper bartender waiter waitress chef cook tester annotator courier postman conductor welder miner"
    " farmer farmworker paramedic therapist counselor counsellor pharmacist dentist doctor surgeon midwife psychiatrist"
    " tutor academic archivist copywriter proofreader editor-in-chief novelist poet playwright cartoonist accountant"
    " bookkeeper receptionist trader banker investor broker adjuster salesperson salesman merchandiser stocker loader"
    " sorter handler operative labourer laborer apprentice foreman plumber carpenter ironworker autoworker steelworker"
    " stagehand coder mathematician statistician biologist physicist chemist anthropologist criminologist demographer"
    " unionist mediator arbitrator investigator prosecutor captain lieutenant longshoreman docker dockworker"
    " rapporteur reviewer rider co-director co-president co-lead co-convenor vice-chancellor pro-vice-chancellor"
    " coordinator co-ordinator boss interpreter narrator co-author coauthor server busser dealer seamstress cashier rn"
    " attorney-general director-general secretary-general solicitor-general governor-general premier shareholder"
    " organiser laureate programmer-analyst bricklayer roofer painter butcher packer groundskeeper"
)
# What a title without a head says its bearer does: "Government Affairs", "Public Policy".
_FUNCTIONS = word_set(
    "Affairs Policy Relations Communications Operations Strategy Outreach Advocacy Partnerships Marketing"
    " Programs Programmes Development Ethics Governance"
)
# Titles that are part of an address and no role.
HONORIFICS = word_set("Rt Dr Mr Mrs Ms Mx Prof Rev Reverend Hon Sir Dame Lord Lady Judge Honorable")
# Titles as written before a name.
TITLE_WORDS = HONORIFICS | word_set(
    "President Presidents Vice-President Chair Chairs Chairman Chairwoman Chairperson Co-Chair Co-Chairs Director"
    " Directors Secretary-Treasurer Treasurer Officer CEO CTO CFO COO CIO Chief Leader Leaders Manager Coordinator"
    " Organizer Organiser Analyst Professor Professors Senator Senators Sen Sens Rep Reps Congressman Congressmen"
    " Congresswoman Congresswomen Congressmember Representative Representatives Minister Ministers Commissioner"
    " Commissioners Governor Governors Gov Mayor Mayors Member Members Spokesperson Spokesman Spokeswoman Chancellor"
    " Dean Provost Vice Ranking Speaker Assemblymember Assemblyman Assemblywoman Councilmember Councilman Councilwoman"
    " Asm Councillor Sheriff Attorney Fellow Economist Executive Founder Co-Founder Adviser Advisor Counsel Head"
    " Secretary Deputy Assistant Associate Emeritus Emerita Prime Author Editor Reporter Undersecretary Superintendent"
    " Ambassador Whip Researcher Scientist Engineer Lecturer Strategist Campaigner Supervisor Trustee"
    " Delegate Delegates"
    " Representative-elect Senator-elect Assemblymembers VP SVP EVP Administrator Steward MP MEP MSP MPs MEPs Captain"
    " Lieutenant Negotiator Inspector"
    " Attorney-General Director-General Secretary-General Solicitor-General Governor-General Premier Vice-Chancellor"
    " Vice-Chair Co-Director Co-Directors Co-President Co-Presidents Convenor Convener Rapporteur Co-Rapporteur MLA"
    " Partner Shareholder Solicitor Barrister"
    " Editor-in-Chief Editors-in-Chief Organizer-in-Chief Commander-in-Chief Director-at-Large"
)
# Words that may stand in a title before its head: "U.S. Senate Majority Leader", "Senior Policy Advisor".
TITLE_MODIFIERS = word_set(
    "U.S US UK U.K Senior Junior Lead General Deputy Assistant Associate Executive Managing Acting Interim Former House"
    " Senate State Majority Minority Democratic Republican Policy Legislative Political National International Regional"
    " Communications Research Media Press Campaign Campaigns Operations Human Resources Public Affairs Government"
    " Relations Foreign Prime Home Labor Labour Defense Treasury Commerce Energy Education Health Technology Chief"
    " Financial Operating Information Marketing Legal First Second Vice Co Founding Attorney Lieutenant Lt Shadow"
    " Parliamentary Permanent Under Principal Special Staff Program Project Product Union Shop City County Federal"
    " Organizing Field Strategic Global Corporate Group Board Committee Subcommittee Conference Caucus Party Council"
    " Ranking Works Emerging Digital Innovation AI Data Security Safety Transportation Interior Agriculture Veterans"
    " Unit Local Chapter Branch Division Lodge Pensions Grievance Contract Bargaining Negotiating Recording"
    " Conservative"
    " Tory Green Liberal Democrat SNP Plaid Culture Business Science Work Employment Justice Trade Technical Creative"
    " Editorial Founding Honorary Provincial County District Sectoral Sector Industrial Worker Workers Employee"
    " Opposition Assembly"
)
PLURALS = {
    "Sens": "Senator",
    "Sen": "Senator",
    "Reps": "Representative",
    "Rep": "Representative",
    "Gov": "Governor",
    "Prof": "Professor",
    "Senators": "Senator",
    "Representatives": "Representative",
    "Congressmen": "Congressman",
    "Congresswomen": "Congresswoman",
    "Governors": "Governor",
    "Professors": "Professor",
    "Presidents": "President",
    "Chairs": "Chair",
    "Co-Chairs": "Co-Chair",
    "Leaders": "Leader",
    "Members": "Member",
    "Directors": "Director",
    "Commissioners": "Commissioner",
    "Mayors": "Mayor",
    "Ministers": "Minister",
    "Delegates": "Delegate",
    "Asm": "Assemblymember",
    "Assemblymembers": "Assemblymember",
    "MPs": "MP",
    "MEPs": "MEP",
}
LAWMAKERS = word_set(
    "Senator Representative Congressman Congresswoman Congressmember Assemblymember Assemblyman"
    " Assemblywoman Delegate MP"
)


def singular(role: str) -> str:
    """A role as one person bears it, abbreviations written out: "U.S. Sens." is "U.S. Senator".

    What it is of or for stays as it is: "directors of members' services".
    """
    words = role.split()
    held = next((n for n, word in enumerate(words) if word in ("of", "for", "at")), len(words))
    return " ".join([*(_one(word) for word in words[:held]), *words[held:]])


def _one(word: str) -> str:
    known = PLURALS.get(word.rstrip("."))
    if known or not word.endswith("s") or word.casefold() in ROLE_HEADS:
        return known or word
    single = f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    return single if single.casefold() in ROLE_HEADS else word


def is_plural(role: str) -> bool:
    """Whether a role is written for several people: "co-chairs", "U.S. Senators"."""
    return any(word.strip(".,").endswith("s") and _one(word.strip(".,")) != word.strip(".,") for word in role.split())


def is_role(phrase: str) -> bool:
    """Whether a phrase names a role: one of its words heads roles."""
    return any(word.strip(".,").casefold() in ROLE_HEADS for word in phrase.replace("/", " ").split())


def is_function(phrase: str) -> bool:
    """Whether a phrase in capitals tells what its bearer does without a head: "U.S. Government Affairs"."""
    words = phrase.split()
    return (
        1 < len(words) < 10
        and words[-1] in _FUNCTIONS
        and all(word[0].isupper() or word in ("and", "of", "&", "for") for word in words)
    )
