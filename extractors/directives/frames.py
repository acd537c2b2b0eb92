"""Frames of sentences with force as data: `lexicon/technology/frames.csv`.

A frame is the instrument it shows, the context in which it does so, and a pattern. In a pattern `{place}` and the like
stand for the word lists below, which several frames share.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection
from functools import cache

from extractors import lexicon
from extractors.text.quick import Quick, Several, quick

_FILE = lexicon.FOLDER / "technology" / "frames.csv"
_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawai[‘'i]*i|Idaho"
    "|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi"
    "|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York(?: City)?|North Carolina"
    "|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah"
    "|Vermont|Virginia|Washington(?: State)?|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|Québec|British Columbia"
    "|Alberta|NYC|Chicago|Seattle|Los Angeles|San Francisco|Boston|Portland|Canada|Germany|France|Spain|Italy|Ireland"
    "|Denmark|Sweden|Norway|Finland|Portugal|Belgium|Austria|Australia|New Zealand|Japan|South Korea|India|China"
    "|Brazil|Mexico|Chile|the Netherlands|the (?:EU|UK|U\\.?S\\.?|European Union|United Kingdom|United States)|Congress"
    "|Parliament|the (?:state|city|federal government|legislature|senate|assembly|house|council)"
)
_PLACE = (
    rf"(?:(?-i:{_STATES})|(?:(?:some|several|many|multiple|most|other|few|more|all|a number of"
    rf"|\w+) )?(?-i:states|cities"
    r"|countries|governments|lawmakers|legislatures|legislators|regulators|jurisdictions|member states))"
)
_LAW_NOUN = (
    r"bills?|legislation|law|laws|measures?|directive|regulations?|ordinance|statute|executive order|amendment"
    r"|resolution|(?-i:Act|Bill|Law|Directive|Regulation|Order)"
)
_VERBS = (
    "require|prohibit|ban|bar|forbid|mandate|restrict|limit|outlaw|regulate|tax|oblige|compel|entitle|guarantee"
    "|criminali[sz]e"
)
_BILL_VERBS = (
    "require|prohibit|ban|bar|forbid|mandate|create|establish|give|provide|ensure|protect|guarantee|limit|restrict"
    "|direct|allow|prevent|impose|tax|curb|stop|safeguard|oblige|compel|hold|expand|fund|authori[sz]e|regulate|set"
    "|extend|codify|enshrine|grant|entitle|include|contain|launch|penali[sz]e|increase|update|amend|convene|modernize"
    "|define|clarify|make|strengthen|support|address|assess|study|develop|publish|offer|improve|promote|enable"
    "|empower|apply|cover|call for|outline|disclose|notify|inform|report|submit|receive|face|conduct|maintain"
    "|required|prohibited|banned|barred|obliged|allowed|entitled|forced|subject|given|created|established|made|fined"
    "|notified|informed|permitted|protected|granted|able|liable|illegal|unlawful|tasked|charged|directed|eligible"
    "|need to|have to|lay out|explain|keep|put|build|bring|help|aim|seek|add|end|close|deem|task|order|designate"
    "|identify|coordinate|track|collect|incentivi[sz]e|invest"
)
_THIRDS = (
    "Requires|Prohibits|Bans|Bars|Forbids|Mandates|Creates|Establishes|Gives|Provides|Ensures|Protects|Guarantees"
    "|Limits|Restricts|Directs|Allows|Prevents|Imposes|Taxes|Curbs|Stops|Safeguards|Obliges|Compels|Holds|Expands"
    "|Funds|Authorizes|Authorises|Regulates|Sets|Extends|Codifies|Enshrines|Grants|Entitles|Includes|Launches"
    "|Penalizes|Increases|Updates|Amends|Convenes|Modernizes|Defines|Clarifies|Makes|Strengthens|Supports|Addresses"
    "|Assesses|Develops|Publishes|Offers|Improves|Promotes|Enables|Empowers|Applies|Covers|Calls|Outlines|Orders|Adds"
    "|Ends|Closes|Keeps|Puts|Builds|Brings|Designates|Tasks|Charges|Identifies|Incentivizes|Invests|Preserves"
    "|Maintains|Enhances|Reinforces|Subjects|Permits|Encourages|Instructs|Instates|Outlaws|Criminalizes|Introduces"
)
_WORDS = {
    "place": _PLACE,
    "law_noun": _LAW_NOUN,
    "law": rf"(?:{_LAW_NOUN})(?: of \d{{4}})?(?: \([^)]{{1,60}}\))?",
    "law_verbs": rf"(?:{_VERBS})(?:s|d|ed|ned|red|ning|ring|ing)?",
    "bill_verbs": _BILL_VERBS,
    "bill_thirds": _THIRDS,
    "union": r"unions?|workers|members|guild|local|writers|actors|nurses|teachers|drivers|journalists|employees"
    r"|(?-i:[A-Z][\w-]*[A-Z][\w-]*)|(?-i:Teamsters|Guild|Alliance|Association|Brotherhood|Federation)",
}


@cache
def _frames() -> tuple[tuple[tuple[str, str, Quick], ...], Several]:
    """Force, context and pattern of each frame, in the order of the file; and which of them to try."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        frames = tuple((row["force"], row["context"], _compiled(row["pattern"])) for row in csv.DictReader(file))
    return frames, Several(pattern for _, _, pattern in frames)


def _compiled(pattern: str) -> Quick:
    for name, words in _WORDS.items():
        pattern = pattern.replace("{" + name + "}", words)
    return quick(pattern, re.IGNORECASE)


def framed(text: str, forces: Collection[str], contexts: Collection[str]) -> str | None:
    """The instrument of the first frame among `forces` that `text` shows in one of `contexts`, None where none does."""
    frames, several = _frames()
    for force, context, pattern in (frames[number] for number in several.likely(text)):
        if force in forces and (context == "any" or context in contexts) and pattern.search(text):
            return force
    return None
