"""Every text of the windows has its Norwegian, and the compiled file is fresh."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TS = ROOT / "resources" / "translations" / "kodebenk_nb.ts"
TOOLS = Path(sys.executable).parent

needs_tools = pytest.mark.skipif(
    shutil.which("pyside6-lrelease", path=str(TOOLS)) is None, reason="PySide6's translation tools are not installed"
)


def messages(path=TS):
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source") or "", message


def forms_of(message):
    translation = message.find("translation")
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def test_that_every_text_has_a_finished_translation():
    unfinished = [
        (context, source)
        for context, source, message in messages()
        if message.find("translation").get("type") or not all(forms_of(message))
    ]
    assert unfinished == []


def test_that_texts_with_a_number_have_singular_and_plural():
    wrong = [
        (context, source)
        for context, source, message in messages()
        if "%n" in source and (message.get("numerus") != "yes" or len(forms_of(message)) != 2)
    ]
    assert wrong == []


def test_that_no_two_forms_stand_in_one_text():
    assert [source for _, source, message in messages() if any("||" in form for form in forms_of(message))] == []


def test_that_translations_have_the_same_places_to_fill_in():
    wrong = [
        (source, form)
        for _, source, message in messages()
        for form in forms_of(message)
        if set(re.findall(r"\{\w*\}|%\d", source)) != set(re.findall(r"\{\w*\}|%\d", form))
    ]
    assert wrong == []


@needs_tools
def test_that_every_text_of_the_sources_is_in_the_file(tmp_path):
    found = tmp_path / "found.ts"
    sources = [str(path) for path in sorted((ROOT / "src" / "kodebenk" / "ui").rglob("*.py"))]
    subprocess.run(
        [TOOLS / "pyside6-lupdate", "-locations", "none", "-source-language", "en", *sources, "-ts", found],
        check=True,
        capture_output=True,
    )
    known = {(context, source) for context, source, _ in messages()}
    assert [pair[:2] for pair in messages(found) if pair[:2] not in known] == []


@needs_tools
def test_that_the_compiled_file_is_fresh(tmp_path):
    made = tmp_path / "made.qm"
    subprocess.run([TOOLS / "pyside6-lrelease", TS, "-qm", made], check=True, capture_output=True)
    assert made.read_bytes() == TS.with_suffix(".qm").read_bytes()
