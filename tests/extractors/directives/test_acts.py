"""What told sentences want done, and whom they bind, in many voices and orders."""

from __future__ import annotations

import time

import pytest

from extractors.directives.acts import bound_by_demand, bound_by_law, grants, licence, plain
from extractors.directives.duties import bearer
from extractors.directives.force import AGREEMENT, DEMAND, LEGISLATION, RECOMMENDATION
from extractors.directives.prose import Directive
from extractors.provisions import told_modality


def directive(text: str, force: str) -> Directive:
    return Directive(
        start=0,
        end=len(text),
        text=text,
        lead="",
        force=force,
        sure=0.8,
        touches=0.9,
        terms=(),
        law=None,
        quoted=False,
        heading=None,
        imperative=False,
    )


CASES = [
    ("The measure would oblige warehouses to publish their quotas.", LEGISLATION, "obligation", "employer"),
    (
        "Under the plan, firms with more than 50 staff would have to file yearly reports with the labour "
        "ministry on automated dismissals.",
        LEGISLATION,
        "obligation",
        "employer",
    ),
    (
        "Companies would be barred from setting pay by algorithm under Colorado's proposal.",
        LEGISLATION,
        "prohibition",
        "employer",
    ),
    ("The bill forbids landlords and employers from buying location data.", LEGISLATION, "prohibition", "employer"),
    ("The ordinance lets delivery riders see how their ratings are computed.", LEGISLATION, "right", "employer"),
    (
        "Bill 88 entitles Ontario employees to ask for a copy of any monitoring policy.",
        LEGISLATION,
        "right",
        "employer",
    ),
    ("The act would give nurses the right to override an algorithm.", LEGISLATION, "right", "employer"),
    (
        "The law would permit hospitals to roll out chatbots without telling patients.",
        LEGISLATION,
        "permission",
        "employer",
    ),
    (
        "The amendment would stop states from writing their own rules on AI for a decade.",
        LEGISLATION,
        "prohibition",
        "government",
    ),
    (
        "The act would set up a commission to study what automation does to jobs.",
        LEGISLATION,
        "obligation",
        "government",
    ),
    ("The legislation invests $40 million in apprenticeships on robotics.", LEGISLATION, "obligation", "government"),
    (
        "The bill directs the Secretary of Labor to survey employers about AI each year.",
        LEGISLATION,
        "obligation",
        "government",
    ),
    (
        "The measure would make model developers list the songs used to train their systems.",
        LEGISLATION,
        "obligation",
        "developer",
    ),
    (
        "It would let songwriters find out if their recordings were used to train a model.",
        LEGISLATION,
        "right",
        "developer",
    ),
    (
        "The bill would require notice to workers before any camera is switched on.",
        LEGISLATION,
        "obligation",
        "employer",
    ),
    ("The Fair Chances Act prohibits hiring decisions made by software alone.", LEGISLATION, "prohibition", "employer"),
    ("The directive obliges platforms to have a person review each dismissal.", LEGISLATION, "obligation", "employer"),
    ("The bill would protect workers so that they are not watched at home.", LEGISLATION, "obligation", "employer"),
    ("The law will help to ensure workers are not left out as robots arrive.", LEGISLATION, "obligation", "employer"),
    ("The federation urged the governor to sign a bill on surveillance.", DEMAND, "obligation", "government"),
    ("The union is calling on management to keep a human in the loop.", DEMAND, "obligation", "employer"),
    ("Dockers want port operators to bargain before any crane is automated.", DEMAND, "obligation", "employer"),
    (
        "The alliance called for a law that would compel employers to consult staff on AI.",
        DEMAND,
        "obligation",
        "employer",
    ),
    ("Campaigners asked MPs to vote down the plan to weaken copyright.", DEMAND, "obligation", "government"),
    (
        "The letter presses Congress to strip the moratorium on state AI laws from the budget.",
        DEMAND,
        "obligation",
        "government",
    ),
    ("Workers should be consulted before AI is brought in.", DEMAND, "obligation", "employer"),
    ("Nurses must be involved in the choice of any software.", DEMAND, "obligation", "employer"),
    ("We must invest in the skills of our workers as robots come.", DEMAND, "obligation", "government"),
    ("It's time to protect drivers from being fired by an app.", DEMAND, "obligation", "government"),
    ("Our laws need to keep pace with algorithms.", DEMAND, "obligation", "government"),
    ("The guild demanded that studios never train AI on scripts.", DEMAND, "prohibition", "employer"),
    ("The council urged ministers not to let employers off the hook.", DEMAND, "prohibition", "government"),
    ("The union wants tougher regulation of algorithmic management.", DEMAND, "obligation", "government"),
    ("Unions are pushing for a national AI authority.", DEMAND, "obligation", "government"),
    ("AI should not be used to dismiss anyone.", DEMAND, "prohibition", "employer"),
    ("No worker should be fired by an algorithm.", DEMAND, "prohibition", "employer"),
    ("Canada's workforce must be equipped for automation.", DEMAND, "obligation", "government"),
    ("Tech companies must pay artists for the works they train on.", DEMAND, "obligation", "developer"),
    ("The congress voted to demand a right for workers to refuse constant tracking.", DEMAND, "right", "employer"),
    ("Employees must have the right to contest automated decisions.", DEMAND, "right", "employer"),
    ("The motion calls on the trade union movement to campaign against deepfakes.", DEMAND, "obligation", "union"),
    ("Ministers must act to make sure that workers are not replaced overnight.", DEMAND, "obligation", "government"),
    ("The government should require employers to publish impact assessments.", DEMAND, "obligation", "employer"),
    ("The report recommends that governments fund retraining.", RECOMMENDATION, "obligation", "government"),
    ("The authors recommend that employers consult unions early.", RECOMMENDATION, "obligation", "employer"),
    ("The paper recommends a statutory right to disconnect for all workers.", RECOMMENDATION, "right", "government"),
    ("Unions should ask for a list of all tools.", RECOMMENDATION, "obligation", "union"),
    ("Employers should not rely on software to fire people.", RECOMMENDATION, "prohibition", "employer"),
    (
        "Any company that rolls out facial scans must first tell its staff, the Oregon proposal says.",
        LEGISLATION,
        "obligation",
        "employer",
    ),
    ("A employer who ignores the rule would be fined $5,000 a worker.", LEGISLATION, "obligation", "employer"),
    (
        "The bill, sponsored by Lee, makes it illegal to fire someone on the word of a machine.",
        LEGISLATION,
        "prohibition",
        "employer",
    ),
    ("Warehouse workers would gain a right to see their pick rates.", LEGISLATION, "right", "employer"),
    ("Job applicants could ask for a human to look at their file again.", LEGISLATION, "right", "employer"),
    ("Employers would not be allowed to read staff emails with AI.", LEGISLATION, "prohibition", "employer"),
    ("It empowers unions to bring in their own experts at the company's cost.", LEGISLATION, "right", "employer"),
    ("The regulation bans emotion recognition in the workplace.", LEGISLATION, "prohibition", "employer"),
    (
        "The law would apply to firms with 100 or more staff and ask them to publish audits.",
        LEGISLATION,
        "obligation",
        "employer",
    ),
    (
        "The legislation would award grants to community colleges for courses on AI.",
        LEGISLATION,
        "obligation",
        "government",
    ),
    (
        "A new office inside the labor department would watch over hiring software.",
        LEGISLATION,
        "obligation",
        "government",
    ),
    ("AI developers would have to keep records of the books they trained on.", LEGISLATION, "obligation", "developer"),
    ("The federation appealed to premiers to slow the roll-out in hospitals.", DEMAND, "obligation", "government"),
    ("Strikers say that producers have to ask before they scan a face.", DEMAND, "obligation", "employer"),
    ("“No driver should lose a shift because an app says so,” she said.", DEMAND, "prohibition", "employer"),
    ("The union insists that any savings be shared with members.", DEMAND, "obligation", "employer"),
    ("We are asking Parliament for a ban on covert monitoring.", DEMAND, "prohibition", "government"),
    ("They called for new rules on how bosses use data.", DEMAND, "obligation", "government"),
    ("Members are fighting for a contract that keeps editors in charge of AI.", DEMAND, "obligation", "employer"),
    (
        "Lawmakers need to close the loophole that lets platforms hide their algorithms.",
        DEMAND,
        "obligation",
        "government",
    ),
    ("The charter says workers must know when they are dealing with a machine.", DEMAND, "obligation", "employer"),
    ("The union has written to the minister, asking him to halt the pilot.", DEMAND, "prohibition", "government"),
    ("The petition tells Amazon to stop tracking drivers in their vans.", DEMAND, "prohibition", "employer"),
    ("Staff deserve a voice in how AI is used.", DEMAND, "obligation", "employer"),
    ("The nurses want the hospital to drop the scheduling app.", DEMAND, "obligation", "employer"),
    ("Teachers' unions are seeking contract language on AI grading.", DEMAND, "obligation", "employer"),
    ("There must be a human check on each decision to dismiss.", DEMAND, "obligation", "employer"),
    ("Governments should guarantee a right to training.", RECOMMENDATION, "right", "government"),
    ("The guide advises stewards to map every device in the building.", RECOMMENDATION, "obligation", "union"),
    ("Managers are advised to test tools for bias.", RECOMMENDATION, "obligation", "employer"),
]


