"""What a sentence does, who is bound, and how long before."""

from __future__ import annotations

import time

import pytest

from extractors.directives.modality import duty_bearer, modality, notice_days

CASES = [
    ("The Employer shall train every clerk on the new scanner.", "obligation", "employer"),
    ("The Company will not install cameras in changing rooms.", "prohibition", "employer"),
    ("No driver shall be disciplined on GPS data alone.", "prohibition", "employer"),
    ("Cameras may be used only at entrances.", "prohibition", "employer"),
    ("There shall be no recording in the cab.", "prohibition", "employer"),
    ("Employees shall not share their passwords.", "prohibition", "employee"),
    ("An employee may ask for the log.", "right", "employer"),
    ("Employees shall be required to punch the time clock before the shift.", "obligation", "employee"),
    ("Employees shall be required to be told of the camera.", "obligation", "employer"),
    ("Any employee who punches for another shall be subject to discharge.", "prohibition", "employee"),
    ("Nurses will not have their telework ended on less than ten days’ notice.", "prohibition", "employer"),
    ("Nurses who moved shall be eligible for telework.", "right", "employer"),
    ("A clerk is eligible to work remotely after a year.", "right", "employer"),
    ("Clerks on trial are not eligible for telework.", "prohibition", "employer"),
    ("Guards who come in daily shall have priority for a desk of their own.", "right", "employer"),
    ("Clerks without a laptop shall not be expected to telework.", "prohibition", "employer"),
    ("A guard shall not be compelled to take a lie detector test.", "prohibition", "employer"),
    ("Remote staff are expected to answer their e-mail within the hour.", "obligation", "employee"),
    ("If a nurse needs a screen, they shall ask the help desk for one.", "obligation", "employee"),
    ("When the Town buys a scanner, it shall tell the Union.", "obligation", "employer"),
    ("The chair at home shall be provided by the employee.", "obligation", "employee"),
    ("The laptop shall be provided by the Town to the employee.", "obligation", "employer"),
    ("It is the responsibility of each nurse to log out of the chart.", "obligation", "employee"),
    ("It is the responsibility of the Town to keep the clocks in order.", "obligation", "employer"),
    ("Clerks may ask to end telework and such requests shall not be refused.", "prohibition", "employer"),
    ("Caregivers must enter their time in the app.", "obligation", "employee"),
    ("A teacher on line will have a load of at most and no more than ninety pupils.", "prohibition", "employee"),
    ("The Town will answer a request for a screen in no more than ten days.", "obligation", "employer"),
    ("Workers must be able to have their fingerprints erased.", "obligation", "employer"),
    ("Members of the panel on software will be on paid status.", "obligation", "employer"),
    ("For purposes of this rule, “video” shall include what a dash camera takes.", "definition", None),
    ("For the purpose of this letter, the system encompasses whatever clock the Town uses.", "definition", None),
    ("Video may be used in discipline as defined in Section 3.", "permission", "employer"),
    ("“New machine” shall be as defined in the code.", "definition", None),
    ("A driver will have full access to the data.", "right", "employer"),
    ("The Mill shall be permitted to use a time clock.", "permission", "employer"),
    ("Nurses shall be allowed to see the log.", "right", "employer"),
    ("The tool may be asked for by a clerk and must be approved by the Town.", "obligation", "employer"),
    ("A driver may ask for the log, and shall be given it within a week.", "right", "employer"),
    ("REPRISALS.—No mill may fire a clerk for asserting a right to the log.", "prohibition", "employer"),
    ("Staff provide the internet that they need at home. The line may be paid for.", None, "employee"),
    ("Clerks shall have a right to see their data.", "right", "employer"),
    ("The Employer may introduce new machinery.", "permission", "employer"),
    ("“Automation” means the use of machines in place of people.", "definition", None),
    ("“Algorithm” shall mean a set of rules that a computer follows.", "definition", None),
    ("The parties shall meet within ten days of the notice.", "obligation", "both"),
    ("The Union shall not delay the meeting.", "prohibition", "union"),
    ("The Union shall be given the manual of the software.", "obligation", "employer"),
    ("When the tool is changed, the Employer shall tell the Union.", "obligation", "employer"),
    ("If no agreement can be reached, the dispute shall go to arbitration.", "obligation", "both"),
    ("Employees shall be trained on paid time.", "obligation", "employer"),
    ("Upon request of the Union, the Employer shall provide the log.", "obligation", "employer"),
    ("Drivers who are required to use a tablet shall be trained on it.", "obligation", "employer"),
    ("A mill that has not bought robots shall say so each May.", "obligation", "employer"),
    ("The Mill shall give the Union an opportunity to see the video.", "obligation", "employer"),
    (
        "The Mill shall make every effort to ensure that no clerk shall lose a job to a machine.",
        "obligation",
        "employer",
    ),
    ("A scanner is any device that reads codes.", "definition", None),
    ("“Robot” refers to a machine that moves by itself.", "definition", None),
    ("A robot is a danger and shall be fenced in.", "obligation", "employer"),
    ("The driver’s recordings shall be erased.", "obligation", "employer"),
    ("Employee data shall be kept apart.", "obligation", "employer"),
    ("Clerks shall, at the cost of the Mill, be trained.", "obligation", "employer"),
    ("No robot shall run until the parties mutually agree on a crew.", "prohibition", "employer"),
    ("The Committee and the Union shall meet on rates.", "obligation", "both"),
    ("The Union and the Mill agree that GPS will only be used to find lost trucks.", "prohibition", "employer"),
    ("The parties agree that no effort will be made to trick the machine.", "prohibition", "both"),
    ("The Union may have an expert look at the code.", "right", "employer"),
    ("Teachers own the copyright in what they film.", "right", "employer"),
    ("Clerks will, upon request, be furnished with a screen.", "obligation", "employer"),
    ("No song may be made again by electronic means unless the player is paid.", "prohibition", "employer"),
    ("Robots may make up no more than half of a crew.", "prohibition", "employer"),
    ("A dispute on whether a change is technological shall go to arbitration.", "obligation", "both"),
    ("Cameras or other devices which are used for safety shall not be placed in a cab.", "prohibition", "employer"),
    ("Where rates, which are not set here, are needed for robots, the parties shall negotiate.", "obligation", "both"),
    ("Any clerk whose calls are monitored shall promptly be given a copy.", "obligation", "employer"),
    ("Cashiers have first claim on a vacancy.", "right", "employer"),
    ("A dispute shall be discussed between the Employer and the Union.", "obligation", "both"),
    (
        "When there is a change in the work because of robots, the Employer agrees to give time to learn.",
        "obligation",
        "employer",
    ),
    ("The methods, means and equipment shall be chosen by the Employer.", "obligation", "employer"),
]


