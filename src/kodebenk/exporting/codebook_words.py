"""The fixed texts of an exported codebook, in the language chosen for the export."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookWords:
    """Headings of a codebook; `proofing` and `footer` as in `MatrixWords`."""

    language: str
    proofing: str
    footer: tuple[str, str]
    title: str
    tree: str
    definitions: str
    code: str
    codings: str
    respondents: str
    counting_note: str
    use_when: str
    use_not: str
    example: str
    synonyms: str
    no_definition: str


_WORDS = {
    "nb": CodebookWords(
        language="nb",
        proofing="nb-NO",
        footer=("Side ", " av "),
        title="Kodebok",
        tree="Kodetre",
        definitions="Definisjoner",
        code="Kode",
        codings="Kodinger",
        respondents="Respondenter",
        counting_note="Tallene gjelder koden selv, uten kodene under den.",
        use_when="Brukes når",
        use_not="Brukes ikke når",
        example="Eksempel",
        synonyms="Synonymer",
        no_definition="Uten definisjon",
    ),
    "en": CodebookWords(
        language="en",
        proofing="en-GB",
        footer=("Page ", " of "),
        title="Codebook",
        tree="Code tree",
        definitions="Definitions",
        code="Code",
        codings="Codings",
        respondents="Respondents",
        counting_note="The numbers are those of the code itself, without the codes below it.",
        use_when="Use when",
        use_not="Do not use when",
        example="Example",
        synonyms="Synonyms",
        no_definition="No definition",
    ),
}


def codebook_words(language: str) -> CodebookWords:
    """Return the texts in `nb` or `en`; `KeyError` for another language."""
    return _WORDS[language]
