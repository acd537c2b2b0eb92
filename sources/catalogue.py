"""The catalogue: one YAML file per source, its name the source's id, checked so that a mistake names file and line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import parse_qsl, urlsplit

import soupsieve
import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from records import codes
from records.model import Source
from sources.adapters import adapters

BUNDLED = Path(__file__).parent / "catalogue"
MAX_BYTES = 100_000
MAX_DEPTH = 10
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_SECRETS = frozenset({"api_key", "apikey", "api-key", "key", "token", "access_token", "secret", "password"})
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class CatalogueProblem:
    """What is wrong with a catalogue file, in which line (from 1), and what to do."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def _web(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is no address; give one that begins with https://") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{value!r} is no web address; give one that begins with https://")
    if "@" in parts.netloc or any(name.lower() in _SECRETS for name, _ in parse_qsl(parts.query)):
        raise ValueError("an address must hold no password or access key; name its environment variable under `key`")
    return value


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"{value!r} is no regular expression ({error}); correct it") from error
    return value


def _selector(value: str) -> str:
    try:
        soupsieve.compile(value)
    except soupsieve.SelectorSyntaxError as error:
        reason = str(error).partition("\n")[0]
        raise ValueError(f"{value!r} is no CSS selector ({reason}); correct it") from error
    return value


def _code(allowed: dict[str, str]) -> AfterValidator:
    def check(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"{value!r} is not known; use one of {', '.join(allowed)}")
        return value

    return AfterValidator(check)


Web = Annotated[Text, AfterValidator(_web)]
Pattern = Annotated[Text, AfterValidator(_pattern)]
Selector = Annotated[Text, AfterValidator(_selector)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _kind(value: str) -> str:
    if value not in adapters():
        raise ValueError(f"{value!r} is not known; use one of {', '.join(adapters())}")
    return value


class Finding(_Strict):
    """How a source's documents are found: the `discovery` part of a catalogue file."""

    kind: Annotated[Text, AfterValidator(_kind)]
    address: Text
    query: Text | None = None
    selector: Selector | None = None
    next: Selector | None = None
    pages: Annotated[int, Field(ge=1, le=50)] | None = None
    include: tuple[Pattern, ...] = ()
    exclude: tuple[Pattern, ...] = ()
    titles: tuple[Pattern, ...] = ()
    follow: Selector | None = None
    keep_pages: bool = True

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        adapter = adapters()[self.kind]
        if self.kind != "folder":
            _web(self.address)
        for part, what in adapter.needs.items():
            if getattr(self, part) is None:
                raise ValueError(f"`{self.kind}` needs `{part}`: {what}")
        for part in ("query", "selector", "next", "pages"):
            if getattr(self, part) is not None and part not in adapter.takes:
                able = ", ".join(name for name, other in adapters().items() if part in other.takes)
                raise ValueError(f"`{part}` is for {able}, not for {self.kind}; take it out")
        if self.kind == "index" and self.pages and self.pages > 1 and self.next is None:
            raise ValueError("several `pages` need `next`: the CSS selector of the link to the next page")
        if not self.keep_pages and not self.follow:
            raise ValueError("`keep_pages: false` needs `follow`: the CSS selector of the links to follow")
        return self


class Entry(_Strict):
    """A catalogue file."""

    title: Text
    publisher: Text | None = None
    document_type: Annotated[str, _code(codes.DOCUMENT_TYPES)] | None = None
    homepage: Web | None = None
    discovery: Finding
    rights: Annotated[str, _code(codes.RIGHTS)]
    rights_basis: Text
    licence: Text | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] | None = None
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    cadence_hours: Annotated[int, Field(ge=1)] | None = None
    delay_seconds: Annotated[float, Field(gt=0, le=60)] | None = None
    silence_days: Annotated[int, Field(ge=1)] | None = None
    expect_min: Annotated[int, Field(ge=0)] | None = None
    expect_max: Annotated[int, Field(ge=1, le=5_000)] | None = None
    contact: Text | None = None
    key: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")] | None = None
    notes: Text | None = None

    @model_validator(mode="after")
    def _range(self) -> Self:
        if self.expect_min is not None and self.expect_max is not None and self.expect_min > self.expect_max:
            raise ValueError("`expect_min` is above `expect_max`; exchange them")
        if adapters()[self.discovery.kind].needs_key and self.key is None:
            raise ValueError(f"`{self.discovery.kind}` needs `key`: the environment variable that holds the access key")
        return self

    def source(self, source_id: str, folder: Path) -> Source:
        """The source it describes; a local folder's address is taken relative to the catalogue's `folder`."""
        found = self.discovery
        address = found.address if found.kind != "folder" else str(folder / Path(found.address).expanduser())
        return Source(
            source_id=source_id,
            discovery=found.kind,
            address=address,
            next_selector=found.next,
            page_limit=found.pages,
            **found.model_dump(exclude={"kind", "address", "next", "pages"}),
            **self.model_dump(exclude={"discovery"}),
        )


