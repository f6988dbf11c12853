"""Takes the pictures of `docs/images/` from the real window on the example project.

Run: `python docs/images/make_screenshots.py [FOLDER] [--language nb|en]`. Works without a screen.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from component_gallery import main as draw_gallery
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.application import (
    codebook_actions,
    coding_actions,
    coding_tasks,
    correction_preview,
    guide_queries,
    queries,
    text_correction,
    turn_samples,
)
from kodebenk.application.example_project import build_example
from kodebenk.application.open_project import OpenProject
from kodebenk.application.turn_samples import SampleWish
from kodebenk.domain.coding import Stance
from kodebenk.domain.matrix import CellKey
from kodebenk.domain.passage import Passage
from kodebenk.ui.correcting.correction_bar import Stage
from kodebenk.ui.merging.section_values import SectionName
from kodebenk.ui.startup import Startup

LARGE = (1440, 900)
SMALL = (1100, 700)
_NEAR_TOP = 50
_FINENESS = 10
"""Parts of a point in which letters are placed on printed paper."""

PRINTED = (
    """\
INT: Takk for at dere tok dere tid. Hvordan kom
arbeidet med målene i gang her hos dere?

Ordføreren: Det begynte med et brev fra fylket.
Vi la det på bordet og lot det ligge en stund, for
ingen visste hvem som skulle svare på det.

Int.: Hvem tok i det til slutt?

Berit H.: Det var staben. De laget et første ut-
kast på noen få uker, og det gikk rett i saks-
lista uten at enhetene hadde sett det.

Ordf.: Det husker jeg. Vi fikk det samme kvelden.""",
    """\
INT: Når så politikerne målene første gang?

Ordføreren: Vi fikk dem på bordet i mars, og da
var budsjettet alt lagt. Komiteen rakk ikke å spørre en-
hetene hva de trengte, og det har vi angret på
siden.

INT: Hvem tok det opp?

Berit H.: Det gjorde jeg, etter et møte på NAV-
kontoret. De hadde sitt eget styrings-
kort fra staten og skjønte ikke hvorfor kommunen
ville ha ett til.""",
    """\
Ordføreren: Ja, og da ble det stille i salen. Jeg tror
flere kjente seg igjen.

?: Vi skulle tatt det i formannskapet først, det er
jo der pengene er.

INT: Fikk enhetslederne vite om det møtet?

Berit H.: Noen av dem. Resten leste det i avisa, og
det er ikke slik man får folk med seg.""",
)
"""The pages of a printed interview, as it would come out of a word processor."""

NEW_FILES = {
    "Notat_gruppeleder.txt": """Gruppemøte, 12. juni

Gruppelederen mener at målene ble vedtatt uten debatt. Saken lå sist på kartet.

Ingen spurte hva det koster å måle.
""",
    "Trivsel.csv": """Navn;Kommune;Hva er bra på jobben?
