from __future__ import annotations

import pytest

from sources.addresses import ForbiddenError, Guard, allowed_hosts, hide, is_public


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("2002:0a00:0001::1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
    ],
)
def test_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_one_private_address_is_enough_to_refuse_a_name() -> None:
    found = {"mixed.example": ["93.184.216.34", "10.0.0.1"], "open.example": ["93.184.216.34"]}
    guard = Guard(resolve=lambda host, port: found[host])
    assert guard.addresses("open.example", 443) == ["93.184.216.34"]
    with pytest.raises(ForbiddenError, match="STEWARD_ALLOW_HOSTS"):
        guard.addresses("mixed.example", 443)
    allowing = Guard(allowed_hosts(" Mixed.example, ,other"), lambda host, port: found[host])
    assert allowing.addresses("mixed.example", 443) == found["mixed.example"]


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        ("HTTPS://anna:pw@Union.Example:8443/a?b=c#d", "https://union.example:8443/a?b=c"),
        (" http://union.example ", "http://union.example"),
        ("http://[2606:2800::1]:80/x", "http://[2606:2800::1]:80/x"),
    ],
)
def test_addresses_are_cleaned(url: str, cleaned: str) -> None:
    assert Guard().clean(url) == cleaned


@pytest.mark.parametrize("place", ["a.example/x", "a:b/", "[::1", "a.example:99999/"])
@pytest.mark.parametrize("scheme", ["ftp", "http"])
def test_what_is_refused_is_told_without_its_password(scheme: str, place: str) -> None:
    url = f"{scheme}://anna:pw@{place}"
    assert hide(url) == f"{scheme}://{place}"
    if url != "http://anna:pw@a.example/x":
        with pytest.raises(ForbiddenError) as refused:
            Guard().clean(url)
        assert "pw" not in str(refused.value)
