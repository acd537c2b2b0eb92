"""Words that triggers of events are made of: lists by name, and what marks a sentence as one on labor or contracts."""

from __future__ import annotations

import re

from extractors.text.patterns import whole

LISTS = {
    "LAW": "Acts? bills?(?!\\s+of\\s+rights) legislation resolution measures? package",
    "STUDY": "report study research survey white_paper paper analysis poll index findings working_paper scorecard"
    " toolkit framework blueprint manifesto brief guidance",
    "JOINT": "coalition alliance task_force commission caucus network working_group partnership committee",
    "BODY": "coalition alliance campaign initiative program programme task_force commission caucus website hub"
    " platform tools? center centre institute app chatbot models? fund project series portal partnership"
    " network committee agenda working_group association organization organisation union resources assistant"
    " agent service movement newsletter podcasts? products? features? drive scheme taskforce charter"
    " fellowship academy observatory unit software course pilot collaboration map tracker database"
    " game petition_drive fundraiser (?:action_)?plans? bill_of_rights principles declaration pledge roadmap"
    " manifesto helpline strategy",
    "NEW_BODY": "initiative campaign programme? program partnership coalition drive scheme fund task_?force fellowship"
    " alliance commission council cent(?:er|re) institute collaboration platform tool hub network academy"
    " observatory pilot",
    "PEOPLE": "leaders academics experts workers? lawyers unions? officials representatives stakeholders"
    " trade_unionists voices members researchers organizers organisers activists advocates policymakers"
    " lawmakers employers audience",
    "CHAMBER": "House Senate Assembly Parliament committee council chamber legislature subcommittee",
    "GATHERING": "listening_sessions? conversation hustings teach-in strategy_session seminar lecture talk meetings"
    " reception round-?table workshops? webinar rally rallies press_conference town_hall meeting briefing tour event"
    " ceremony vigils? march marches demonstrations? protests? visit training_session panel fireside_chat discussion",
    "HELD": "held holds holding hosting ran spoke_to addressed co-?hosted staged attended_by hosts? hosted convened"
    " convenes organi[sz]ed attended attends led leads joined joins spoke_at keynoted took_part_in"
    " participated_in kicked_off",
    "SENT": "circulat(?:ed|es|ing) pen sent send sends sending wrote writes sign signed signs led leads"
    " leading delivered delivers penned issued published publishes co-?signed signing",
    "AT_HEARING": "at during in following after before held holds? hold opened opens chaired led leads convened?"
    " convenes attended",
    "LAUNCHED": "launch(?:ed|es|ing)? kick(?:ed|s)_off unveil(?:ed|s|ing) roll(?:ed|s|ing)_out debut(?:ed|s)",
    "SHOWN": "releas(?:ed|es|ing) publish(?:ed|es|ing) unveil(?:ed|s|ing)? issued launched put_out",
    "AGREED": "reach(?:ed|es) sealed approved accepted_by landed w[io]ns? won secured signed struck strikes clinched"
    " inked hammered_out settled",
    "ANNOUNCED": "announc(?:ed|es|ing) celebrat(?:ed|es|ing) mark(?:ed|s|ing) following since before after",
    "GOING": "[Aa]t [Dd]uring ahead_of attend(?:s|ed|ing)? hosts? hosted hosting convened? convenes held opened"
    " opening address(?:ed|ing) keynoted joined joining launched organi[sz]ed participat(?:ed|ing)_in"
    " announced of to_the annual [Aa]fter [Bb]efore",
    "COURT": "judge court arbitrator tribunal jury",
    "RULED": "ruled threw_out tossed_out ordered blocked dismissed found held struck awarded upheld sided",
}
# Trades by which a strike, a vote or a contract is of workers without being called so.
TRADES = (
    "housekeepers translators interpreters stagehands editors reporters pilots flight_attendants couriers"
    " riders cleaners janitors caregivers carers physicians technicians programmers developers testers"
    " designers animators musicians dancers baristas cooks cashiers clerks postal firefighters"
    " electricians machinists carpenters welders steelworkers autoworkers farmworkers truckers loaders"
    " handlers packers pickers moderators annotators librarians tutors adjuncts professors therapists"
    " pharmacists guards dockers longshoremen roofers plumbers pipefitters paramedics midwives airline"
    " refinery port docks mill railroad railways trams metro subway studios newsroom publisher"
    " broadcaster"
)
LABOR = whole(
    TRADES,
    "the_strike(?=,|_(?:began|started|is|has|will|ended|entered|continues|lasted))",
    "workers? union unions unionized employees? staff staffers guild teamsters strikers? labor labour",
    "teachers? nurses?",
    "writers? actors? members hollywood drivers? dockworkers? longshore\\w* faculty journalists? newsroom",
    "pickets? local",
    "performers? employers? management bargaining picketers? picketing sag-aftra wga cwa uaw seiu afscme",
    "wages? contract plants? factory factories industrial lasted miners? carmakers? automakers? staffers? crews?",
    "railway rail bus airline airport hospital hospitals lecturers? academics? civil_servants doctors walkouts?",
)
CONTRACT = re.compile(
    whole(
        "collective_bargaining union unions guild tentative bargaining workers? ratif\\w+ teamsters wga cwa sag-aftra",
        "local federation association? brotherhood employees staff members? strike strikers? nurses? teachers?",
        "drivers? actors? collective (?:both|two)_(?:sides|parties) contract_talks",
        "unionized unionised performers? artists? players",
        TRADES,
    ).pattern
    + r"|(?-i:\b[A-Z]{3,6}(?:-[A-Z]{2,5})?\s+(?:members|secured|won|reached|ratified|has|have|and|announced)\b)",
    re.IGNORECASE,
)
