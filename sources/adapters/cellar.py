"""CELLAR, the store of the European Union's law, asked in SPARQL."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import ClassVar

from sources.adapters.base import Answered, Api, asked, rows, text
from sources.asking import Asking
from sources.listing import Listing, Notice
from sources.sitemaps import moment

_DAYS = 730
_LANGUAGES = {"en": "ENG", "fr": "FRA", "de": "DEU", "es": "SPA", "it": "ITA", "nl": "NLD", "pl": "POL", "pt": "POR"}
_ASKED = """\
prefix cdm: <http://publications.europa.eu/ontology/cdm#>
prefix xsd: <http://www.w3.org/2001/XMLSchema#>
select distinct ?item ?title ?date where {{
  ?work cdm:resource_legal_id_celex ?celex ; cdm:work_date_document ?date .
  ?expression cdm:expression_belongs_to_work ?work ;
    cdm:expression_uses_language <http://publications.europa.eu/resource/authority/language/{language}> ;
    cdm:expression_title ?title .
  ?manifestation cdm:manifestation_manifests_expression ?expression ; cdm:manifestation_type ?type .
  ?item cdm:item_belongs_to_manifestation ?manifestation .
  filter(str(?type) = "xhtml" && ?date >= "{since}"^^xsd:date)
  filter({words})
}} order by desc(?date) limit {limit}"""


class Cellar(Api):
    """Acts and proposals of the last two years whose title holds one of the phrases of `query` (parted by OR)."""

    kind: ClassVar[str] = "cellar"
    takes: ClassVar[frozenset[str]] = frozenset({"query"})
    needs: ClassVar[dict[str, str]] = {"query": "words of a title, phrases parted by OR"}

    def first(self, asking: Asking) -> str:
        """The question, in the words of the store; texts are asked for in the source's language."""
        phrases = re.split(r"\s+OR\s+", asking.source.query or "")
        plain = [re.sub(r"[^\w\s-]", "", phrase).strip().lower() for phrase in phrases]
        words = " || ".join(f'contains(lcase(str(?title)), "{phrase}")' for phrase in plain if phrase)
        question = _ASKED.format(
            language=_LANGUAGES.get(asking.source.language or "en", "ENG"),
            since=(asking.day - timedelta(days=_DAYS)).isoformat(),
            words=words,
            limit=asking.limit,
        )
        return asked(asking.source.address, {"query": question, "format": "application/sparql-results+json"})

    def page(self, answer: Answered) -> Listing | None:
        """The texts as XHTML."""
        found = rows(answer.data, "results", "bindings")
        if found is None:
            return None
        notices = [
            Notice(link, text(row, "title", "value"), moment(text(row, "date", "value")))
            for row in found
            if (link := text(row, "item", "value"))
        ]
        return Listing(tuple(notices))
