"""A form with a file becomes a body and the header that goes with it."""

import httpx

from services.vendors._multipart import Upload, multipart

FILE = Upload(part="audio", name="recording.wav", content=b"\0\xff\r\n", media_type="audio/wav")


def test_texts_and_file_are_parts_of_the_body():
    """In any script; a field may occur several times."""
    fields = [("tags", "a"), ("tags", "b"), ("name", "Оюунаа")]

    sent = multipart(fields, FILE)

    boundary = sent.headers["Content-Type"].removeprefix("multipart/form-data; boundary=")
    parts = sent.body.split(f"--{boundary}".encode())
    assert len(parts) == 6
    assert [part.partition(b"\r\n\r\n")[2][:-2] for part in parts[1:4]] == [
        b"a",
        b"b",
        "Оюунаа".encode(),
    ]
    assert b'name="audio"; filename="recording.wav"\r\nContent-Type: audio/wav' in parts[4]
    assert parts[4].endswith(b"\r\n\r\n\0\xff\r\n\r\n")


def test_content_is_not_printed():
    """What people said does not land in a log."""
    sent = multipart([], FILE)

    printed = f"{FILE!r} {sent!r}"

    assert "\\xff" not in printed
    assert "body=" not in printed


def test_a_form_is_sent_as_what_it_is(http_for):
    """Not as the JSON that other bodies are; the key goes along as always."""
    asked = []
    http = http_for(lambda request: asked.append(request) or httpx.Response(202, json={"id": "a"}))
    sent = multipart([("language", "en")], FILE)

    answer = http.post("things", sent.body, headers=sent.headers)

    assert answer == b'{"id":"a"}'
    assert asked[0].content == sent.body
    assert asked[0].headers["content-type"] == sent.headers["Content-Type"]
    assert asked[0].headers["authorization"].startswith("Bearer ")
