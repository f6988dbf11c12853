"""Runs commands in this process, on real files with a small study of our own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kodebenk.__main__ import main

INTERVIEW = """Intervju med to ledere i Granvik kommune

Intervjuer: Hva tenker dere om målene i den nye planen?

Berit: Målene er greie nok, men de kom ovenfra. Vi fikk dem tilsendt en fredag, med svarfrist på mandag.

Odd: Hos meg var det annerledes. Vi satt sammen med de ansatte og skrev målene selv.

Intervjuer: Hva gjorde det med tilliten?

Odd: Den ble sterkere. Folk kjenner målene igjen som sine egne.

Berit: Jeg merker at folk leverer rapporten fordi fristen står i kalenderen, ikke fordi de tror på den.
"""

NOTES = """Notater fra samtale med Solveig

- Hvordan ble økonomien fulgt opp?

Solveig forteller at rapporten kom hvert tertial, og at ingen leste den. Hun ville heller ha hatt ett møte.

- Hvem bestemte målene?

Hun sier at staben bestemte målene, og at enhetene fikk si sitt etterpå.

- Hva ville du gjort om igjen?

Hun ville tatt med enhetene fra første møte.
"""

CODINGS = """document,quote,code,respondent,group,stance,comment
intervju.txt,Målene er greie nok,Medvirkning/Forankring,Berit Aas,Skole,mot,
intervju.txt,Vi satt sammen med de ansatte og skrev målene selv.,Medvirkning/Deltakelse,Odd Lie,Helse,for,sammenlikn
intervju.txt,Folk kjenner målene igjen som sine egne.,Medvirkning/Forankring,Odd Lie,Helse,for,
intervju.txt,"fristen står i kalenderen, ikke fordi de tror på den",Rapportering,Berit Aas,Skole,mot,
notater.txt,"rapporten kom hvert tertial, og at ingen leste den",Rapportering,Solveig Moen,Helse,mot,
"""


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch, tmp_path):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def run(capsys) -> Run:
    def run_main(*arguments) -> Ran:
        capsys.readouterr()
        code = main([str(one) for one in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run_main


@pytest.fixture
def files(tmp_path) -> Path:
    (tmp_path / "intervju.txt").write_text(INTERVIEW, "utf-8")
    (tmp_path / "notater.txt").write_text(NOTES, "utf-8")
    (tmp_path / "kodinger.csv").write_text(CODINGS, "utf-8")
    return tmp_path


@pytest.fixture
def project(run, files) -> Path:
    """A project with an interview whose speakers are settled, notes, and five codings by Ane."""
    path = files / "studie.kodebenk"
    steps = (
        ("new", path, "--title", "Mål i Granvik", "--coder", "Ane"),
        ("import", path, files / "intervju.txt", "--kind", "transcript"),
        ("import", path, files / "notater.txt", "--kind", "notes", "--respondent", "Solveig Moen"),
        ("speakers", path, "intervju.txt", "--set", "Berit=Berit Aas", "--set", "Odd=Odd Lie"),
        ("codings", path, "--import", files / "kodinger.csv"),
    )
    for step in steps:
        assert run(*step).code == 0, step
    return path
