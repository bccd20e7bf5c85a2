"""Words that say how a question is put and not what it is about, in both written standards.

They are searched like other words, but count little, and a hit is not said to lack them. To the small words that the
language room knows come the verbs of questions: «hva heter», «kor finst», «hva gjør vi».
"""

from __future__ import annotations

from kb.language.lexicon import is_function_word

_VERBS_OF_QUESTIONS = """
finnes finst gjøre gjør gjorde gjere gjer hete heter het heite heiter hette kalles kallast
"""
_PARTICLES = "ut inn opp ned"
_BETWEEN = "kontra versus vs"
"""«barnevernsloven kontra barnevernloven»: what is compared is what is asked about."""
_MORE = frozenset(f"{_VERBS_OF_QUESTIONS} {_PARTICLES} {_BETWEEN}".split())


def is_optional(word: str) -> bool:
    """Whether a hit may lack the word without a reader missing it."""
    folded = word.casefold()
    return is_function_word(folded) or folded in _MORE