Eva Ek;Lillevik;Arbeidsmiljøet er godt, og folk hjelper hverandre når det stormer som verst.
Odd Ås;Storvik;Lokalene er gode, men det er for få folk på jobb om kvelden og i helgene.
Liv Moe;Lillevik;Vi får tid til ungene, og ledelsen hører på oss når vi sier fra om noe.
""",
}
OLD_FILES = {"Svar_fra_R3.txt": "Hei! Jeg så målene første gang på e-post, og skjønte lite av dem.\n"}
"""Written by an old program, without Unicode."""
"""Invented, as everything in the example."""


SECOND_CODER = "Nora Lie"
"""Who codes blind."""

CORRECTIONS = (
    ("Staben sendte et forslag", "Staben sendte oss et forslag"),
    ("Jeg kaller det medvirkning", "Jeg ville kalle det medvirkning"),
    ("Hos oss ble det annerledes. ", ""),
    ("De målene lever fremdeles, fordi folk kjenner dem igjen som sine egne.", ""),
)
"""Old words and new ones of one interview of the example."""


CODED_APART = (
    ("De målene lever fremdeles, fordi folk kjenner dem igjen som sine egne.", "Forankring"),
    ("Hos oss ble det annerledes.", "Medvirkning/Medvirkning"),
    ("Jeg kaller det medvirkning", "Legitimitet"),
)
"""What somebody coded in another copy of the example."""

DEFINED_APART = " Gjelder også når noen bare antyder det, men ikke når intervjueren legger ordet i munnen på dem."


class Camera:
    """A real window on the example project, and pictures of it."""

    def __init__(self, target: Path, language: str) -> None:
        self.target = target
        self._language = language
        self._application = QApplication.instance() or QApplication([])
        self._temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self._temporary.name)
        self._project = self.folder / "Målarbeid i tre kommuner.kodebenk"
        build_example(self._project).close()

    @contextmanager
    def window(self, theme: str, size: tuple[int, int], *, welcome: bool = False) -> Iterator[QWidget]:
        """Start the program, as a user would, and close it again."""
        started = Startup(self._application, None if welcome else self._project)
        window = started.window
        window.looks.use_language(self._language)
        started.appearance.set_theme(theme)
        window.resize(*size)
        window.show()
        self.settle()
        yield window
        window.close()
        started.appearance.set_theme("light")
        self.settle()

    def settle(self) -> None:
        """Let everything that is on its way arrive."""
        for _ in range(8):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QTest.qWait(40)

    def take(self, window: QWidget, name: str) -> None:
        """Save what the window shows."""
        self.settle()
        path = self.target / f"{name}.png"
        window.grab().save(str(path))
        print(path)

    def press(
        self, window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
        self.settle()


def show_coding(camera: Camera, window: QWidget) -> None:
    """Code a sentence of turn 14 of the joint interview with its key, and choose a coding of turn 13."""
    camera.press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    screen = window.page.current_workspace()
    project = window.desk.project
    chosen = next(one for one in queries.codings(project) if one.comment.startswith("Skiller mellom"))
    screen.show_document(chosen.passage.document_id)
    camera.settle()
    text = queries.text_of(project, screen.document_id).text
    select_words(screen, text, "Hos oss ble det annerledes.")
    camera.press(window, Qt.Key.Key_4)
    scroll_to_top(screen, text.index("Hvordan kom dere fram til"))
    screen.selection.select(chosen.id)
    camera.settle()


def select_words(screen: QWidget, text: str, words: str) -> None:
    """Select words of the document as with the mouse."""
    start = text.index(words)
    screen.view.select_passage(start, start + len(words))
    screen.view.setFocus()


def scroll_to_top(screen: QWidget, place: int) -> None:
    """Scroll until a code point is near the top, and leave the caret at the beginning of the document."""
    screen.view.select_passage(place, place)
    screen.view.scroll_to(place, place)
    bar = screen.view.verticalScrollBar()
    while screen.view.cursorRect().top() > _NEAR_TOP and bar.value() < bar.maximum():
        bar.setValue(bar.value() + 1)
    place_on_screen = bar.value()
    screen.view.select_passage(0, 0)
    bar.setValue(place_on_screen)


def take_back(camera: Camera, window: QWidget) -> None:
    """Undo what was coded or settled, so that the next picture shows the example as it is."""
    window.undo()
    camera.settle()


def open_palette(camera: Camera, window: QWidget) -> None:
    """Select a sentence in turn 14 and type into the quick-code palette."""
    screen = window.page.current_workspace()
    project = window.desk.project
    text = queries.text_of(project, screen.document_id).text
    screen.selection.select(None)
    scroll_to_top(screen, text.index("Det kan vi godt si."))
    window.status_bar.clear_message()
    select_words(screen, text, "De målene lever fremdeles, fordi folk kjenner dem igjen som sine egne.")
    camera.settle()
    camera.press(window, Qt.Key.Key_K)
    for letter in "fork":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    camera.settle()


def show_correction(camera: Camera, window: QWidget) -> None:
    """Correct four places of turns 13 and 14, and look at what becomes of the codings."""
    screen = window.page.current_workspace()
    screen.start_correcting()
    editor = screen.columns.correcting.editor
    for old, new in CORRECTIONS:
        cursor = editor.document().find(old)
        cursor.insertText(new)
    camera.settle()
    camera.press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    while screen.correcting.stage is not Stage.REVIEW:
        camera.settle()
    review = screen.columns.correction_panel.review.list
    review.setCurrentIndex(review.rows.index(1))


def leave_correction(camera: Camera, window: QWidget) -> None:
    """Throw the correction away, draft and all."""
    screen = window.page.current_workspace()
    screen.correcting.leave()
    screen.columns.draft_banner.throw_away.click()
    camera.settle()


def choose_stale_cell(camera: Camera, window: QWidget) -> None:
    """Put the focus on R1 × Medvirkning, which has new codings."""
    project = window.desk.project
    code = queries.codebook(project).find("Medvirkning/Medvirkning")
    view = window.page.current_workspace().view
    view.select(CellKey(code.id, respondent_id=queries.respondents(project)[0].id))
    view.focus_grid()
    camera.settle()


def show_workspace(camera: Camera, window: QWidget, key: Qt.Key) -> None:
    """Go to a workspace by its number, with nothing left in the status bar."""
    camera.press(window, key, Qt.KeyboardModifier.ControlModifier)
    window.status_bar.clear_message()
    camera.settle()


def show_guide(window: QWidget) -> None:
    """Open the guide of the example at its second question, with the focus on its places."""
    guide = guide_queries.guides(window.desk.project)[0]
    material = window.page.current_workspace()
    material.show_guide(guide.id)
    material.guides.page.questions.choose_question(guide.questions[1].id)
    material.guides.page.question_panel.focus_list()


def show_asked(window: QWidget) -> None:
    """Show the table of what was asked, at a cell that rests on a place."""
    page = window.page.current_workspace().guides.page
    page.show_view("asked")
    page.asked.grid.setCurrentIndex(page.asked.model.index(2, 4))
    page.asked.grid.setFocus()


def show_comparison(camera: Camera, window: QWidget) -> None:
    """Compare the example's two coders, settle a difference, and think of a decision on the third."""
    show_workspace(camera, window, Qt.Key.Key_5)
    screen = window.page.current_workspace()
    wait_for(camera, screen)
    camera.press(window, Qt.Key.Key_F8)
    screen.view.decision.press("1")
    screen.view.save_decision()
    wait_for(camera, screen)
    screen.view.step(1)
    screen.view.decision.press("1")
    while screen.view.decision.effect.isHidden():
        camera.settle()
    window.status_bar.clear_message()
    camera.settle()


