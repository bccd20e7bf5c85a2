from __future__ import annotations

import pytest

from kb.addresses import readable


@pytest.mark.parametrize(
    ("encoded", "read"),
    [
        ("https://lovdata.no/lov/2021-06-18-97/%C2%A71-6", "https://lovdata.no/lov/2021-06-18-97/§1-6"),
        ("https://example.no/m%c3%b8ter", "https://example.no/møter"),
        ("https://example.no/a%20b%2Fc?q=1%262", "https://example.no/a%20b%2Fc?q=1%262"),
        ("https://example.no/", "https://example.no/"),
    ],
)
def test_letters_and_the_section_sign_are_written_as_they_are_read(encoded: str, read: str) -> None:
    assert readable(encoded) == read


@pytest.mark.parametrize("kept", ["%E2%80%AE", "%C2%A0", "%E2%80%9D", "%C3", "%FF%FE"])
def test_what_nobody_can_see_or_type_stays_encoded(kept: str) -> None:
    assert readable(f"https://example.no/{kept}1") == f"https://example.no/{kept}1"
