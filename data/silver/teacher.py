"""Finds names in running text: a neural tagger that teaches the small chain of models/entities.

Learns running German text by guessing masked words, then the annotated names (several learners, whose mean decides), then labels
the running text. It needs PyTorch and a graphics card (ten minutes on an H200) and is no part of the library: what it found lies
beside it as names.tsv.gz, from where it stood (offsets, no text).

  teacher.py DATA OUT SECONDS [--tiny]    learns for SECONDS and writes OUT/labels-*.xz
  table.py DATA OUT COUNT names.tsv.gz    writes the names of COUNT sentences

DATA holds text-*.xz (the running text, one sentence a line, in several parts), germeval-, smartdata- and articles-*train*.jsonl and
*dev*.jsonl as the corpora have them, facts-dev.jsonl (whose ids are left out) and lists/*.tsv (data/gazetteers).
"""
import collections, contextlib, glob, json, multiprocessing as mp, os, random, subprocess, sys, time, zlib
import lzma
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
from network import Muon, Tables, Teacher
from text import CLASSES, LINE, MASK, NGRAMS, PAD, describe, names, read_chunk, read_gold, read_lists, shape

START = time.time()
SEEDS, SECONDS = 4, 85  # learners of names, and how long each of them learns


def half(device):
    return torch.autocast("cuda", torch.bfloat16) if device == "cuda" else contextlib.nullcontext()


def log(*a):
    print(f"[{time.time() - START:6.1f}]", *a, flush=True)


