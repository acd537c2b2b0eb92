"""The organizations a document names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.base import Extractor, Reading
from extractors.names.organizations import organizations_in
from extractors.text.sentences import sentences
from records.facts import Fact, OrganizationMention

# After these a chamber is part of somebody's title or address: "Senate Majority Leader Doe".
_OFFICE = re.compile(
    r" (?:(?:Democratic|Republican|Majority|Minority|Deputy|Assistant) )*(?:Leader|Whip|Speaker)\b| Office Building"
)


class OrganizationMentions(Extractor):
    """One row for each organization's first mention in a sentence; the span is the sentence."""

    name = "organizations"
    version = "1"
    tables = (OrganizationMention,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """The mentions of a document, in reading order."""
        for sentence in reading.get(sentences):
            seen: set[str] = set()
            for name in organizations_in(reading, sentence.start, sentence.end):
                if name.name not in seen and not _OFFICE.match(reading.text, name.end):
                    seen.add(name.name)
                    yield OrganizationMention(
                        span=reading.span(sentence.start, sentence.end),
                        confidence=0.9 if name.kind else 0.7,
                        organization_name=name.name,
                        kind=name.kind,
                        acronym=name.acronym,
                    )
