"""How often the right word is suggested first, how often a right word is left alone, and how long a guess takes.

    python -m benchmarks.spelling [misspellings.tsv texts.jsonl]

The first file has a wrong and a right word on each line, the second a text on each line (`title`, `text`): its words
are the index, together with the right words. Without files the cases of tests/cases/spelling.md are measured, among
50,000 words of the dictionaries.
Beside it stands the plain way: the nearest word, then the commonest.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from rapidfuzz import process
from rapidfuzz.distance import OSA
from simplemma.strategies.dictionaries import StreamDictionaryFactory

from kb.language.folding import fold
from kb.language.lexicon import lexicon
from kb.language.spelling import Speller
from kb.language.words import find_words

CASES = Path(__file__).parent.parent / "tests" / "cases" / "spelling.md"
WORDS = 50_000
HELD_OUT = 500

Pairs = Sequence[tuple[str, str]]


def main() -> None:
    """Measure and print."""
    pairs, vocabulary = _given(*map(Path, sys.argv[1:3])) if len(sys.argv) > 2 else _ours()
    for _, right in pairs:
        vocabulary.setdefault(right, 1)
    lexicon().knows("barn")  # the dictionaries are shared with search itself
    started = time.thread_time()
    speller = Speller(vocabulary)
    speller.suggest("hasteflyting")
    print(f"{len(pairs)} misspellings, {len(vocabulary)} words; first guess after {time.thread_time() - started:.3f} s")

    def ours(word: str) -> tuple[str, ...]:
        return speller.suggest(word)

    def plain(word: str) -> tuple[str, ...]:
        near = process.extract(fold(word), vocabulary.keys(), scorer=OSA.distance, score_cutoff=2, limit=None)
        return tuple(found[0] for found in sorted(near, key=lambda one: (one[1], -vocabulary[one[0]], one[0])))[:3]

    for name, suggest in (("ours", ours), ("nearest, then commonest", plain)):
        _measure(name, suggest, pairs)
    right_words = [word for word, _ in pairs if speller.knows(word)]
    print(f"misspellings that the dictionaries have, or that are compounds: {len(right_words)}")
    _left_alone(vocabulary)


def _given(pairs: Path, texts: Path) -> tuple[Pairs, dict[str, int]]:
    lines = [line.split("\t") for line in pairs.read_text(encoding="utf-8").splitlines()]
    counts: Counter[str] = Counter()
    for line in texts.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)
        counts.update({fold(word.text) for word in find_words(f"{text['title']} {text['text']}")})
    return [(wrong, fold(right)) for wrong, right in lines if wrong != "wrong"], dict(counts)


def _ours() -> tuple[Pairs, dict[str, int]]:
    pairs = re.findall(r"^- (.+): (.+)$", CASES.read_text(encoding="utf-8"), re.MULTILINE)
    wrong = {typed for typed, _ in pairs}
    listed = StreamDictionaryFactory().get_dictionary("nb")
    words = sorted(word for word in listed if word.isalpha() and word.islower() and word not in wrong)
    return pairs, dict.fromkeys(random.Random(0).sample(words, WORDS), 1)  # noqa: S311 (the same words each time)


def _measure(name: str, suggest: Callable[[str], tuple[str, ...]], pairs: Pairs) -> None:
    times: list[float] = []
    first: Counter[int] = Counter()
    among: Counter[int] = Counter()
    size: Counter[int] = Counter()
    for wrong, right in pairs:
        half = crc32(wrong.encode()) % 2
        started = time.thread_time()
        found = suggest(wrong)
        times.append(time.thread_time() - started)
        size[half] += 1
        first[half] += found[:1] == (right,)
        among[half] += right in found
    times.sort()
    halves = ", ".join(f"{first[half] / max(size[half], 1):.3f}" for half in (0, 1))
    print(
        f"{name:<24} first {first.total() / len(pairs):.3f} (halves {halves}), among three "
        f"{among.total() / len(pairs):.3f}; {times[len(times) // 2] * 1000:.2f} ms, one in twenty over "
        f"{times[len(times) * 19 // 20] * 1000:.2f} ms"
    )


def _left_alone(vocabulary: Mapping[str, int]) -> None:
    """Takes rare words out of the index, and counts how often they are taken for others."""
    rare = sorted(word for word, count in vocabulary.items() if count == 1 and len(word) >= 6 and word.isalpha())
    random.Random(1).shuffle(rare)  # noqa: S311 (the same words each time)
    known = Speller({})
    for name, wanted in (("dictionaries or compounds", True), ("neither", False)):
        out = [word for word in rare if known.knows(word) is wanted][:HELD_OUT]
        if out:
            speller = Speller({word: count for word, count in vocabulary.items() if word not in set(out)})
            taken = sum(bool(speller.suggest(word)) for word in out)
            print(f"right, not in the index, {name}: {taken} of {len(out)} taken for another word")


if __name__ == "__main__":
    main()