@pytest.mark.parametrize(("text", "force", "kind", "bound"), CASES)
def test_what_is_to_be_done_and_by_whom(text: str, force: str, kind: str, bound: str) -> None:
    told = directive(text, force)
    assert told_modality(told) == kind
    assert bearer(told, kind, ()) == bound


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The yard agreed to tell the union where cameras may be needed.", "obligation"),
        ("The paper has agreed not to replace editors with software.", "prohibition"),
        ("Under the deal studios may continue to use drawing software.", "permission"),
        ("The pact gives nurses the right to overrule a score.", "right"),
    ],
)
def test_what_contracts_do(text: str, kind: str) -> None:
    assert told_modality(directive(text, AGREEMENT)) == kind


@pytest.mark.parametrize(
    "text",
    [
        "The weather was fine.",
        "The council met on Tuesday.",
        "Employers and unions came to the hall.",
        "A worker spoke of her right hand.",
    ],
)
def test_sentences_that_bind_nobody(text: str) -> None:
    assert licence(text, DEMAND) is None
    assert bound_by_law(text) is None
    assert bound_by_demand(text) is None
    assert not grants(text)


def test_a_negation_in_a_purpose_is_not_that_of_the_rule() -> None:
    assert "not" not in plain("The act would pay for courses so that clerks are not left out.")
    assert "not" in plain("Employers must not watch clerks at home.")


def test_200_kilobytes_of_one_sentence_take_linear_time() -> None:
    text = "urged the employers that require companies to ensure workers not to let staff of the states " * 2200
    began = time.process_time()
    told = directive(text, DEMAND)
    bearer(told, told_modality(told), ())
    bound_by_law(text)
    assert time.process_time() - began < 10
