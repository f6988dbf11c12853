"""Fixtures for all tests: quiet surroundings, small projects, and noise that fails."""

import gc
import logging
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "0")

import pytest
from hypothesis import HealthCheck, settings

from copied_projects import ProjectCopies
from kodebenk.application import codebook_actions, coding_actions, document_actions, respondent_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coding import Stance
from kodebenk.domain.passage import Passage
from kodebenk.storage import migrations
from kodebenk.storage.migrations import upgrade as migrate

settings.register_profile(
    "kodebenk", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
settings.load_profile("kodebenk")

INTERVIEW = """Intervju med to ledere i Lillevik kommune

Intervjuer: Hvordan begynte arbeidet med målene?

Berit: Det begynte med et budsjett som sprakk. Vi visste ikke hva vi fikk igjen for pengene.

Halvor: Og så fikk enhetene ansvar, men ikke opplæring. Det husker jeg godt 😀 for å si det sånn.

Intervjuer: Ble de ansatte spurt?

Berit: De ble hørt, men de fikk ikke velge. Jeg kaller det medvirkning likevel.

Halvor: Hos oss skrev vi målene sammen med lærerne. De målene lever ennå.

Intervjuer: Takk for praten.

Berit: Bare hyggelig. Ring meg om noe er uklart.
"""

CHOSEN = "de fikk ikke velge"

NOTES = """Notater fra samtale med Tove Strand, hovedtillitsvalgt

- Hvordan kom målene til?

Strand sier at målene kom fra staben. Hun fikk dem på e-post en fredag.

- Hva betyr det for tilliten?

Hun mener tilliten ble svakere. De ansatte stoler ikke på tall som de ikke har sett før.
"""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Collect what a test of windows left behind when it is over, and not while its widgets paint.

    The program does the same: see `CycleCollector`.
    """
    has_windows = "qapp" in item.fixturenames
    if has_windows:
        gc.disable()
    try:
        return (yield)
    finally:
        if has_windows:
            gc.collect(1)
            gc.enable()


@pytest.fixture(autouse=True, scope="session")
def quick_tables():
    """Let the migrations make the first new project; later ones get the tables and rows that it had after them.

    Migrating an empty file takes longer than most tests. Those of storage do it every time (`real_migrations`).
    """
    made = []

    def upgrade(connection, path, scripts=None):
        if scripts is not None or migrations.schema_of(connection) != migrations.NO_SCHEMA:
            migrate(connection, path, scripts)
        elif made:
            connection.connection.driver_connection.executescript(made[0])
        else:
            migrate(connection, path)
            made.append("\n".join(connection.connection.driver_connection.iterdump()))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrations, "upgrade", upgrade)
        yield upgrade


@pytest.fixture
def real_migrations(monkeypatch):
    """Every new project is made by the migrations, as it is outside of tests."""
    monkeypatch.setattr(migrations, "upgrade", migrate)


@pytest.fixture(autouse=True)
def _private_settings(tmp_path, monkeypatch):
    """Keep settings, logs and example projects of the tests out of the user's own folders."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def _log_is_quiet(caplog):
    """Fail a test that logs a warning or worse; tests that expect one clear `caplog`."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, [record.getMessage() for record in loud]


@pytest.fixture
def project(tmp_path):
    """An empty project with the coder Ane K."""
    opened = OpenProject.create(tmp_path / "prosjekt.kodebenk", title="Prøve", coder_name="Ane K.")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def copies(tmp_path_factory):
    """Projects that are made once and copied for every test."""
    return ProjectCopies(tmp_path_factory)


@pytest.fixture
def small_project(tmp_path, copies):
    """Two documents, three respondents in two groups, two themes with four codes, ten codings."""
    opened = copies.open(make_small_project, tmp_path)
    yield opened
    opened.close()


def make_small_project(folder):
    """Make the project of `small_project` in a folder and return it open."""
    (folder / "intervju.txt").write_text(INTERVIEW, "utf-8")
    (folder / "notater.txt").write_text(NOTES, "utf-8")
    opened = OpenProject.create(folder / "lillevik.kodebenk", title="Lillevik", coder_name="Ane K.")
    report = document_actions.import_files(opened, [folder / "intervju.txt"])
    interview = report.document_ids[0]
    respondent_actions.set_speakers(
        opened, interview, {"Berit": "Berit Lie", "Halvor": "Halvor Nes", "Intervjuer": "interviewer"}
    )
    wish = document_actions.ImportWish(respondent="Tove Strand")
    notes = document_actions.import_files(opened, [folder / "notater.txt"], wish).document_ids[0]
    groups = {1: "Ledelse", 2: "Ledelse", 3: "Ansatte"}
    roles = {1: "Kommunedirektør", 2: "Rektor", 3: "Hovedtillitsvalgt"}
    for respondent_id, group in groups.items():
        attributes = {"group": group, "Rolle": roles[respondent_id], "Kommune": "Lillevik"}
        respondent_actions.edit_respondent(opened, respondent_id, attributes=attributes)
    codes = _add_codes(opened)
    for document_id, quote, code, stance in (
        (interview, "Det begynte med et budsjett som sprakk.", "Resultatenhet", Stance.FOR),
        (interview, "Vi visste ikke hva vi fikk igjen for pengene.", "Resultatenhet", None),
        (interview, "enhetene ansvar, men ikke opplæring", "Resultatenhet", Stance.AGAINST),
        (
            interview,
            "De ble hørt, men de fikk ikke velge. Jeg kaller det medvirkning likevel.",
            "Medvirkning",
            Stance.MIXED,
        ),
        (interview, CHOSEN, "Forankring", Stance.AGAINST),
        (interview, "Hos oss skrev vi målene sammen med lærerne.", "Medvirkning", Stance.FOR),
        (interview, "De målene lever ennå.", "Forankring", Stance.FOR),
        (notes, "målene kom fra staben", "Medvirkning", Stance.AGAINST),
        (notes, "Hun mener tilliten ble svakere.", "Tillit", Stance.AGAINST),
        (notes, "De ansatte stoler ikke på tall som de ikke har sett før.", "Tillit", Stance.NEUTRAL),
    ):
        coding_actions.apply_code(opened, passage_of(opened, document_id, quote), codes[code], stance=stance)
    return opened


def _add_codes(opened):
    codes = {}
    for theme, names in (("Styring", ("Resultatenhet", "Tillit")), ("Deltakelse", ("Medvirkning", "Forankring"))):
        parent = codebook_actions.add_code(opened, theme)
        for name in names:
            key = str(len(codes) + 1)
            codes[name] = codebook_actions.add_code(opened, name, parent, key=key, definition=f"Om {name.lower()}.")
    return codes


def passage_of(opened, document_id, quote):
    """Return the passage of a document that holds the quote, which must occur once."""
    from kodebenk.application import queries

    text = queries.text_of(opened, document_id).text
    assert text.count(quote) == 1, quote
    start = text.index(quote)
    return Passage(document_id, start, start + len(quote))


@pytest.fixture
def appearance(qapp):
    """The light appearance, applied to the application."""
    from kodebenk.ui.theme import Appearance

    look = Appearance()
    look.set_theme("light")
    look.apply(qapp)
    return look