def show_side_by_side(camera: Camera, window: QWidget) -> None:
    """Show the text once per coder, with a place that the two delimited differently."""
    screen = window.page.current_workspace()
    wait_for(camera, screen)
    camera.press(window, Qt.Key.Key_F7)
    while screen.view.current is None or screen.view.current.place.kind is not DisagreementClass.BOUNDARY:
        camera.press(window, Qt.Key.Key_F8)
    window.status_bar.clear_message()
    camera.settle()


def wait_for(camera: Camera, screen: QWidget) -> None:
    """Wait until a comparison is ready."""
    camera.settle()
    while screen.source.is_busy:
        camera.settle()


def show_import(camera: Camera, window: QWidget) -> None:
    """Choose files for import: a printed interview, notes, a survey, an old text, and one that is there already."""
    folder = camera.folder / "nye filer"
    folder.mkdir(exist_ok=True)
    print_interview(folder / "Intervju_ordfører.pdf")
    for name, text in NEW_FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name, text in OLD_FILES.items():
        (folder / name).write_text(text, encoding="cp1252")
    known = queries.documents(window.desk.project)[0]
    words = queries.text_of(window.desk.project, known.id).text
    (folder / "Samtale_v2.txt").write_text(words.replace("vi ", "me ", 2), encoding="utf-8")
    names = ("Intervju_ordfører.pdf", *NEW_FILES, *OLD_FILES, "Samtale_v2.txt")
    window.page.import_files([folder / name for name in names])
    page = window.page.import_page
    while page.is_busy:
        camera.settle()
    # The second page in the middle, where its header was taken out of the text.
    second = page.preview.view.content.document.structure.pages[1]
    page.preview.view.scroll_to(second.start, second.start + 1)
    camera.settle()


