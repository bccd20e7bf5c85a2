"""What each kind of article is called where readers meet it, and why it is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kb.articles import Kind
from kb.web.wording import _


@dataclass(frozen=True, slots=True)
class KindWords:
    """Bokmål; the templates translate. `about` stands under the heading of the list."""

    one: str
    many: str
    about: str


WORDS: Mapping[Kind, KindWords] = MappingProxyType(
    {
        Kind.PROCESS: KindWords(
            _("Kjerneprosess"),
            _("Prosesser"),
            _("De seks kjerneprosessene i barnevernet: steg, frister, barnets rettigheter og sjekkliste."),
        ),
        Kind.RECOMMENDATION: KindWords(
            _("Anbefaling"),
            _("Anbefalinger"),
            _("Anbefalingene fra 2016: hva vi vet om dem, hva vi ikke vet, og hva du kan gjøre i dag."),
        ),
        Kind.VALUE: KindWords(
            _("Verdi"), _("Verdier"), _("Verdiene som Mitt Liv bygger på, og hva de ber deg om i hverdagen.")
        ),
        Kind.WORKING_METHOD: KindWords(
            _("Arbeidsmåte"), _("Arbeidsmåter"), _("Måter å arbeide på: hvordan, hvorfor, og hvor det er fortalt.")
        ),
        Kind.LAW: KindWords(
            _("Lov og forskrift"),
            _("Lov og forskrift"),
            _("Bestemmelsene med våre egne ord, når de gjelder, og hva som avløste hva."),
        ),
        Kind.TERM: KindWords(_("Begrep"), _("Begreper"), _("Ord du møter i barnevernet, og hva som skiller dem.")),
        Kind.HISTORY: KindWords(_("Historie"), _("Historie"), _("Hvordan Mitt Liv ble til, og hva som skjedde når.")),
        Kind.EXPERIENCE: KindWords(_("Erfaring"), _("Erfaringer"), _("Hva tjenester har fortalt om sitt eget arbeid.")),
        Kind.ARTICLE: KindWords(_("Artikkel"), _("Artikler"), _("Om kunnskapsbasen, og annet som er verdt å vite.")),
        Kind.COURSE: KindWords(
            _("Kurs og studium"), _("Kurs og studium"), _("Læringsveier for studenter og opplegg for kursholdere.")
        ),
    }
)

IN_MENU = (
    Kind.PROCESS,
    Kind.RECOMMENDATION,
    Kind.WORKING_METHOD,
    Kind.VALUE,
    Kind.LAW,
    Kind.TERM,
    Kind.HISTORY,
    Kind.EXPERIENCE,
    Kind.COURSE,
    Kind.ARTICLE,
)
"""The order of the menu: what one does first, then what it rests on, then what lies around it."""
