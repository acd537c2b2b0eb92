"""The data dictionary, written from the schema: `python -m warehouse.dictionary > docs/data-dictionary.md`."""

from __future__ import annotations

from records import codes
from warehouse import schema

_BEGIN = """# Data dictionary

Generated from the record classes by `make dictionary`; do not edit.

Every table marked *fact* opens with the same columns, its evidence:

"""


def dictionary() -> str:
    """Every table and column with its meaning, and every closed set of codes, as Markdown."""
    parts = [_BEGIN, _rows(schema.EVIDENCE)]
    for table in schema.tables().values():
        own = [field for field in table.fields if not (table.is_fact and field in schema.EVIDENCE)]
        parts.append(f"\n## {table.name}{' (fact)' if table.is_fact else ''}\n\n{table.doc}\n\n{_rows(own)}")
    parts.append("\n# Codes\n")
    for title, known in _code_sets().items():
        rows = "\n".join(f"| `{code}` | {meaning} |" for code, meaning in known.items())
        parts.append(f"\n## {title}\n\n| code | meaning |\n|---|---|\n{rows}\n")
    return "".join(parts)


def _rows(fields: object) -> str:
    lines = ["| column | type | meaning |", "|---|---|---|"]
    for field in fields:  # type: ignore[attr-defined]
        more = (
            f" Codes: {', '.join(f'`{code}`' for code in field.codes)}."
            if field.codes and len(field.codes) < 12
            else ""
        )
        lines.append(
            f"| `{field.name}` | {field.type}{'' if field.nullable else ', never NULL'} | {field.doc}.{more} |"
        )
    return "\n".join(lines) + "\n"


def _code_sets() -> dict[str, dict[str, str]]:
    sets: dict[str, dict[str, str]] = {}
    for table, field in schema.code_checks():
        known = dict(field.codes or {})
        if known not in sets.values():
            sets[f"{table}.{field.name}"] = known
    sets["statistics.unit (or an ISO 4217 currency code)"] = dict(codes.UNITS)
    return sets


if __name__ == "__main__":
    print(dictionary(), end="")
