"""Nouns that figures count: words for people, and for a text's own items, of which a number is no statistic."""

from __future__ import annotations

import re

from extractors.text.patterns import any_of

PEOPLE_WORD = re.compile(
    "(?:"
    + any_of(
        "workers? employees? members? people persons? staff(?:ers)? men women children kids families",
        "teachers? nurses?",
        "drivers? actors? writers? performers? journalists? reporters? executives? leaders? officials?",
        "respondents? adults? co-?sponsors? (?:care_)?aides? carers? riders? clerks?",
        "americans? britons? europeans? canadians? australians? voters? students? engineers? developers?",
        "artists? creators?",
        "residents? patients? consumers? customers? users? veterans? immigrants? professionals? experts?",
        "researchers? mps",
        "academics? scientists? lawmakers? senators? representatives? meps managers? supervisors? signatories",
        "participants?",
        "citizens? seniors? parents? police personnel apprentices? trainees? educators? musicians?",
        "dockworkers? longshoremen",
        "couriers? contractors? freelancers? jobseekers? individuals? youth girls boys households?",
        "constituents? attendees?",
        "strikers? picketers? unionists? delegates? agents? technicians? analysts? doctors? physicians?",
        "farmers? heads",
        "ratepayers? taxpayers? firefighters? officers? soldiers? troops inmates detainees victims?",
        "survivors? graduates?",
        "faculty directors? (?:\\w+-)?makers campaigners? activists? organizers? volunteers? clients? babies",
        "republicans?",
        "democrats? colleagues cosponsors? sponsors? winners? entrepreneurs owners? teens teenagers",
        "recipients applicants",
    )
    + r")\Z",
    re.IGNORECASE,
)
OWN_ITEMS = re.compile(
    "(?:"
    + any_of(
        "things? ways? reasons? steps? principles? points? questions? examples? types? kinds? categories",
        "sections? parts?",
        "goals? items? pillars? areas? priorities topics? issues? tips? lessons? recommendations? factors? aspects?",
        "roles? options?",
        "sides? occasions? themes? chapters? titles? pages? paragraphs? bullets? elements? features? criteria",
        "objectives?",
        "conditions? messages? ideas? takeaways? findings? trends? dimensions? levels? stages? phases?",
        "modules? objections?",
        "rules? terms? scenarios? approaches methods? strategies tactics sets? forms? halves times? words?",
        "minutes? seconds?",
        "fronts? directions? purposes? costs? others? ones bills? amendments? provisions? demands? concerns?",
        "challenges?",
        "problems? requirements? measures? policies acts? laws? versions? copies generations? eyes hands",
        "pieces? feet miles?",
        "pounds? inches letters? stars? cents? points sentences initiatives insights dates",
    )
    + r")\Z",
    re.IGNORECASE,
)
