"""What is remembered between runs."""

from PySide6.QtCore import QByteArray

from kodebenk.ui.settings import MOST_RECENT, RecentProject, Settings, own_folder, settings_path


def test_that_everything_is_there_again_after_a_restart(tmp_path):
    first = Settings(tmp_path / "s.ini")
    first.language, first.theme, first.scale = "nb", "dark", 1.25
    first.coder_name, first.letter_keys = "Åse Ø. Moen", False
    first.geometry = QByteArray(b"\x00\x01")
    first.keep_splitter("coding", "columns", QByteArray(b"\xff\x02"))
    first.keep_view_choices("compare", {"text": "side by side"})
    first.remember_project(RecentProject("/a.kodebenk", "Mål & «ord»", "2026-05-12T14:06:31Z", 1, 2, 3, 4, 5))
    first.save()
    again = Settings(tmp_path / "s.ini")
    assert (again.language, again.theme, again.scale) == ("nb", "dark", 1.25)
    assert (again.coder_name, again.letter_keys) == ("Åse Ø. Moen", False)
    assert again.geometry == QByteArray(b"\x00\x01")
    assert again.splitter("coding", "columns") == QByteArray(b"\xff\x02")
    assert again.view_choices("compare") == {"text": "side by side"}
    assert again.view_choices("matrix") == {}
    assert again.recent_projects() == first.recent_projects()
    assert again.recent_projects()[0].title == "Mål & «ord»"


def test_that_nonsense_in_the_file_is_passed_over(tmp_path):
    path = tmp_path / "s.ini"
    look = "[look]\nlanguage=xx\ntheme=pink\nscale=big\n"
    path.write_text(look + '[projects]\nrecent=[{"what": 1}]\n[views]\ncompare=[1]\nmatrix={\n', "utf-8")
    read = Settings(path)
    assert (read.language, read.theme, read.scale) == ("system", "system", 1.0)
    assert read.recent_projects() == []
    assert read.view_choices("compare") == read.view_choices("matrix") == {}


def test_that_the_last_project_is_first_and_listed_once(tmp_path):
    settings = Settings(tmp_path / "s.ini")
    for number in range(MOST_RECENT + 3):
        settings.remember_project(RecentProject(f"/{number}", str(number), ""))
    settings.remember_project(RecentProject("/5", "new title", ""))
    paths = [one.path for one in settings.recent_projects()]
    assert paths[0] == "/5"
    assert len(paths) == len(set(paths)) == MOST_RECENT


def test_that_counts_are_renewed_in_place(tmp_path):
    settings = Settings(tmp_path / "s.ini")
    settings.remember_project(RecentProject("/a", "A", "then"))
    settings.remember_project(RecentProject("/b", "B", "then"))
    settings.update_project(RecentProject("/a", "A", "now", codings=7))
    settings.update_project(RecentProject("/c", "C", "now"))
    assert [(one.path, one.codings, one.opened_at) for one in settings.recent_projects()] == [
        ("/b", 0, "then"),
        ("/a", 7, "then"),
    ]


def test_that_files_lie_in_the_users_own_folders(tmp_path):
    assert tmp_path in settings_path().parents
    assert tmp_path in own_folder().parents
