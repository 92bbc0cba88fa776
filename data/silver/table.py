"""Writes names.tsv.gz from what teacher.py found: which sentences, and where the names stand. See teacher.py for the arguments."""
import gzip, lzma, random, sys
from text import has_pairs, names, spans

HEAD = """\
# Names in sentences of German Wikipedia, found by a neural tagger (teacher.py beside this file) that had learned from GermEval 2014, SmartData and data/articles.
# line: number from 0 in unlabelled/wikipedia-de.txt.gz. names: start+length, then p(erson), o(rganization), l(ocation) or m(iscellaneous); d behind it: derived word, c: compound with such a name.
# Source: German Wikipedia (CC BY-SA), of which this file holds no text. Licence: MIT.
line\tnames
"""
PARTS = 4  # of the running text are Wikipedia; the rest are speeches
SHORTEST, LONGEST = 5, 60  # tokens
WITHOUT_NAMES = 0.25  # share that is kept of the sentences without any


def read(data, out):
    """Line number, text, token spans and codes (eight times the class, and how sure) of each line."""
    number = 0
    for part in range(PARTS):
        codes = lzma.open(f"{out}/labels-{part:02}.xz").read()
        at = 0
        lines = lzma.open(f"{data}/text-{part:02}.xz", "rt", encoding="utf-8", newline="\n").read().split("\n")
        for i, line in enumerate(lines):
            tokens = spans(line)
            yield number + i, line, tokens, codes[at : at + len(tokens)]
            at += len(tokens) + 1
        number += len(lines) - 1  # each part ends with a line break


def write(data, out, count, table):
    rng = random.Random(1)
    fitting = []
    for line, text, tokens, codes in read(data, out):
        if not SHORTEST <= len(tokens) <= LONGEST or has_pairs(text):
            continue
        if not any(code >> 3 for code in codes) and rng.random() > WITHOUT_NAMES:
            continue
        fitting.append((rng.random(), line, tokens, codes))
    fitting.sort(key=lambda f: f[0])
    with open(table, "wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        packed.write(HEAD.encode())
        for _, line, tokens, codes in sorted(fitting[:count], key=lambda f: f[1]):
            found = (
                f"{tokens[s][0]}+{tokens[e - 1][1] - tokens[s][0]}{'polm'[c // 2 % 4]}{('', 'd', 'c')[c // 8]}"
                for s, e, c in names([code >> 3 for code in codes])
            )
            packed.write(f"{line}\t{' '.join(found)}\n".encode())


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