@pytest.mark.parametrize(("text", "kind", "bound"), CASES)
def test_modality_and_duty_bearer(text: str, kind: str, bound: str | None) -> None:
    assert modality(text) == kind
    assert duty_bearer(text, kind) == bound


def test_who_is_paid_or_shown_is_not_bound() -> None:
    assert duty_bearer("A singer scanned for a copy is paid for the day.", "obligation") == "employer"
    assert duty_bearer("The Mill pays clerks who use their own phones.", "obligation") == "employer"


def test_a_sentence_without_directive_words_has_no_modality() -> None:
    assert modality("The weather was fine.") is None


def test_in_laws_secretaries_are_the_government() -> None:
    assert duty_bearer("The Secretary shall issue rules.", "obligation", public=True) == "government"
    assert duty_bearer("An employer shall keep records.", "obligation", public=True) == "employer"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The Employer shall give ninety (90) days’ notice of new machines.", 90),
        ("Notice shall be given six (6) months in advance.", 180),
        ("on two weeks' written notice", 14),
        ("six weeks’ warning of any robot", 42),
        ("No later than ten days before a robot is used, a mill shall give each weaver a paper on it.", 10),
        ("The Union shall be notified forty-eight (48) hours ahead of a test.", 2),
        ("It shall inform staff one month before the change.", 30),
        ("It will give one hundred and ten (110) days' advance notice.", 110),
        ("The notice shall be at least sixty days.", 60),
        ("Notice shall be given, in writing, of at least four weeks.", 28),
        ("The Mill shall give a minimum notice of sixty days.", 60),
        ("The Mill shall give notice, in writing, of at least one hundred and eighty days.", 180),
        ("The Mill shall give as much notice as it can and, in any event, at least three months.", 90),
        ("It shall give as much notice as it can to the Union, but not less than ninety (90) days, of robots.", 90),
        ("It shall try to give 30 days’ notice, but no less than 15 days’ notice, of a recall to the office.", 15),
        ("No robot shall run until ninety (90) days after notice has been given.", 90),
        ("The Union must be told in writing 15 school days before a lesson is filmed.", 15),
        ("The Employer shall give a 60-day notice of a new scanner.", 60),
        ("The Employer shall notify the Union no later than ten (10) business days before the test.", 10),
        ("The Union may ask for talks within fifteen (15) days of the notice.", None),
        ("Not later than 30 days before first use, the employer shall give notice.", 30),
        ("The Employer shall answer within ten days of the notice.", None),
        ("The recording is deleted after sixty (60) days.", None),
        ("The committee shall meet three (3) times a year.", None),
        ("The robot was bought two years before the strike.", None),
        (
            "Drivers will be let to see the recording at least one day before they give a statement.",
            None,
        ),
    ],
)
def test_notice_days(text: str, days: int | None) -> None:
    assert notice_days(text) == days


def test_long_sentences_take_linear_time() -> None:
    began = time.process_time()
    for piece in ("no employee or ", "if the notice, ", "twenty-four hours ", "shall only be "):
        text = piece * (50_000 // len(piece))
        modality(text)
        notice_days(text)
        duty_bearer(text, "obligation")
    assert time.process_time() - began < 5
