"""How long an agreement runs, in clauses of many trades worded for the purpose."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extractors.contracts.wordings import of

TERMS: list[tuple[str, date | None, date | None]] = [
    (
        "This Agreement shall become effective upon ratification by both parties and shall remain in full "
        "force and effect through June 30, 2034.",
        None,
        date(2034, 6, 30),
    ),
    (
        "The term of this Agreement shall be for a period of three (3) years from July 1, 2031.",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    (
        "This Agreement shall be effective for a period of three years from July 1, 2031 to June 30, "
        "2034, and thereafter shall be considered automatically renewed for successive periods of twelve "
        "months unless notice is given.",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    (
        "This Agreement shall be effective as of the date of signing and remain in effect until midnight, "
        "August 31, 2033.",
        None,
        date(2033, 8, 31),
    ),
    (
        "This Agreement shall remain in effect from 12:01 a.m. on October 1, 2031, to and including 12:00 "
        "midnight on September 30, 2034.",
        date(2031, 10, 1),
        date(2034, 9, 30),
    ),
    (
        "This Agreement shall be binding from April 1, 2031 and shall remain in effect until March 31, "
        "2034 and from year to year thereafter.",
        date(2031, 4, 1),
        date(2034, 3, 31),
    ),
    (
        "The provisions of this Agreement shall be effective July 1, 2031, except as otherwise provided, "
        "and shall continue in full force and effect through June 30, 2034.",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    (
        "This Agreement shall commence on 1 April 2031 and shall continue until 31 March 2033.",
        date(2031, 4, 1),
        date(2033, 3, 31),
    ),
    (
        "This contract will take effect on the first day of September 2031 and terminate on the "
        "thirty-first day of August 2034.",
        date(2031, 9, 1),
        date(2034, 8, 31),
    ),
    (
        "The duration of this Agreement shall be from July 1, 2031, to June 30, 2034.",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    ("This Agreement is in force for two years beginning January 1, 2032.", date(2032, 1, 1), date(2033, 12, 31)),
    (
        "This Agreement shall be in full force and effect for the period commencing January 1, 2032, and "
        "ending December 31, 2034.",
        date(2032, 1, 1),
        date(2034, 12, 31),
    ),
    ("This Agreement shall expire at the close of business on December 31, 2033.", None, date(2033, 12, 31)),
    ("The nominal expiry date of this Agreement is 30 June 2034.", None, date(2034, 6, 30)),
    (
        "This Agreement supersedes the agreement that expired June 30, 2031 and is effective July 1, 2031 "
        "through June 30, 2033.",
        date(2031, 7, 1),
        date(2033, 6, 30),
    ),
    ("Either party may open this Agreement by notice not later than January 15, 2034.", None, None),
    (
        "The parties agree to extend the Agreement, which expires June 30, 2031, through June 30, 2032.",
        None,
        date(2032, 6, 30),
    ),
    ("This Agreement is hereby extended to and including December 31, 2033.", None, date(2033, 12, 31)),
    ("This Agreement shall be effective 7/1/2031 and shall expire 6/30/2034.", date(2031, 7, 1), date(2034, 6, 30)),
    ("This Agreement shall remain in force and effect until replaced by a successor agreement.", None, None),
    (
        "This Agreement shall be effective retroactive to July 1, 2031, and shall terminate at 11:59 p.m. "
        "on June 30, 2034.",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    (
        "This Agreement shall be effective as of the 1st day of January, 2032 and shall remain in full "
        "force and effect until the 31st day of December, 2034.",
        date(2032, 1, 1),
        date(2034, 12, 31),
    ),
    (
        "This Agreement is made and entered into July 1, 2031, by and between the parties, or such later date as both "
        "accept it, and shall remain in full force and effect through June 30, 2033.",
        date(2031, 7, 1),
        date(2033, 6, 30),
    ),
    (
        "Este convenio estará vigente del 1 de julio de 2031 al 30 de junio de 2034.",
        date(2031, 7, 1),
        date(2034, 6, 30),
    ),
    (
        "El presente contrato entrará en vigor el 1 de mayo de 2031 y estará vigente hasta el 30 de abril de 2034.",
        date(2031, 5, 1),
        date(2034, 4, 30),
    ),
    ("La empresa avisará antes del 1 de mayo de 2031.", None, None),
    (
        "This Memorandum applies to the Clerks Unit Collective Bargaining Agreement (CBA) in effect through June 30, "
        "2033, and its successors.",
        None,
        None,
    ),
    (
        "This Memorandum of Agreement amends the Collective Bargaining Agreement effective July 1, 2030 through June "
        "30, 2031.",
        None,
        None,
    ),
    (
        "The parties change this memorandum and the labor agreement (the CBA), dated July 1, 2030 - June 30, 2033.",
        None,
        None,
    ),
    (
        "This Memorandum, which changes the CBA effective July 1, 2030, expires June 30, 2032.",
        None,
        date(2032, 6, 30),
    ),
    ("The initial agreement was on May 3, 2030, with an expiration date of March 1, 2031.", None, None),
    (
        "The new expiration date of this Memorandum, as amended, shall be June 30, 2033.",
        None,
        date(2033, 6, 30),
    ),
    (
        "This Agreement covers July 1, 2031 through June 30, 2032. The parties agree that the term of this Agreement "
        "shall be extended to June 30, 2034.",
        None,
        date(2034, 6, 30),
    ),
    ("This Agreement renews itself for a period of one year from July 1, 2034 unless notice is given.", None, None),
    ("Employees under this Agreement serve on probation for a period of six months from July 1, 2031.", None, None),
]


@pytest.mark.parametrize(("clause", "effective", "expires"), TERMS)
def test_terms_of_clauses(clause: str, effective: date | None, expires: date | None) -> None:
    fact = of(f"# AGREEMENT\nBetween the parties.\n# ARTICLE 9 - DURATION\n{clause}")
    assert (fact.effective_on, fact.expires_on) == (effective, expires)


def test_an_extension_runs_to_the_day_it_extends_to() -> None:
    recital = "WHEREAS, the collective bargaining agreement is effective April 1, 2028 through March 31, 2031; and"
    fact = of(f"# EXTENSION\n{recital}\nThe parties agree that the agreement is extended through September 30, 2031.")
    assert (fact.effective_on, fact.expires_on) == (None, date(2031, 9, 30))
