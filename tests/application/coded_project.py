"""Projects whose agreement can be reckoned by hand."""

from kodebenk.application import codebook_actions, coding_actions, document_actions, queries, respondent_actions
from kodebenk.domain.passage import Passage

FOUR_TURNS = """Intervjuer: Hva tenker du om målene?

Berit: Alfa er det første jeg tenker på.

Berit: Beta kom litt etter det, sånn i mai.

Intervjuer: Og siden?

Berit: Gamma var det ingen som så.

Berit: Delta husker jeg ikke så godt.
"""
"""Six turns, four of them a respondent's; a label is seven characters, an interviewer's twelve."""


def add_text(project, folder, text, name="tekst.txt"):
    """Import a text as it is and return the document's id."""
    (folder / name).write_text(text, "utf-8")
    (document_id,) = document_actions.import_files(project, [folder / name]).document_ids
    assert queries.text_of(project, document_id).text.rstrip("\n") == text.rstrip("\n")
    return document_id


def add_interview(project, folder, name="intervju.txt"):
    """Import the four turns with their speakers settled."""
    document_id = add_text(project, folder, FOUR_TURNS, name)
    respondent_actions.set_speakers(project, document_id, {"Berit": "Berit Lie", "Intervjuer": "interviewer"})
    return document_id


def add_codes(project, *paths):
    """Add codes, by path, with their themes; return their ids by name."""
    ids = {}
    for path in paths:
        theme, _, name = path.partition("/")
        if theme not in ids:
            ids[theme] = codebook_actions.add_code(project, theme)
        if name:
            ids[name] = codebook_actions.add_code(project, name, ids[theme])
    return ids


def code(project, document_id, coder, code_id, *places):
    """Code passages, told by their words or by (start, end)."""
    text = queries.text_of(project, document_id).text
    for place in places:
        start, end = place if isinstance(place, tuple) else (text.index(place), text.index(place) + len(place))
        coding_actions.apply_code(project, Passage(document_id, start, end), code_id, coder_name=coder)


ALPHA, BETA, ASKED = "Alfa er det første jeg tenker på.", "Beta kom litt etter det", "Hva tenker du om målene?"


def code_question_and_turns(project, folder):
    """Let Ane and Bo agree about the interviewer's question, and differ about one of the respondent's turns."""
    document_id = add_interview(project, folder)
    goal = add_codes(project, "Styring/Mål")["Mål"]
    code(project, document_id, "Ane", goal, ALPHA, BETA, ASKED)
    code(project, document_id, "Bo", goal, ALPHA, ASKED)
