"""Running text and annotated documents as numbers, for teacher.py."""
import collections, glob, json, lzma, re, zlib
import numpy as np

TOKEN, DIGIT = re.compile(r"\w+|[^\w\s]"), re.compile(r"\d")
NGRAMS, BUCKETS, MASK, PAD, LINE = 16, 300_000, 0, 1, 2  # the first three types are special
TYPES = ["person", "organization", "location", "miscellaneous"]
CLASSES = 1 + 2 * 3 * 4  # O, then B and I of 4 types x (full, derived, part)


def read_chunk(path):
    """Local ids of all tokens (line ends are -1) with the local vocabulary and its counts."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as f:
        lines = f.read().split("\n")
    vocab, ids = {}, []
    for line in lines:
        for w in TOKEN.findall(DIGIT.sub("0", line)):
            ids.append(vocab.setdefault(w, len(vocab)))
        ids.append(-1)
    ids = np.array(ids, np.int32)
    return list(vocab), ids, np.bincount(ids[ids >= 0], minlength=len(vocab))


def ngrams(word):
    w = word.lower()
    e = "<" + w + ">"
    n = len(e)
    out = ["=" + w]
    for k in (2, 3, 4, 6):
        if n > k:
            out.append("^" + e[:k])
    for k in (2, 3, 4, 5, 6, 8):
        if n > k:
            out.append("$" + e[-k:])
    inner = [e[i : i + 4] for i in range(1, n - 4)]
    room = NGRAMS - len(out)
    if len(inner) > room:
        inner = [inner[i * len(inner) // room] for i in range(room)]
    return [zlib.crc32(g.encode()) % (BUCKETS - 1) + 1 for g in out + inner]


def shape(w):
    up = sum(c.isupper() for c in w)
    n = len(w)
    f = [
        w[0].isupper(),
        w.isupper() and n > 1,
        w[0].islower(),
        w[0] == "0",
        any(c == "0" for c in w),
        not w[0].isalnum(),
        w[0].islower() and up > 0,
        w[0].isupper() and 1 < up < n,
        n == 1,
        n == 2,
        n == 3,
        n in (4, 5),
        6 <= n <= 8,
        9 <= n <= 12,
        n > 12,
        not w.isascii(),
    ]
    return f


def describe(words):
    grams = np.zeros((len(words), NGRAMS), np.int32)
    shapes = np.zeros((len(words), 16), np.uint8)
    for i, w in enumerate(words):
        g = ngrams(w)
        grams[i, : len(g)] = g
        shapes[i] = shape(w)
    return grams, shapes


def read_lists(folder):
    """word -> bits of the lists that hold it alone (even) or in a longer name (odd)."""
    bits = collections.defaultdict(int)
    names = sorted(glob.glob(folder + "/*.tsv"))
    for b, path in enumerate(names):
        for line in open(path, encoding="utf-8"):
            if line.startswith("#") or not line.strip():
                continue
            for field in line.rstrip("\n").split("\t"):
                if not field or field[0].isdigit() or len(field) > 60:
                    continue
                for name in field.split("|"):
                    ws = TOKEN.findall(DIGIT.sub("0", name))
                    for w in ws:
                        if len(w) > 1 and w[0].isupper():
                            bits[w] |= 1 << (2 * b + (len(ws) > 1))
    return bits, 2 * len(names)


def spans(text):
    flat = DIGIT.sub("0", text)
    return [(m.start(), m.end(), m.group()) for m in TOKEN.finditer(flat)]


def has_pairs(text):
    """Whether its UTF-16 units, which offsets count, are more than its characters."""
    return any(ord(c) > 0xFFFF for c in text)


def names(classes):
    """First token, token behind and first class of each name in a sequence of classes."""
    start = None
    for i, c in enumerate([*classes, 0]):
        if start is not None and c != classes[start] + 1:
            yield start, i, classes[start]
            start = None
        if c % 2 == 1:
            start = i


def read_gold(path, domain, skip=frozenset()):
    """Sentences or pieces of articles: words, classes, (start, end) of each token."""
    out = []
    for line in open(path, encoding="utf-8"):
        r = json.loads(line)
        if r.get("id") in skip:
            continue
        text = r["text"]
        if has_pairs(text):
            continue
        toks = spans(text)
        y = [0] * len(toks)
        for variant, field in enumerate(("mentions", "derived", "parts")):
            for m in r.get(field) or []:
                c, first = 1 + 2 * (variant * 4 + TYPES.index(m["type"])), True
                for i, (s, e, _) in enumerate(toks):
                    if s < m["end"] and e > m["start"] and (y[i] == 0 or variant == 0):
                        y[i] = c if first else c + 1
                        first = False
        # pieces of at most 120 tokens, broken behind a line end or a full stop
        at = 0
        while at < len(toks):
            end = min(len(toks), at + 120)
            if end < len(toks):
                best = max(
                    (
                        i + 1
                        for i in range(at + 20, end)
                        if y[i + 1] % 2 == 1 or y[i + 1] == 0
                        if toks[i][2] in ".!?" or "\n" in text[toks[i][1] : toks[i + 1][0]]
                    ),
                    default=end,
                )
                end = best
            out.append((domain, [t[2] for t in toks[at:end]], y[at:end], r.get("id"), [(t[0], t[1]) for t in toks[at:end]]))
            at = end
    return out
