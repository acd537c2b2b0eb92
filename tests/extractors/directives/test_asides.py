"""Technology named only in passing."""

from __future__ import annotations

import pytest

from extractors.directives.asides import is_aside, is_elsewhere, is_formal, is_office_heading, is_praise
from extractors.directives.technologies import technologies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leave is entered in the timekeeping system.", True),
        ("The Town shall introduce a timekeeping system in May.", False),
        ("Either side may make a verbatim recording.", True),
        ("A recording shall be shown to the employee first.", False),
        ("Staff may use a tablet.", True),
        ("The Town shall provide a tablet.", False),
        ("On a snow day staff may telework in view of the weather.", False),
        ("Clerks shall work from home when the hall is closed for snow.", False),
        ("In a storm the chief may direct staff to telework.", False),
        ("Staff who are able to work remotely shall do so while roads are closed for weather.", False),
        ("If a clerk is unable to work remotely in bad weather, the clerk shall use leave.", True),
        ("A clerk who may telework in bad weather shall record sick leave as before.", True),
        ("On a day of closure no clerk may be paid for more hours than those who telework.", True),
        ("A request to telework shall be answered in a week.", False),
        ("A list on a spreadsheet goes out by e-mail.", True),
        ("Clerks on stand-by shall carry a cell phone.", True),
        ("The Town shall provide clerks on stand-by with a cell phone.", False),
        ("Clerks have to punch the time clock before each shift.", False),
        ("The Town shall pay a stipend of ten dollars for each cell phone it requires.", False),
        ("The accurate recording of the amounts paid is left to the trustees.", True),
        ("Video of the yard may be shown in a commercial.", True),
        ("The Employer shall send the Union employee data on its members each May.", True),
        ("The Employer shall not sell employee data.", False),
        ("Members may look into one another’s social media.", True),
        ("The Employer shall not ask for the password of a social media account.", False),
        ("Within ten days of the implementation of the new payroll system, rates shall rise.", True),
        ("The plan has a telehealth benefit.", True),
        ("A copy of the audio/video recording of the interview shall go to the clerk.", True),
        ("An audio recording of a clerk at work shall not be made in secret.", False),
        ("The Union shall track employees by seniority.", True),
        ("The Town shall not track employees off duty.", False),
        ("A laptop stolen from a personal car is not replaced.", True),
        ("The arbitrator may hold the hearing by video conference.", True),
        ("Personal information given by the Town to the Union shall be erased.", False),
        ("Nurses shall be trained for telehealth.", False),
        ("A clerk who is hurt and seeks medical treatment while working remotely shall say so.", True),
        ("No whole class of jobs shall be ineligible for remote work.", False),
        ("The investigator shall tape the interview and keep the recording.", True),
        ("An officer may bring a recording device to the interrogation.", True),
        ("All questioning of a member shall be electronically recorded.", True),
        ("A copy of the recording of the hearing shall be sent to the guild.", True),
        ("The meeting at which the public speaks shall be open and recorded by video.", True),
        ("Before the interview a guard may view the video of the incident.", False),
        ("Meetings in the break room shall not be recorded by a hidden device.", False),
        ("Interviews about a crash may rest on body-worn camera recordings.", False),
        ("Answers of candidates shall be recorded on video for the assessors.", True),
        ("The recordings of bus operators shall be erased in ten days.", False),
        ("An applicant shall fill in a questionnaire with personal information.", True),
        ("The personal information of applicants shall be kept confidential.", False),
        ("There is no expectation of privacy in what is sent by the e-mail system.", False),
        ("Messages in the e-mail system are not private.", False),
        ("The Town has the right to read and monitor e-mail in its e-mail system.", False),
        ("Minutes go out to members through the e-mail system.", True),
        ("A code for the smart phone app is a QR code on the card.", True),
        ("A patrol officer on light duty shall be reachable by cell phone.", True),
        ("No claim for loss of pictures or clocks shall be paid to employees.", True),
        ("A foster parent has a number in one of the county’s own databases.", True),
        ("The database shall be protected from breaches.", False),
        ("Courses shall be listed in the learning management system.", True),
        ("Nurses shall be given time for courses in the learning management system.", False),
        ("The Department shall not use software of that kind.", False),
        ("Software at home is for business only.", False),
        ("Members shall not be restricted in the use of a cell phone at lunch.", False),
        ("Counsellors monitor employees in treatment for substance abuse.", True),
        ("Students will show their work in a video or a play.", True),
        ("Video of teachers shall not be used to rate them.", False),
        ("The data collection is on the student’s behavior.", True),
        ("Evidence such as documents, recordings and letters shall be gathered.", True),
        ("The member may view the video that is in evidence with the documents.", False),
        ("Courses in distance learning are reimbursed if an accredited college gives them.", True),
        ("Teachers shall be paid for distance learning sections that they build.", False),
        ("Where the sums differ the payroll system shall prevail.", True),
        ("Software, and training in it, shall be made available where money is available.", False),
    ],
)
def test_more_asides(text: str, expected: bool) -> None:
    assert is_aside(text, 0, technologies(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dues are on a web page.", True),
    ],
)
def test_asides(text: str, expected: bool) -> None:
    assert is_aside(text, 0, technologies(text)) is expected


def test_a_heading_may_make_remote_work_an_aside() -> None:
    text = "Staff may choose to work from home."
    assert not is_aside(text, 0, technologies(text), "Remote work")
    assert not is_aside(text, 0, technologies(text), "Inclement weather")
    text = "Those who work from home shall be listed by the clerk and given a permit."
    assert not is_aside(text, 0, technologies(text), "Remote work")
    assert is_aside(text, 0, technologies(text), "Inclement weather")
    assert not is_aside(text, 0, technologies(text), "Inclement weather", under=True)
    assert is_office_heading("Telephone calls off duty")


@pytest.mark.parametrize("heading", ["Union Rights", "Bulletin Boards", "Use of E-mail", "Lodge Business"])
def test_what_a_union_may_use_is_an_aside(heading: str) -> None:
    text = "The use of rooms shall include the use of audiovisual technology."
    assert is_aside(text, 0, technologies(text), heading)
    assert not is_aside(text, 0, technologies(text), "Technology, the Union and the Town")
    text = "The Agency has the right to monitor its electronic mail and computer system."
    assert not is_aside(text, 0, technologies(text), heading)


def test_under_a_heading_on_time_clocks_their_use_is_no_aside() -> None:
    text = "Clerks shall punch in on the time clock."
    assert is_aside(text, 0, technologies(text), "Hours")
    assert not is_aside(text, 0, technologies(text), "Time clocks")


def test_medicine_and_formal_lines() -> None:
    assert is_elsewhere("The laboratory uses new technology.")
    assert not is_elsewhere("The shop uses new technology.")
    assert is_formal("This Act may be cited as the Robot Act.")
    assert is_formal("Cameras . . . . . . . 12")
    assert not is_formal("The Act shall be enforced.")


def test_praise_binds_nobody() -> None:
    assert is_praise("GPS is an important tool.")
    assert not is_praise("GPS is an important tool and shall be used with care.")
