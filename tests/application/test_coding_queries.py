from kodebenk.application import coding_actions, document_actions, queries
from kodebenk.application.coding_queries import reading_progress
from kodebenk.domain.passage import Passage


def test_that_progress_is_what_was_said_and_at_least_the_furthest_coding(small_project):
    characters = queries.document(small_project, 1).characters
    furthest = max(one.passage.end for one in queries.codings(small_project, document_id=1))
    assert reading_progress(small_project)[1] == furthest / characters
    document_actions.set_progress(small_project, 1, 0.1)
    assert reading_progress(small_project)[1] == furthest / characters
    document_actions.set_progress(small_project, 1, 1.0)
    assert reading_progress(small_project)[1] == 1.0


def test_that_coding_the_last_words_does_not_finish_a_document(small_project):
    characters = queries.document(small_project, 1).characters
    code = queries.codebook(small_project).find("Tillit").id
    coding_actions.apply_code(small_project, Passage(1, characters - 9, characters), code)
    assert reading_progress(small_project)[1] == 0.99


def test_that_a_document_without_codings_is_not_begun(small_project):
    for one in queries.codings(small_project, document_id=2):
        coding_actions.remove_coding(small_project, one.id)
    assert reading_progress(small_project)[2] == 0.0
