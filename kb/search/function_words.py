"""Words that say how a question is put and not what it is about, in both written standards.

They are searched like other words, but count little, and a hit is not said to lack them. The list holds closed
classes only: pronouns, articles, prepositions, conjunctions, question words, auxiliary verbs. It leaves out what
carries meaning in a question about children's rights: ikke, uten, før, etter, under, alene, selv, mot, barn.
"""

from __future__ import annotations

_WORDS = """
    jeg eg du han hun ho hen vi me dere de dei det den dette denne disse desse dem seg oss meg deg ham henne dykk
    min mi mitt mine din di ditt dine sin si sitt sine vår vårt våre deres dykkar deira hans hennes hennar man en
    ein ei et eit noe noko noen nokon nokre
    hva kva hvem kven hvor kor hvordan korleis hvorfor kvifor hvilken hvilket hvilke kva når hvis om dersom
    og eller men for så da då at som enn fordi mens medan både
    i på til av fra frå med ved hos om over ut inn opp ned
    er var være vere vært vore blir ble vart bli blei blitt blitt har hadde ha hatt kan kunne må måtte skal skulle
    vil ville bør burde får fikk fekk få gjør gjer gjorde gjøre gjere
    finnes finst heter heiter hete heite het hette kalles kallast slik slikt her der nå no også òg bare berre jo vel
"""

FUNCTION_WORDS = frozenset(_WORDS.split())
