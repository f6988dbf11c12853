import pytest

from kodebenk.application import coding_tasks, queries
from kodebenk.application.open_project import OpenProject

ANE, BO = "Ane", "Bo B."


@pytest.fixture
def given(run, project):
    """The study, with the interview given to Bo, blind."""
    assert run("tasks", project, "--assign", BO, "--documents", "intervju.txt").code == 0
    return project


def states(run, project):
    return [(one["coder"], one["document"], one["state"]) for one in run("tasks", project, "--json").json["tasks"]]


def test_that_tasks_are_given_listed_and_finished(run, project):
    ran = run("tasks", project, "--assign", BO, "--documents", "intervju.txt", "--lang", "nb")

    assert ran.code == 0
    assert "Ga 1 kodeoppdrag." in ran.out
    assert "Koderunde 1" in ran.out
    assert states(run, project) == [(BO, "intervju.txt", "blind")]
    assert run("tasks", project, "--finish", "bo b.", "--as", BO).code == 0
    (task,) = run("tasks", project, "--json").json["tasks"]
    assert (task["state"], task["blind"], task["round"], task["units"], task["sample"]) == (
        "finished",
        True,
        1,
        0,
        None,
    )
    assert task["finished_at"]
    assert set(task) == {
        *("coder", "document", "round", "state", "blind", "sample", "units"),
        *("assigned_at", "finished_at", "unblinded_at", "unblinded_because"),
    }


def test_that_a_task_is_unblinded_reopened_withdrawn_and_a_round_begun(run, given):
    assert run("tasks", given, "--unblind", BO, "--lang", "en").err.startswith("Say why the blindness ends")
    assert run("tasks", given, "--unblind", BO, "--because", "Opplæring").code == 0
    (task,) = run("tasks", given, "--json").json["tasks"]
    assert (task["state"], task["unblinded_because"]) == ("unblinded", "Opplæring")
    assert "ended blind coding for Bo B.: Opplæring" in run("history", given, "--lang", "en").out

    run("tasks", given, "--finish", BO)
    run("tasks", given, "--reopen", BO)
    assert states(run, given) == [(BO, "intervju.txt", "unblinded")]
    assert run("tasks", given, "--withdraw", BO, "--json").json == {"round": 1, "tasks": []}
    assert run("tasks", given, "--new-round", "--json").json["round"] == 2


def test_that_units_and_samples_come_with_a_task(run, given):
    run("sample", given, "--draw", "Prøve", "--count", "2", "--seed", "7")
    ran = run(
        "tasks",
        given,
        "--assign",
        "Cato D.",
        "--not-blind",
        "--units-of",
        BO,
        "--sample",
        "prøve",
        "--as",
        ANE,
        "--json",
    )

    assert ran.code == 0, ran.err
    tasks = [one for one in ran.json["tasks"] if one["coder"] == "Cato D."]
    assert {(one["state"], one["sample"]) for one in tasks} == {("open", "Prøve")}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tasks", "--finish", "Ukjent"], "Cannot find the coder “Ukjent”"),
        (["tasks", "--finish", ANE], "Cannot find the coding task “Ane”"),
        (["tasks", "--assign", "Cato D.", "--sample", "Borte"], "Cannot find the sample “Borte”"),
        (["tasks", "--assign", "Cato D.", "--units-of", "Ukjent"], "Cannot find the coder “Ukjent”"),
        (["sample", "--delete", "Borte"], "Cannot find the sample “Borte”"),
        (["sample", "--draw", "x"], "cannot be used as a share"),
        (["sample", "--draw", "x", "--count", "900"], "cannot be used as a number"),
        (["codings", "--as", "Ukjent"], "Cannot find the coder “Ukjent”"),
    ],
)
def test_that_what_cannot_be_is_told(run, given, arguments, said):
    name, *options = arguments
    ran = run(name, given, *options, "--lang", "en")

    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err


def test_that_samples_are_counted_drawn_listed_and_forgotten(run, project):
    counted = run("sample", project, "--draw", "x", "--share", "50%", "--within", "document", "--dry-run", "--json")
    assert counted.json == {"strata": [{"stratum": "intervju.txt", "turns": 4, "drawn": 2}]}
    assert run("sample", project, "--json").json == {"samples": []}

    drawn = run("sample", project, "--draw", "Halvparten", "--share", "0.5", "--seed", "7", "--lang", "nb")
    assert drawn.code == 0, drawn.err
    assert "Trakk 2 av 4 turer til «Halvparten» med frø 7." in drawn.out
    (sample,) = run("sample", project, "--json").json["samples"]
    assert (sample["name"], sample["share"], sample["within"], sample["seed"]) == ("Halvparten", 0.5, "", 7)
    assert [set(one) for one in sample["turns"]] == [{"document", "start", "end", "citation"}] * 2
    assert run("sample", project, "--delete", "halvparten", "--json").json == {"samples": []}


def test_that_the_seed_is_chosen_by_chance_and_kept_when_none_is_given(run, project):
    run("sample", project, "--draw", "En", "--share", "20%")

    (sample,) = run("sample", project, "--json").json["samples"]
    assert 1 <= sample["seed"] <= 9999


def test_that_wrong_shares_are_wrong_usage(run, project):
    for share in ("0", "120%", "mye"):
        ran = run("sample", project, "--draw", "En", "--share", share)
        assert ran.code == 2
        assert "not a share" in ran.err


def test_that_who_works_sees_and_says_what_is_theirs(run, given):
    document = ("intervju.txt", "0", "8", "Rapportering")
    assert run("code", given, *document, "--coder", BO).code == 0

    assert [
        one["coder"]
        for one in run("codings", given, "--document", "intervju.txt", "--as", BO, "--json").json["codings"]
    ] == [BO]
    assert run("codings", given, "--document", "intervju.txt", "--json").json == {"codings": []}
    first = OpenProject.open(given, read_only=True)
    with first:
        ane = first.coder_name
    everything = run("codings", given, "--document", "intervju.txt", "--as", ane, "--json")
    assert len(everything.json["codings"]) > 1
    assert everything.err == ""


def test_that_changes_carry_the_name_of_who_works(run, given):
    run("tasks", given, "--withdraw", BO, "--as", BO)

    with OpenProject.open(given, read_only=True) as project:
        assert queries.history(project)[-1].coder == BO
        assert coding_tasks.tasks(project) == ()


def test_that_a_coding_by_the_first_coder_is_told_though_nobody_else_may_see_it(run, given):
    ran = run("code", given, "intervju.txt", "0", "8", "Rapportering", "--json")

    assert ran.code == 0, ran.err
    assert ran.json["quote"] == "Intervju"
    assert ran.json["round"] == 1


def test_that_merging_is_refused_until_somebody_says_who_works(run, given, tmp_path):
    copy = tmp_path / "kopi.kodebenk"
    with OpenProject.open(given) as project:
        project.save_copy(copy)
        ane = project.coder_name

    refused = run("merge", given, copy, "--lang", "nb")
    assert refused.code == 1
    assert "Si hvem som arbeider med «--as NAVN»" in refused.err
    assert run("merge", given, copy, "--as", BO).err.startswith("Bo B. codes this blind")
    assert run("merge", given, copy, "--as", ane).code == 0
