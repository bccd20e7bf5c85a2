"""`kb serve`: the site on an address, for readers or, with --reload, for editors and developers."""

from __future__ import annotations

import errno
import logging
import os
import socket
import threading
import time
from dataclasses import replace
from pathlib import Path

import click
import uvicorn
import watchfiles
from starlette.applications import Starlette

from kb import assembly
from kb.cli.norwegian import told
from kb.cli.options import with_settings
from kb.problems import ContentError, KbError
from kb.search.engine import EngineUnavailableError
from kb.settings import Settings, SettingsError, from_environment
from kb.web.access_log import where_alone
from kb.web.app import create_app

PROGRAM = Path(__file__).resolve().parent.parent


@click.command()
@click.option("--host", metavar="ADRESSE", help="Adressen som det lyttes på. [KB_HOST, ellers 127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), metavar="TALL", help="Porten. [KB_PORT, ellers 8000]")
@click.option("--workers", type=click.IntRange(1, 64), metavar="TALL", help="Antall prosesser. [KB_WORKERS, ellers 1]")
@click.option("--reload", is_flag=True, help="For redaktører: vis endringer i innhold, maler og kode med en gang.")
@with_settings
def serve(settings: Settings, host: str | None, port: int | None, workers: int | None, reload: bool) -> None:
    """Vis kunnskapsbasen på en adresse. Indekserer først når det trengs."""
    settings = replace(
        settings,
        host=host or settings.host,
        port=_free_port(host or settings.host, settings.port if port is None else port),
        workers=workers or settings.workers,
    )
    if not settings.templates.is_dir():
        raise SettingsError(f"KB_TEMPLATES er «{settings.templates}», som ikke er en mappe. Skriv hvor malene ligger.")
    _prepare(settings)
    _hand_down(settings)
    threading.Thread(target=_tell_when_ready, args=(settings,), daemon=True).start()
    if reload:
        watchfiles.run_process(PROGRAM, target=_serve_development, watch_filter=watchfiles.PythonFilter())
    else:
        _run(settings, "kb.cli.serve:application", workers=settings.workers)


def application() -> Starlette:
    """The application as a server process makes it, with the settings of the environment."""
    _log_to_standard_error()
    return create_app(assembly.SiteOnDisk(from_environment(os.environ)))


def development_application() -> Starlette:
    """The application for editors: it follows the content as it is saved."""
    _log_to_standard_error()
    sites = assembly.SiteInDevelopment(from_environment(os.environ))
    sites.follow()
    return create_app(sites, development=True)


def _serve_development() -> None:
    _run(from_environment(os.environ), "kb.cli.serve:development_application", workers=None)


def _log_to_standard_error() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log = logging.getLogger("kb")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    logging.getLogger("uvicorn.error").addFilter(where_alone)


def _run(settings: Settings, factory: str, workers: int | None) -> None:
    uvicorn.run(
        factory,
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=workers,
        log_level="warning",
        # uvicorn's access log holds the query string, which is what readers search for.
        access_log=False,
        server_header=False,
        # A proxy in front is the municipality's choice; whom to trust is its setting FORWARDED_ALLOW_IPS.
        proxy_headers=True,
        timeout_graceful_shutdown=5,
    )


def _prepare(settings: Settings) -> None:
    """Make the index when it is missing or old. What keeps it from being made stops us only when there is no older."""
    try:
        if assembly.is_current(settings):
            return
        report = assembly.build(settings)
        click.echo(f"Indekserte {report.articles} artikler på {report.seconds:.1f} sekunder.", err=True)
    except ContentError as error:
        if not assembly.has_index(settings):
            raise
        click.echo(str(error), err=True)
        click.echo("Innholdet har feil, så den forrige utgaven vises. Rett feilene og kjør kb index.", err=True)
    except (OSError, EngineUnavailableError) as error:
        # Such as a folder that may not be written, or a full disk.
        if not assembly.has_index(settings):
            raise
        click.echo(f"kb: {told(error) if isinstance(error, OSError) else error}", err=True)
        click.echo(
            "Det nyeste innholdet kan ikke indekseres, så den forrige utgaven vises. Rett det og kjør kb index.",
            err=True,
        )


def _hand_down(settings: Settings) -> None:
    """Server processes are new processes: the environment is what they share with this one."""
    for name in ("content", "index", "templates"):
        os.environ[f"KB_{name.upper()}"] = str(getattr(settings, name))
    os.environ |= {"KB_HOST": settings.host, "KB_PORT": str(settings.port), "KB_WORKERS": str(settings.workers)}


def _free_port(host: str, port: int) -> int:
    """The port, when nobody listens on it; for 0, any that is free."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise KbError(f"Kan ikke lytte på {host}, port {port}: {_why(error)}") from error
        chosen: int = probe.getsockname()[1]
        return chosen


def _why(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "porten er opptatt. Velg en annen med --port eller KB_PORT."
    if error.errno == errno.EACCES:
        return "porten krever flere rettigheter. Velg en annen med --port eller KB_PORT."
    if error.errno == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        return "maskinen har ikke den adressen. Velg en annen med --host eller KB_HOST."
    return f"{error.strerror}. Velg en annen adresse eller port med --host og --port."


def _tell_when_ready(settings: Settings) -> None:
    # A wildcard address cannot be visited; the machine itself always can.
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104 (compared, not bound)
    while True:
        try:
            with socket.create_connection((host, settings.port), timeout=1):
                break
        except OSError:
            time.sleep(0.05)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"MITT LIV kunnskapsbase er klar på http://{shown}:{settings.port}")