def work_apart(path: Path) -> None:
    """Code in another copy, define a code, think otherwise of a stance, and correct a text."""
    with OpenProject.open(path, coder_name="Jonas B.") as theirs:
        book = queries.codebook(theirs)
        document = next(
            one for one in queries.documents(theirs) if CODED_APART[0][0] in queries.text_of(theirs, one.id).text
        )
        text = queries.text_of(theirs, document.id).text
        for words, code in CODED_APART:
            start = text.index(words)
            place = Passage(document.id, start, start + len(words))
            coding_actions.apply_code(theirs, place, book.find(code).id)
        for one in [one for one in queries.codings(theirs) if one.stance is Stance.FOR][:2]:
            coding_actions.set_stance(theirs, one.id, Stance.MIXED)
        code = book.find("Forankring")
        codebook_actions.edit_code(theirs, code.id, definition=code.definition + DEFINED_APART)
        old, new = CORRECTIONS[0]
        preview = correction_preview.preview_correction(theirs, document.id, text.replace(old, new))
        text_correction.apply_correction(theirs, preview)


def show_merge(camera: Camera, window: QWidget) -> None:
    """Look at what merging another copy would do, at what both say differently."""
    copy = camera.folder / "til-jonas.kodebenk"
    copy.unlink(missing_ok=True)
    window.desk.project.save_copy(copy)
    work_apart(copy)
    window.page.merge_copy(copy)
    page = window.page.merge_page
    while page.is_busy:
        camera.settle()
    page.sections.select(SectionName.DIFFERENCES.value - 1)
    camera.settle()
    page.panel.list.setFocus()
    page.panel.list.select(1)


def show_package(camera: Camera, window: QWidget) -> None:
    """Open the form of a package for a coder who is new."""
    window.page.merge_page.cancel.click()
    window.commands.run("package")
    window.sheets.page.coder.setEditText("Mina S.")
    camera.settle()


def give_tasks(window: QWidget) -> None:
    """Let somebody who is new code five sources: two of them for a sample, one with units, all but one blind still."""
    project = window.desk.project
    documents = [one.id for one in queries.documents(project)]
    ane = queries.find_coder(project, project.coder_name)
    sample = turn_samples.draw_sample(project, "Utvalg 1", SampleWish(share=0.2, stratum="document"), 4711)
    coding_tasks.assign(project, documents[:2], SECOND_CODER, sample_id=sample)
    coding_tasks.assign(project, documents[2:3], SECOND_CODER, units_of=ane.id)
    coding_tasks.finish(project, coding_tasks.assign(project, documents[3:4], SECOND_CODER))
    ended = coding_tasks.assign(project, documents[4:5], SECOND_CODER)
    coding_tasks.unblind(project, ended, "Trengte å se hvordan koden brukes")
    coding_tasks.assign(project, documents[:2], project.coder_name, blind=False)


def show_tasks(camera: Camera, window: QWidget) -> None:
    """Show who codes what, at a source that is coded blind."""
    give_tasks(window)
    window.commands.run("tasks")
    tasks = window.page.current_workspace().tasks
    coder = queries.find_coder(window.desk.project, SECOND_CODER)
    tasks.table.choose(tasks.model.index_of(tasks.model.documents[0].id, coder.id))
    tasks.table.setFocus()
    window.status_bar.clear_message()
    camera.settle()


def show_blind_coding(camera: Camera, window: QWidget) -> None:
    """Be the coder who codes blind, and code the first turn of the sample."""
    project = window.desk.project
    window.use_coder(SECOND_CODER)
    window.page.show_document(queries.documents(project)[0].id)
    camera.settle()
    screen = window.page.current_workspace()
    for key in (Qt.Key.Key_T, Qt.Key.Key_4, Qt.Key.Key_T):
        camera.press(window, key)
    scroll_to_top(screen, screen.task.progress.turns[0].start)
    screen.selection.select(None)
    window.status_bar.clear_message()


def leave_tasks(window: QWidget) -> None:
    """Take tasks, sample and coding back, so that the next picture shows the example as it is."""
    project = window.desk.project
    own = queries.find_coder(project, SECOND_CODER)
    for one in queries.codings(project, coder_ids=[own.id]):
        coding_actions.remove_coding(project, one.id)
    window.use_coder("Ane K.")
    given_here = {own.id, queries.find_coder(project, project.coder_name).id}
    coding_tasks.withdraw(project, [one.id for one in coding_tasks.tasks(project) if one.coder_id in given_here])
    for sample in turn_samples.samples(project):
        turn_samples.delete_sample(project, sample.id)
    window.status_bar.clear_message()


