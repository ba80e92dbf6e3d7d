"""`--out` and `--format`: what they mean together, and what they cannot mean."""

import pytest

from scoreband.destination import destination
from services.errors import InputError
from services.models.export import Format


@pytest.mark.parametrize(
    ("name", "wanted", "meant"),
    [
        ("a.pdf", None, Format.PDF),
        ("a.PPTX", None, Format.PPTX),
        ("a.pdf", Format.PDF, Format.PDF),
        ("a", Format.CSV, Format.CSV),
        ("a.backup", Format.CSV, Format.CSV),
    ],
)
def test_the_ending_says_the_format_unless_an_option_does(tmp_path, name, wanted, meant):
    """A file without a known ending takes whatever is asked for."""
    found = destination(str(tmp_path / name), wanted, usual=Format.HTML)

    assert (found.format, found.path) == (meant, tmp_path / name)


def test_a_folder_takes_the_usual_format(tmp_path):
    """The document names itself there."""
    found = destination(str(tmp_path), None, usual=Format.HTML)

    assert (found.format, found.path) == (Format.HTML, tmp_path)


@pytest.mark.parametrize(
    ("name", "wanted", "said"),
    [
        ("a.doc", None, "does not say its format"),
        ("a", None, "does not say its format"),
        ("a.pdf", Format.CSV, "would hold csv"),
        ("nowhere/a.pdf", None, "There is no folder"),
        ("nowhere/", Format.PDF, "There is no folder"),
    ],
)
def test_what_cannot_be_meant_is_a_sentence(tmp_path, name, wanted, said):
    """It says what to do, before anything is read."""
    with pytest.raises(InputError, match=said):
        destination(f"{tmp_path}/{name}", wanted, usual=Format.PDF)


def test_standard_output_gets_the_file(capfdbinary):
    """What was written is passed on byte for byte, and nothing stays on the disk."""
    to = destination("-", Format.PDF, usual=Format.CSV)

    with to.target() as folder:
        (folder / "a.pdf").write_bytes(b"\x00\xff of a PDF")

    assert capfdbinary.readouterr().out == b"\x00\xff of a PDF"
    assert not folder.exists()
