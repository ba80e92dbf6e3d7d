"""Searching shows the passages of what can be read, and every hit."""

from services.errors import PayloadError
from services.models.document import Document
from services.models.interview import Interview, Remark, RemarkKind
from services.use_cases.browse import Browse
from services.vendors.vendor import Vendor
from tests.services.use_cases.conftest import NOON, TOY


def interview(name):
    remark = Remark(kind=RemarkKind.HIGHLIGHT, name="Kafka", text=f"Told of a queue, {name}.")
    return Interview(vendor="toy", vendor_interview_id=name, remarks=(remark,))


def parse(payload):
    """Read a name; a payload that says so is damaged."""
    if payload == b"damaged":
        msg = "It can no longer be read."
        raise PayloadError(msg)
    return interview(payload.decode())


def test_a_damaged_document_does_not_hide_the_other_hits(store):
    """What can no longer be read is listed without passages; the rest is shown whole."""
    store.write([Document(b"a", interview("a"), NOON), Document(b"damaged", interview("b"), NOON)])
    browse = Browse(store, {"toy": Vendor(**{**TOY.__dict__, "parse": parse})})

    answer = browse.search("queue")

    assert answer.total == 2
    assert sorted(len(hit.passages) for hit in answer.hits) == [0, 1]


def test_vendors_and_saved_lists_have_their_names(store):
    """A filter in words shows no number of a list; a forgotten one has no name any more."""
    store.write([Document(b"a", interview("a"), NOON)])
    browse = Browse(store, {"toy": TOY})
    saved, _ = store.save_list("Shortlist of 東京", ["a"])
    before = browse.titles()

    store.forget_list(saved.id)

    assert before == {"toy": TOY.title, saved.id: "Shortlist of 東京"}
    assert browse.titles() == {"toy": TOY.title}
