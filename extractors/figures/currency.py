"""Whose dollars a bare "$" are: those of the country that the document is from or speaks of most."""

from __future__ import annotations

import re
from collections import Counter

from extractors.base import Reading
from extractors.lexicon import lookup
from extractors.names.jurisdictions import find_places
from extractors.names.organizations import find_organizations

_DOLLARS = {"CA": "CAD", "AU": "AUD", "NZ": "NZD"}
_HOST = re.compile(r"\Ahttps?://[^/]*\.(?P<country>ca|au|nz)(?:[:/]|\Z)")
_PEOPLES = {"AU": "Australian", "CA": "Canadian", "NZ": "New Zealander", "US": "American"}
_OFTEN = 2  # names of places there that show where a text is at home
_OVER = 2  # times as many as of the United States


def dollars(reading: Reading) -> str:
    """The ISO code of what "$" means in the document: USD unless a country with its own dollar leads in it."""
    named = Counter(place.code.split("-")[0] for place in reading.get(find_places))
    named.update({code: reading.text.count(people) for code, people in _PEOPLES.items()})
    known = (lookup(name) for name in {found.name for found in reading.get(find_organizations)})
    named.update(entry.country for entry in known if entry and entry.country)
    host = _HOST.match(reading.document.url)
    home = host["country"].upper() if host else max(_DOLLARS, key=lambda code: named[code])
    seen = named[home] + (_OFTEN if host else 0)
    return _DOLLARS[home] if seen >= _OFTEN and seen > _OVER * named["US"] else "USD"