def prepare(data, out, tiny):
    chunks = sorted(glob.glob(data + "/text-*.xz"))
    if tiny:
        chunks = chunks[:1]
    with mp.Pool(min(16, os.cpu_count())) as pool:
        parts = pool.map(read_chunk, chunks, 1)
    log("read", len(chunks), "chunks")
    total = collections.Counter()
    for vocab, _, counts in parts:
        for w, c in zip(vocab, counts.tolist()):
            total[w] += c
    skip = {json.loads(l)["id"] for l in open(data + "/facts-dev.jsonl")}
    gold, dev = [], []
    for d, name in enumerate(("germeval", "smartdata", "articles")):
        for path in sorted(glob.glob(f"{data}/{name}-train*.jsonl")):
            gold += read_gold(path, d, skip)
        for path in sorted(glob.glob(f"{data}/{name}-dev*.jsonl")):
            dev.append((os.path.basename(path), read_gold(path, d)))
    if tiny:
        gold = gold[:300] + gold[-100:]
        dev = [(n, g[:50]) for n, g in dev]
    seen = {w for g in gold for w in g[1]}
    more = {w for _, s in dev for g in s for w in g[1]} | seen
    words = ["<mask>", "<pad>", "<line>"] + [w for w, c in total.most_common()] + sorted(w for w in more if w not in total)
    index = {w: i for i, w in enumerate(words)}
    counts = np.array([0, 0, 0] + [total[w] for w in words[3:]], np.int64)
    word = np.where((counts >= 8) | np.array([w in seen and total[w] >= 3 for w in words]), 1, 0)
    word[:3] = 1
    word = np.where(word > 0, np.cumsum(word) + (np.cumsum(word) > 3), 0)  # 1, 2, 3 special, then 5...
    word = np.where(word == 0, 4, word) - 1  # 0 mask, 1 pad, 2 line, 3 unknown, 4... known
    rare = 50_000 if not tiny else 2_000
    ends = np.array([zlib.crc32((w[-3:] + str(shape(w)[:8])).encode()) % 2000 for w in words])
    label = np.where(np.arange(len(words)) < rare, np.arange(len(words)), rare + ends)
    step = -(-len(words) // 64)
    with mp.Pool(min(16, os.cpu_count())) as pool:
        described = pool.map(describe, [words[i : i + step] for i in range(3, len(words), step)], 1)
    grams = np.concatenate([np.zeros((3, NGRAMS), np.int32)] + [d[0] for d in described])
    shapes = np.concatenate([np.zeros((3, 16), np.uint8)] + [d[1] for d in described])
    bits, n = read_lists(data + "/lists")
    listed = np.zeros((len(words), n), np.uint8)
    for w, b in bits.items():
        i = index.get(w)
        if i is not None:
            for k in range(n):
                if b >> k & 1:
                    listed[i, k] = 1
    stream = []
    for vocab, ids, _ in parts:
        local = np.array([index[w] for w in vocab] + [LINE], np.int32)
        stream.append(local[ids])  # -1 is the last one
    z = dict(word=word.astype(np.int32), grams=grams, flags=np.concatenate([shapes, listed], 1), label=label.astype(np.int32))
    sizes = dict(words=int(word.max()) + 1, flags=16 + n, outputs=rare + 2000)
    gold = [(d, np.array([index[w] for w in ws], np.int32), np.array(y, np.int64)) for d, ws, y, _, _ in gold]
    dev = [(name, [(d, np.array([index[w] for w in ws], np.int32), np.array(y, np.int64)) for d, ws, y, _, _ in s]) for name, s in dev]
    log("types", len(words), "tokens", sum(map(len, stream)), sizes, "pieces", len(gold), [(n, len(s)) for n, s in dev])
    np.savez(out + "/tables.npz", **z)
    torch.save((sizes, gold, dev), out + "/gold.pt")
    return z, sizes, stream


def build(sizes, tiny):
    return Teacher(sizes["words"], sizes["flags"], sizes["outputs"], *((64, 2, 2) if tiny else (512, 8, 8)))


def pretrain(model, tables, stream, seconds, device, tiny):
    ids = torch.from_numpy(np.concatenate(stream)).to(device)
    b, t = (512, 128) if not tiny else (8, 64)
    matrices = [p for p in model.blocks.parameters()]
    own = {id(p) for p in matrices}
    muon = Muon(matrices, 0.02)
    rest = [p for n, p in model.named_parameters() if id(p) not in own and not n.startswith(("head", "domain"))]
    adam = torch.optim.Adam(rest, lr=3e-3, betas=(0.9, 0.95), **({"fused": True} if device == "cuda" else {}))
    if device == "cuda":
        for block in model.blocks:
            block.compile()
    window = torch.arange(t, device=device)
    begin, step, n = time.time(), 0, int(0.18 * b * t)
    while True:
        progress = (time.time() - begin) / seconds
        if progress >= 1 or tiny and step >= 20:
            break
        scale = min(1, (step + 1) / 150) * min(1, (1 - progress) / 0.45 + 0.01)
        for g in adam.param_groups:
            g["lr"] = 3e-3 * scale
        x = ids[torch.randint(0, len(ids) - t, (b, 1), device=device) + window].long()
        at = torch.randperm(b * t, device=device)[:n]
        y = tables.label[x.view(-1)[at]]
        flat = x.view(-1).clone()
        flat[at[: int(0.9 * n)]] = MASK
        x = flat.view(b, t)
        with half(device):
            w, g, f = tables(x, torch.float32, drop=0.05)
            h = model.body(w, g, f).view(b * t, -1)[at]
            loss = F.cross_entropy(model.guess(h).float(), y)
        loss.backward()
        muon.step(scale)
        adam.step()
        adam.zero_grad(set_to_none=True)
        if step % 200 == 0:
            log("step", step, "loss", round(loss.item(), 3), "tokens/s", int(step * b * t / (time.time() - begin + 1e-9)))
        step += 1
    log("learned text in", step, "steps")


def batches(pieces, budget, rng):
    order = sorted(range(len(pieces)), key=lambda i: len(pieces[i][1]) + (rng.random() * 6 if rng else 0))
    out, cur = [], []
    for i in order:
        if cur and (len(cur) + 1) * len(pieces[i][1]) > budget:
            out.append(cur)
            cur = []
        cur.append(i)
    if cur:
        out.append(cur)
    if rng:
        rng.shuffle(out)
    return out


def pad(pieces, device):
    t = -(-max(len(p[1]) for p in pieces) // 16) * 16
    x = np.full((len(pieces), t), PAD, np.int64)
    y = np.full((len(pieces), t), -1, np.int64)
    for i, p in enumerate(pieces):
        x[i, : len(p[1])] = p[1]
        if len(p) > 2:
            y[i, : len(p[1])] = p[2]
    d = torch.tensor([p[0] for p in pieces])
    return torch.from_numpy(x).to(device, non_blocking=True), torch.from_numpy(y).to(device, non_blocking=True), d.to(device)


def scores(model, tables, x, d, p=0.0, drop=0.0):
    w, g, f = tables(x, torch.float32, drop)
    mask = (x != PAD)[:, None, None, :]
    h = model.body(w, g, f, d, mask, p)
    return model.head(F.dropout(h, p * 2, model.training)).float()


ALLOWED = torch.zeros(CLASSES, CLASSES)
for _a in range(CLASSES):
    for _b in range(2, CLASSES, 2):
        if _a not in (_b, _b - 1):
            ALLOWED[_a, _b] = -1e4


def decode(logp, length):
    """Best class sequences under BIO; a step for each token, all sentences at once. Rows shorter than the widest continue as O."""
    b, t, c = logp.shape
    allowed = ALLOWED.to(logp.device)
    keep = torch.arange(t, device=logp.device)[None, :] < length[:, None]
    o = torch.full((c,), -1e4, device=logp.device)
    o[0] = 0
    logp = torch.where(keep[..., None], logp, o)
    best = logp[:, 0] + allowed[0]
    back = []
    for i in range(1, t):
        v, a = (best[:, :, None] + allowed).max(1)
        best = v + logp[:, i]
        back.append(a)
    tag = best.argmax(-1)
    out = [tag]
    for a in reversed(back):
        tag = a.gather(1, tag[:, None])[:, 0]
        out.append(tag)
    return torch.stack(out[::-1], 1)


@torch.no_grad()
def measure(models, tables, dev, device):
    for name, pieces in dev:
        hit, found, gold = collections.Counter(), collections.Counter(), collections.Counter()
        for batch in batches(pieces, 16000, None):
            x, _, d = pad([pieces[i] for i in batch], device)
            with half(device):
                p = sum(scores(m, tables, x, d).softmax(-1) for m in models) / len(models)
            tags = decode(p.clamp(min=1e-9).log(), (x != PAD).sum(1)).cpu().numpy()
            for row, i in zip(tags, batch):
                n = len(pieces[i][1])
                a = {s for s in names(row[:n].tolist()) if s[2] <= 8}
                g = {s for s in names(pieces[i][2].tolist()) if s[2] <= 8}
                if "smartdata" in name:
                    a = {s for s in a if s[2] < 7}
                for s in a:
                    found[s[2]] += 1
                    found[0] += 1
                for s in g:
                    gold[s[2]] += 1
                    gold[0] += 1
                for s in a & g:
                    hit[s[2]] += 1
                    hit[0] += 1
        f = lambda k: round(200 * hit[k] / max(1, found[k] + gold[k]), 1)
        log(
            name,
            "F1",
            f(0),
            "person",
            f(1),
            "org",
            f(3),
            "loc",
            f(5),
            "misc",
            f(7),
            "P",
            round(100 * hit[0] / max(1, found[0]), 1),
            "R",
            round(100 * hit[0] / max(1, gold[0]), 1),
        )


def finetune(out, seed, seconds, device, tiny):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    sizes, gold, dev = torch.load(out + "/gold.pt", **({"weights_only": False} if device == "cuda" else {}))
    tables = Tables(np.load(out + "/tables.npz"), device)
    model = build(sizes, tiny).to(device)
    model.load_state_dict(torch.load(out + "/text.pt"))
    model.train()
    params = [p for n, p in model.named_parameters() if not n.startswith("guess")]
    opt = torch.optim.AdamW(params, lr=4e-4, betas=(0.9, 0.98), weight_decay=0.01, **({"fused": True} if device == "cuda" else {}))
    begin, step, epoch, epochs = time.time(), 0, 0, 9
    plan = batches(gold, 3000, rng)
    progress = 0
    while progress < 1:
        for i, batch in enumerate(plan):
            progress = max((time.time() - begin) / seconds, (epoch + i / len(plan)) / epochs)
            if progress >= 1 or tiny and step > 10:
                progress = 1
                break
            for g in opt.param_groups:
                g["lr"] = 4e-4 * min(1, (step + 1) / 200) * (1 - progress)
            x, y, d = pad([gold[j] for j in batch], device)
            with half(device):
                s = scores(model, tables, x, d, 0.1, 0.08)
            loss = F.cross_entropy(s.view(-1, CLASSES), y.view(-1), ignore_index=-1, label_smoothing=0.03)
            loss.backward()
            nn.utils.clip_grad_norm_(params, 1.0)
            opt.step()
            opt.zero_grad(set_to_none=True)
            step += 1
        epoch += 1
        plan = batches(gold, 3000, rng)
    log("seed", seed, "steps", step, "epochs", epoch, "loss", round(loss.item(), 4))
    model.eval()
    measure([model], tables, dev, device)
    torch.save(model.state_dict(), f"{out}/names-{seed}.pt")


@torch.no_grad()
def label(models, tables, parts, out, device):
    """A byte for each token: class times 8 and how sure (7 is surest)."""
    steps = torch.tensor([0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99], device=device)
    for part, ids in enumerate(parts):
        result = np.zeros(len(ids), np.uint8)
        ends = np.flatnonzero(ids == LINE)
        starts = np.concatenate([[0], ends[:-1] + 1])
        at, n = [], []
        for s, e in zip(starts.tolist(), ends.tolist()):
            while e - s > 120:
                at.append(s)
                n.append(112)
                s += 112
            if e > s:
                at.append(s)
                n.append(e - s)
        at, n = np.array(at), np.array(n)
        order = np.argsort(n, kind="stable")
        i = 0
        while i < len(order):
            width = int(n[order[min(i + 400, len(order) - 1)]])
            size = max(1, 49152 // max(16, width + 8))
            rows = order[i : i + size]
            i += size
            t = -(-int(n[rows].max()) // 8) * 8
            grid = at[rows][:, None] + np.arange(t)
            inside = np.arange(t) < n[rows][:, None]
            x = torch.from_numpy(np.where(inside, ids[np.minimum(grid, len(ids) - 1)], PAD).astype(np.int64)).to(device)
            with half(device):
                p = sum(scores(m, tables, x, torch.zeros(len(rows), dtype=torch.long, device=device)).softmax(-1) for m in models) / len(
                    models
                )
            tag = decode(p.clamp(min=1e-9).log(), (x != PAD).sum(1))
            sure = torch.bucketize(p.gather(2, tag[..., None])[..., 0].contiguous(), steps)
            code = (tag * 8 + sure).to(torch.uint8).cpu().numpy()
            result[grid[inside]] = code[inside]
        with lzma.open(f"{out}/labels-{part:02}.xz", "wb", preset=2) as f:
            f.write(result.tobytes())
        log("labelled", part, len(ids), "names", int(((result // 8) % 2 == 1).sum()))


def main():
    data, out, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
    tiny = "--tiny" in sys.argv
    device = "cuda" if torch.cuda.is_available() else "cpu"
    work = os.path.join(out, "work")
    os.makedirs(work, exist_ok=True)
    if device == "cuda":
        torch.set_float32_matmul_precision("high")
    if "--seed" in sys.argv:
        return finetune(work, int(sys.argv[-2]), float(sys.argv[-1]), device, tiny)
    z, sizes, stream = prepare(data, work, tiny)
    torch.manual_seed(1)
    model = build(sizes, tiny).to(device)
    tables = Tables(z, device)
    pretrain(model, tables, stream, seconds, device, tiny)
    torch.save(model.state_dict(), work + "/text.pt")
    del model
    if device == "cuda":
        torch.cuda.empty_cache()
    runs = [
        subprocess.Popen([sys.executable, __file__, data, out, "0"] + (["--tiny"] if tiny else []) + ["--seed", str(s), str(SECONDS)])
        for s in range(SEEDS if not tiny else 2)
    ]
    for r in runs:
        r.wait()
    models = []
    for path in sorted(glob.glob(work + "/names-*.pt")):
        m = build(sizes, tiny).to(device)
        m.load_state_dict(torch.load(path))
        m.eval()
        models.append(m)
    log("mean of", len(models))
    _, _, dev = torch.load(work + "/gold.pt", **({"weights_only": False} if device == "cuda" else {}))
    measure(models, tables, dev, device)
    label(models, tables, [s[:20000] for s in stream] if tiny else stream, out, device)
    log("done")


if __name__ == "__main__":
    main()
