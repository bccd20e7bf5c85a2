"""Makes pages from values: Jinja, strict about undefined names, with an environment for each written standard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import quote

import jinja2
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import Response
from starlette.templating import Jinja2Templates

from kb import addresses
from kb.articles import Article, Kind, Status, Variant
from kb.assembly import Site
from kb.language.terms import MatchedBy
from kb.settings import Settings
from kb.typography import pieces
from kb.web import kinds, search_form
from kb.web.drawings import colours, mark, process_map, sharing
from kb.web.pages import Frame, ProcessCard
from kb.web.publishing import publication
from kb.web.reader import Reader, reader_of
from kb.web.search_form import SearchForm
from kb.web.static_files import StaticFiles
from kb.web.wording import STANDARDS, _, long_date, translations, voice

ABOUT = ("om-kunnskapsbasen", "slik-blir-innholdet-til", "kilder", "personvern", "tilgjengelighetserklaering")
"""Articles that the foot of every page leads to, as far as they are written."""

STATUSES = {
    Status.CURRENT: _("Gjeldende"),
    Status.DRAFT: _("Utkast"),
    Status.HISTORICAL: _("Historisk"),
    Status.REPEALED: _("Opphevet"),
}

REASONS = {
    MatchedBy.EXACT: _("samme ord"),
    MatchedBy.STEM: _("en annen form av ordet"),
    MatchedBy.SYNONYM: _("et ord som betyr det samme, eller et videre ord"),
    MatchedBy.COMPOUND: _("del av et sammensatt ord"),
    MatchedBy.VARIANT: _("ordet i den andre målformen"),
    MatchedBy.SPELLING: _("rettet skrivemåte"),
    MatchedBy.LAW: _("lovbestemmelsen"),
}

_INTERNAL_LINK = re.compile(r'href="(/[^"]*)"')


@dataclass(frozen=True, slots=True)
class View:
    """A page and the template that shows it, with what is told of it outside the content."""

    template: str
    page: object
    title: str = ""
    description: str = ""
    kind: Kind | None = None
    article: Article | None = None
    has_own_search: bool = False
    may_be_indexed: bool = True
    status: int = 200


class Pages:
    """Everything that is needed to answer with a page."""

    def __init__(self, folder: Path, static: StaticFiles, *, development: bool) -> None:
        self.development = development
        self._static = static
        self._environments = {
            standard: Jinja2Templates(env=_environment(folder, static, standard, development)) for standard in STANDARDS
        }

    def answer(self, request: Request, site: Site | None, view: View) -> Response:
        """A page for the reader behind the request. `site` is None when there is none to be had."""
        reader = reader_of(request)
        address = request.url.path
        frame = self._frame(request, site, view)
        context = {
            "page": view.page,
            "frame": frame,
            "reader": reader,
            "link": reader.link,
            "empty_form": SearchForm(standard=reader.chosen),
            "other_standards": [
                (standard, name, search_form.with_standard(address, request.query_params.multi_items(), standard))
                for standard, name in STANDARDS.items()
                if standard is not reader.standard
            ],
        }
        return self._environments[reader.standard].TemplateResponse(
            request,
            view.template,
            context,
            status_code=view.status,
            headers={"Content-Language": reader.standard.value},
        )

    def drawing(self, request: Request, template: str, page: object) -> Response:
        """A drawing as a file of its own, for the reader behind the request."""
        reader = reader_of(request)
        return self._environments[reader.standard].TemplateResponse(
            request,
            template,
            {"page": page, "link": reader.link},
            media_type="image/svg+xml",
            headers={"Content-Language": reader.standard.value, "Vary": "Accept-Language"},
        )

    def _frame(self, request: Request, site: Site | None, view: View) -> Frame:
        url = publication(site, request).url if site else lambda _address: ""
        site_name = site.settings.site_name if site else Settings().site_name
        about = view.article
        kind = (
            f"{self.translated(request, kinds.WORDS[about.kind].one)}: {about.title}, "
            if about
            else f"{sharing.ABOUT}, "
        )
        return Frame(
            title=view.title,
            description=view.description,
            lang=about.lang if about else reader_of(request).standard,
            canonical=url(quote(request.url.path)) if view.may_be_indexed else "",
            picture=url(quote(addresses.picture(about.id) if about else addresses.PICTURE)),
            picture_says=f"{kind}{site_name}",
            site_name=site_name,
            contact=site.settings.contact if site else "",
            menu=tuple(kind for kind in kinds.IN_MENU if site.articles(kind)) if site else (),
            kind=view.kind,
            about=tuple(article for name in ABOUT if (article := site.article(name))) if site else (),
            has_own_search=view.has_own_search,
            may_be_indexed=view.may_be_indexed,
            development=self.development,
        )

    def translated(self, request: Request, text: str) -> str:
        """A text of the interface in the reader's standard."""
        return translations(reader_of(request).standard).gettext(text)