def load(folder: Path | None = None) -> tuple[tuple[Source, ...], tuple[CatalogueProblem, ...]]:
    """The sources of a catalogue folder (the bundled one by default), in the order of their ids, and what is wrong.

    A file with a problem gives no source; the others are whole.
    """
    where = folder or BUNDLED
    if not where.is_dir():
        return (), (CatalogueProblem(where, 1, "this folder does not exist; check the path"),)
    sources: list[Source] = []
    problems: list[CatalogueProblem] = []
    for path in sorted(where.iterdir()):
        if path.suffix in (".yaml", ".yml") and not path.name.startswith("."):
            read = _read(path)
            if isinstance(read, Source):
                sources.append(read)
            else:
                problems += read
    return tuple(sources), tuple(problems)


def _read(path: Path) -> Source | list[CatalogueProblem]:
    if path.suffix == ".yml":
        return [CatalogueProblem(path, 1, f"rename it to {path.stem}.yaml; only *.yaml files are read")]
    if not _ID.fullmatch(path.stem):
        return [CatalogueProblem(path, 1, "the name is the source's id; use small letters, digits and hyphens only")]
    try:
        data = path.read_bytes()
        text = data[: MAX_BYTES + 1].decode("utf-8-sig")
    except OSError as error:
        return [CatalogueProblem(path, 1, f"it cannot be read ({error.strerror}); check its permissions")]
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return [CatalogueProblem(path, line, "it is not UTF-8; save it in that encoding")]
    if len(data) > MAX_BYTES:
        return [CatalogueProblem(path, 1, f"it is larger than {MAX_BYTES} bytes; a source needs far less")]
    try:
        _refuse_excess(text)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        lines = dict(_lines(node)) if node is not None else {}
        entry = Entry.model_validate(yaml.safe_load(text) or {})
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or "it cannot be understood"
        return [CatalogueProblem(path, mark.line + 1 if mark else 1, f"not valid YAML: {said}; correct the line")]
    except (ValueError, RecursionError) as error:
        if isinstance(error, ValidationError):
            return list(_problems(path, error, lines))
        return [CatalogueProblem(path, 1, f"not valid YAML: {error}")]
    return entry.source(path.stem, path.parent)


def _refuse_excess(text: str) -> None:
    """Aliases and deep nesting can make a small file enormous work, and a source has no need of them."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _fault("aliases (*name) are not read here", event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _fault(f"more than {MAX_DEPTH} levels in one another", event.start_mark)


def _lines(node: Any, place: Place = ()) -> Iterator[tuple[Place, int]]:
    """The line of each value, by its place in the document. Raises MarkedYAMLError for a field given twice."""
    yield place, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        names = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _fault("the name of a field is a word", key.start_mark)
            if key.value in names:
                raise _fault(f"`{key.value}` is given twice", key.start_mark)
            names.add(key.value)
            yield (*place, key.value, "name"), key.start_mark.line + 1
            yield from _lines(value, (*place, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _lines(value, (*place, number))


def _fault(problem: str, mark: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=mark)


def _problems(path: Path, error: ValidationError, lines: dict[Place, int]) -> Iterator[CatalogueProblem]:
    for fault in error.errors():
        place: Place = fault["loc"]
        line = next((lines[place[:n]] for n in range(len(place), -1, -1) if place[:n] in lines), 1)
        yield CatalogueProblem(path, lines.get((*place, "name"), line), _said(fault, place))


def _said(fault: Any, place: Place) -> str:
    name = ".".join(str(part) for part in place)
    said = str(fault["msg"]).removeprefix("Value error, ")
    fields = Finding.model_fields if place[:1] == ("discovery",) and len(place) > 1 else Entry.model_fields
    match fault["type"]:
        case "missing":
            return f"`{name}` is missing; add it"
        case "extra_forbidden":
            near = difflib.get_close_matches(str(place[-1]), fields, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(fields)}"
            return f"`{name}` is not known; {hint}"
        case "string_pattern_mismatch":
            forms = {"language": "two small letters (en)", "country": "two capitals (US; EU for the Union)"}
            form = forms.get(name, "the name of an environment variable (CONGRESS_API_KEY)")
            return f"`{name}` is {fault['input']!r}; it must be {form}"
        case "model_type" | "model_attributes_type":
            return f"{f'`{name}`' if name else 'the file'} must be a list of fields, each `name: value`"
        case "string_type":
            return f"`{name}` is {fault['input']!r}; it must be text, put it in quotes"
        case "value_error":
            return f"`{name}`: {said}" if name else said
        case _:
            return f"`{name}` is {fault['input']!r}; {said[:1].lower()}{said[1:]}"
