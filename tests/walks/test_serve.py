"""The real server as a process: what an operator starts, and what is left in its log."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.support.sites import make_content
from tests.support.waiting import wait_until

KB = Path(sys.executable).with_name("kb")


def _bound_by_permissions() -> tuple[str, ...]:
    """Before a command: also for root, what a folder forbids is forbidden. Nothing where root may not give that up."""
    command = ("setpriv", "--bounding-set=-dac_override")
    if os.geteuid() != 0 or shutil.which(command[0]) is None:
        return ()
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)
    return command if tried.returncode == 0 else ()


BOUND_BY_PERMISSIONS = _bound_by_permissions()

where_permissions_bind = pytest.mark.skipif(
    os.geteuid() == 0 and not BOUND_BY_PERMISSIONS, reason="on this machine nothing is forbidden to root"
)


def _free_port() -> int:
    """One below those that the system hands out, so that no other test is given it before the server takes it."""
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")


class Server:
    """A running `kb serve`."""

    def __init__(self, folder: Path, *options: str) -> None:
        environment = {**os.environ, "KB_CONTENT": str(folder / "content"), "KB_INDEX": str(folder / "index")}
        self.log = (folder / "log.txt").open("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [*BOUND_BY_PERMISSIONS, KB, "serve", "--port", str(_free_port()), *options],
            env=environment,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        # The line comes when the server answers, so reading it is waiting for that.
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, f"no address in {line!r}; log: {self.written()}"
        self.address = found[0]

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:  # noqa: S310 (our own server)
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def health(self) -> dict[str, object]:
        told: dict[str, object] = json.loads(self.get("/healthz")[1])
        return told

    def written(self) -> str:
        self.log.flush()
        return Path(self.log.name).read_text("utf-8")

    def stop(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(15)
        finally:
            if self.process.poll() is None:
                os.killpg(self.process.pid, signal.SIGKILL)
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.log.close()


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Server]:
    server = Server(folder, *options)
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_content(tmp_path)
    return tmp_path


def test_the_text_of_a_query_is_in_no_log(folder: Path) -> None:
    with serving(folder) as server:
        server.get("/sok?q=" + quote("hemmelig bekymring"))
        server.get("/api/v1/search?q=" + quote("hemmelig bekymring"))
        # A line is written when its answer has been sent.
        wait_until(lambda: "/api/v1/search" in server.written())
        told = server.written()

    assert "hemmelig" not in told
    assert "/sok" in told


def test_whatever_is_sent_nothing_of_it_is_in_the_log(folder: Path) -> None:
    with serving(folder) as server:
        host, port = server.address.rpartition("/")[2].split(":")
        for request in (
            "GET /begreper/Kari%20Nordmann HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET http://kari@a/Kari?q=Kari HTTP/1.1\r\nHost: Kari\r\n\r\n",
            "KARI /sok?q=Kari HTTP/1.1\r\nHost: a\r\n\r\n",
            "HEAD /Kari HTTP/1.1\r\nHost: a\r\nReferer: /Kari\r\nUser-Agent: Kari\r\n\r\n",
            "GET /Kari HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: Kari\r\n\r\n",
            "GET /Kari Nordmann\r\n\r\n",
            "Kari\r\n\r\n",
        ):
            with socket.create_connection((host, int(port)), timeout=10) as connection:
                connection.sendall(request.encode())
                assert connection.recv(20).startswith(b"HTTP/1.1 4")
        wait_until(lambda: server.written().count(" ms\n") == 5)
        told = server.written()

    assert "kari" not in told.lower()
    assert "GET /begreper/{id} 404 " in told


def test_several_processes_serve_the_same_site(folder: Path) -> None:
    with serving(folder, "--workers", "2", "--port", "0") as server:
        answers = {server.get("/healthz") for _ in range(10)}

    assert len(answers) == 1
    status, body = answers.pop()
    assert status == 200
    assert '"articles":3' in body.replace(" ", "")


def test_a_server_with_a_mistake_in_the_content_shows_the_last_whole_edition(folder: Path) -> None:
    with serving(folder):
        pass
    (folder / "content" / "feil.md").write_text("---\nkind: prosses\ntitle: Feil\n---\n", encoding="utf-8")

    with serving(folder) as server:
        status, page = server.get("/prosesser/hasteflytting")
        told = server.written()

    assert status == 200
    assert "Hasteflytting" in page
    assert "feil.md:2: " in told


@where_permissions_bind
def test_an_index_that_cannot_be_renewed_is_served_as_it_is(folder: Path) -> None:
    with serving(folder) as server:
        assert server.health()["current"] is True
    (folder / "content" / "ny.md").write_text("# Rabarbra\n\nOm rabarbra.\n", encoding="utf-8")
    (folder / "index").chmod(0o555)

    with serving(folder) as server:
        status, page = server.get("/prosesser/hasteflytting")
        missing, _page = server.get("/artikler/ny")
        health, told = server.health(), server.written()

    assert (status, missing) == (200, 404)
    assert "Hasteflytting" in page
    assert f"{folder / 'index'}" in told
    assert "kan ikke leses eller skrives. Se etter rettighetene." in told
    assert "så den forrige utgaven vises" in told
    assert "Errno" not in told
    assert (health["status"], health["articles"], health["current"]) == ("ok", 3, False)


@where_permissions_bind
def test_without_any_index_a_folder_that_cannot_be_written_stops_the_server_with_a_sentence(folder: Path) -> None:
    (folder / "index").mkdir(0o555)
    environment = {**os.environ, "KB_CONTENT": str(folder / "content"), "KB_INDEX": str(folder / "index")}

    refused = subprocess.run(
        [*BOUND_BY_PERMISSIONS, KB, "serve", "--port", "0"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert refused.returncode == 2
    assert refused.stderr.startswith(f"kb: {folder / 'index'}")
    assert refused.stderr.endswith("kan ikke leses eller skrives. Se etter rettighetene.\n")


def test_new_content_is_shown_after_index_without_a_stop(folder: Path) -> None:
    with serving(folder) as server:
        (folder / "content" / "ny.md").write_text("# Rabarbra\n\nOm rabarbra.\n", encoding="utf-8")
        environment = {**os.environ, "KB_CONTENT": str(folder / "content"), "KB_INDEX": str(folder / "index")}
        subprocess.run([KB, "index"], env=environment, check=True, capture_output=True)

        wait_until(lambda: server.get("/artikler/ny")[0] == 200)


def test_an_editor_sees_and_finds_what_was_saved(folder: Path) -> None:
    with serving(folder, "--reload") as server:
        (folder / "content" / "ny.md").write_text("# Rabarbra\n\nOm rabarbra.\n", encoding="utf-8")

        wait_until(lambda: server.get("/artikler/ny")[0] == 200)
        assert "/artikler/ny" in server.get("/sok?q=rabarbra")[1]
        assert server.get("/redaksjon")[0] == 200


def test_a_port_that_is_taken_is_told_of_with_what_to_do(folder: Path) -> None:
    with serving(folder) as server:
        port = server.address.rpartition(":")[2]
        environment = {**os.environ, "KB_CONTENT": str(folder / "content"), "KB_INDEX": str(folder / "index")}

        second = subprocess.run(
            [KB, "serve", "--port", port], env=environment, capture_output=True, text=True, timeout=60, check=False
        )

    assert second.returncode == 2
    assert f"port {port}" in second.stderr
    assert "--port" in second.stderr