def _environment(folder: Path, static: StaticFiles, standard: Variant, development: bool) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=development,
    )
    words = translations(standard)
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the i18n extension adds it
        words.gettext, words.ngettext, newstyle=True
    )
    environment.globals |= {
        "standard": standard,
        "voice": voice(standard),
        "static": static.address,
        "icon": partial(_icon, _icons(static)),
        "address_of": _address_of,
        "lay_out_processes": _lay_out_processes,
        "under_all": process_map.UNDER_ALL,
        "strokes": partial(_strokes, _icons(static)),
        "colour": colours.light(),
        "tone": colours.tone,
        "tint": colours.tint,
        "mark_parts": mark.PARTS,
        "listing_address": addresses.listing,
        "search_address": addresses.SEARCH,
        "kind_words": kinds.WORDS,
        "statuses": STATUSES,
        "reasons": REASONS,
        "Kind": Kind,
        "Status": Status,
    }
    environment.filters |= {
        "long_date": partial(long_date, standard=standard),
        "kept": _kept,
        "readable": addresses.readable,
        "unbroken": _unbroken,
        # linked_data.as_script has made it safe to stand in a script element.
        "safe_json": Markup,
    }
    return environment


def _icons(static: StaticFiles) -> Mapping[str, str]:
    return {
        name.removeprefix("icons/").removesuffix(".svg"): content.decode()
        for name, content in static.files.items()
        if name.startswith("icons/")
    }


def _icon(icons: Mapping[str, str], name: str) -> Markup:
    """An icon in the colour of the words beside it. It always has words, so screen readers need not hear of it."""
    # A facet value may be anything that editors write; one that has no icon does without.
    drawing = icons.get(name, "")
    return Markup(drawing.strip().replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1))  # noqa: S704 (our own file)


def _strokes(icons: Mapping[str, str], name: str) -> Markup:
    """What an icon is drawn of, to stand inside another drawing."""
    return Markup(icons.get(name, "").partition(">")[2].strip().removesuffix("</svg>"))  # noqa: S704 (our own file)


def _lay_out_processes(cards: Iterable[ProcessCard]) -> process_map.ProcessMap:
    return process_map.lay_out(tuple((card.article.id, card.article.title) for card in cards))


def _address_of(article: Article, anchor: str = "") -> str:
    return addresses.article(article.kind, article.id, anchor)


def _kept(html: str, reader: Reader) -> Markup:
    """An article's text as it is, with links that keep the standard which the reader chose in the address."""
    if reader.chosen is not None:
        html = _INTERNAL_LINK.sub(lambda found: f'href="{_escaped(reader.link(found[1]))}"', html)
    return Markup(html)  # noqa: S704 (made by kb.rendering, which escapes what authors write)


def _escaped(address: str) -> str:
    # The address inside is escaped already; only the joint that we add is not.
    return re.sub(r"&(?!amp;)", "&amp;", address)


@lru_cache(maxsize=4096)
def _unbroken(text: str) -> Markup:
    """A text in which «§ 1-4» and «1. januar» never fall apart at the end of a line, and no line begins with a dash."""
    shown = ((escape(piece), is_whole) for piece, is_whole in pieces(text))
    html = "".join(f'<span class="whole">{piece}</span>' if is_whole else piece for piece, is_whole in shown)
    html = html.replace(" – ", "\N{NO-BREAK SPACE}– ")
    return Markup(html)  # noqa: S704 (escaped piece by piece)


def of(request: Request) -> tuple[Site, Pages]:
    """What a page endpoint needs: the site as it is now, and the way to answer."""
    return request.app.state.sites(), request.app.state.pages
