"""What the language room costs, and what each kind of term gains on questions with known answers.

Run: .venv/bin/python benchmarks/language.py [FOLDER...]
A folder holds corpus.jsonl (id, title, text), queries.tsv (id, tab, text) and qrels.txt in TREC form. Without folders
only time and memory are measured, on the base's own articles.
"""

from __future__ import annotations

import json
import math
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.language.pipeline import Analyser
from kb.language.terms import Alternative, TermKind

K1, B = 1.2, 0.75
"""Those of plain BM25, so that only the terms differ."""

EXACT, STEM, VARIANT, PART = TermKind

WAYS: Mapping[str, Mapping[TermKind, float]] = {
    "words as written": {EXACT: 1},
    "Snowball stems": {STEM: 1},
    "words and stems": {EXACT: 0.5, STEM: 1},
    "dictionary forms in either standard": {VARIANT: 1},
    "words, stems, either standard": {EXACT: 1, STEM: 0.7, VARIANT: 0.5},
    "the same and parts of compounds": {EXACT: 1, STEM: 0.7, VARIANT: 0.5, PART: 0.2},
}
OF_A_PART = 0.2
"""What a part of a compound in the query counts, where parts are used at all."""

Postings = Mapping[tuple[TermKind, str], tuple[NDArray[np.int64], NDArray[np.float64]]]


def main(folders: Sequence[str]) -> None:
    """Print all that is measured."""
    print_costs([path.read_text("utf-8") for path in sorted(Path("content").glob("*/*.md"))])
    for folder in folders:
        print_gains(Path(folder))


def print_costs(texts: Sequence[str]) -> None:
    """Time in seconds of this process alone, and memory in MB."""
    before = _memory()
    start = time.process_time()
    analyser = Analyser()
    analyser.terms("barn")
    print(f"loading       {time.process_time() - start:.2f} s, {_memory() - before:.0f} MB")
    analyser = analyser.with_vocabulary(_vocabulary(texts, analyser))
    words = sum(len(analyser.words(text)) for text in texts)
    for turn in ("first time", "again"):
        start = time.process_time()
        for text in texts:
            analyser.terms(text)
        print(f"{turn:13} {words / (time.process_time() - start):,.0f} words a second, {_memory() - before:.0f} MB")


def print_gains(folder: Path) -> None:
    """MRR@10 of plain BM25 for each way of making terms."""
    documents = [json.loads(line) for line in (folder / "corpus.jsonl").read_text("utf-8").splitlines()]
    queries = [line.split("\t") for line in (folder / "queries.tsv").read_text("utf-8").splitlines() if line]
    answers: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels.txt").read_text("utf-8").splitlines():
        query_id, _, document_id, grade = line.split()
        if int(grade) > 0:
            answers[query_id].add(document_id)
    texts = [f"{document['title']}\n{document['text']}" for document in documents]
    analyser = Analyser()
    analyser = analyser.with_vocabulary(_vocabulary(texts, analyser))
    postings, lengths = _index(texts, analyser)
    norm = K1 * (1 - B + B * lengths / lengths.mean())
    for name, weights in WAYS.items():
        found = [
            _reciprocal_rank(_scores(text, analyser, postings, weights, norm), documents, answers[query_id])
            for query_id, text in queries
        ]
        print(f"{folder.name:24} {name:40} {sum(found) / len(found):.4f}")


def _vocabulary(texts: Iterable[str], analyser: Analyser) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({analyser.exact(word.text) for word in analyser.words(text)})
    return counts


def _index(texts: Sequence[str], analyser: Analyser) -> tuple[Postings, NDArray[np.float64]]:
    counts: dict[tuple[TermKind, str], Counter[int]] = defaultdict(Counter)
    lengths = np.zeros(len(texts))
    for number, text in enumerate(texts):
        for term in analyser.terms(text):
            counts[term.kind, term.text][number] += 1
            lengths[number] = term.position + 1
    return {key: (np.array(list(by)), np.array(list(by.values()), float)) for key, by in counts.items()}, lengths


def _scores(
    query: str,
    analyser: Analyser,
    postings: Postings,
    weights: Mapping[TermKind, float],
    norm: NDArray[np.float64],
) -> NDArray[np.float64]:
    scores = np.zeros(len(norm))
    for word in analyser.words(query):
        scores += _of_clause(analyser.alternatives(word.text), postings, weights, norm)
        if PART in weights:
            for ways in analyser.part_alternatives(word.text):
                scores += OF_A_PART * _of_clause(ways, postings, weights, norm)
    return scores


def _of_clause(
    ways: Iterable[Alternative],
    postings: Postings,
    weights: Mapping[TermKind, float],
    norm: NDArray[np.float64],
) -> NDArray[np.float64]:
    frequency = np.zeros(len(norm))
    holding = 0
    for way in ways:
        found = postings.get((way.kind, way.terms[0]))
        if found is None or way.kind not in weights:
            continue
        frequency[found[0]] += weights[way.kind] * found[1]
        if way.kind is not PART:
            # A word is as rare as its widest form: that of both standards.
            holding = max(holding, len(found[0]))
    holding = holding or int(np.count_nonzero(frequency))
    idf = math.log(1 + (len(norm) - holding + 0.5) / (holding + 0.5))
    return np.asarray(idf * frequency * (K1 + 1) / (frequency + norm))


def _reciprocal_rank(scores: NDArray[np.float64], documents: Sequence[Mapping[str, str]], answers: set[str]) -> float:
    best = np.argsort(-scores, kind="stable")[:10]
    ranks = (rank for rank, number in enumerate(best, 1) if scores[number] > 0 and documents[number]["id"] in answers)
    return 1 / next(ranks, math.inf)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