def print_interview(path: Path) -> None:
    """Print the interview: header, page numbers, lines as wide as the paper allows."""
    writer = QPdfWriter(str(path))
    writer.setResolution(72 * _FINENESS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    painter.scale(_FINENESS, _FINENESS)
    for number, text in enumerate(PRINTED, start=1):
        if number > 1:
            writer.newPage()
        painter.setFont(sized_font("Inter", 9))
        painter.drawText(40, 30, "Intervju ordfører, utskrift")
        painter.drawText(250, 720, str(number))
        painter.setFont(sized_font("Literata", 12))
        for row, line in enumerate(text.splitlines()):
            painter.drawText(40, 80 + 17 * row, line)
    painter.end()


def sized_font(family: str, px: int) -> QFont:
    """Return a font in px, which the painter's scale makes points of the paper."""
    font = QFont(family)
    font.setPixelSize(px)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def main() -> None:
    """Take every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent)
    parser.add_argument("--language", choices=("nb", "en"), default="nb")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as private:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = private
        take_all(Camera(given.folder, given.language))
    draw_gallery(given.folder)


def take_all(camera: Camera) -> None:
    """Take the pictures of the window."""
    for theme, mark in (("light", ""), ("dark", "-dark")):
        with camera.window(theme, LARGE) as window:
            take_large(camera, window, mark)
        with camera.window(theme, SMALL) as window:
            take_small(camera, window, mark)
        with camera.window(theme, LARGE, welcome=True) as window:
            camera.take(window, f"welcome{mark}")


def take_large(camera: Camera, window: QWidget, mark: str) -> None:
    """Take the pictures of a large window."""
    show_coding(camera, window)
    camera.take(window, f"coding{mark}")
    take_back(camera, window)
    open_palette(camera, window)
    camera.take(window, f"quick-code{mark}")
    camera.press(window, Qt.Key.Key_Escape)
    show_correction(camera, window)
    camera.take(window, f"correction{mark}")
    leave_correction(camera, window)
    show_workspace(camera, window, Qt.Key.Key_3)
    choose_stale_cell(camera, window)
    camera.take(window, f"matrix{mark}")
    show_comparison(camera, window)
    camera.take(window, f"compare{mark}")
    take_back(camera, window)
    show_side_by_side(camera, window)
    camera.take(window, f"compare-split{mark}")
    camera.press(window, Qt.Key.Key_F7)
    show_workspace(camera, window, Qt.Key.Key_1)
    camera.take(window, f"material{mark}")
    window.page.current_workspace().show_view("respondents")
    camera.take(window, f"respondents{mark}")
    show_guide(window)
    camera.take(window, f"guide{mark}")
    show_asked(window)
    camera.take(window, f"guide-asked{mark}")
    show_tasks(camera, window)
    camera.take(window, f"tasks{mark}")
    show_blind_coding(camera, window)
    camera.take(window, f"coding-blind{mark}")
    leave_tasks(window)
    show_merge(camera, window)
    camera.take(window, f"merge{mark}")
    show_package(camera, window)
    camera.take(window, f"package{mark}")
    window.sheets.close_page()
    show_import(camera, window)
    camera.take(window, f"import{mark}")


def take_small(camera: Camera, window: QWidget, mark: str) -> None:
    """Take the pictures of a small window."""
    show_coding(camera, window)
    camera.take(window, f"coding-1100x700{mark}")
    take_back(camera, window)
    show_workspace(camera, window, Qt.Key.Key_3)
    camera.take(window, f"matrix-1100x700{mark}")
    show_comparison(camera, window)
    camera.take(window, f"compare-1100x700{mark}")
    take_back(camera, window)
    show_workspace(camera, window, Qt.Key.Key_1)
    camera.take(window, f"material-1100x700{mark}")
    show_merge(camera, window)
    camera.take(window, f"merge-1100x700{mark}")
    show_package(camera, window)
    camera.take(window, f"package-1100x700{mark}")
    window.sheets.close_page()
    show_import(camera, window)
    camera.take(window, f"import-1100x700{mark}")


if __name__ == "__main__":
    main()
