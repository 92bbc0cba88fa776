"""The network of teacher.py: words, groups of letters, shapes and lists in; guesses of words, and classes of names, out."""
import collections, math
import torch, torch.nn as nn, torch.nn.functional as F
from text import BUCKETS, CLASSES


def norm(x):
    return x * torch.rsqrt(x.float().pow(2).mean(-1, keepdim=True) + 1e-6).to(x.dtype)


class Block(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.h = heads
        self.qkv = nn.Linear(d, 3 * d, bias=False)
        self.out = nn.Linear(d, d, bias=False)
        self.up = nn.Linear(d, 4 * d, bias=False)
        self.down = nn.Linear(4 * d, d, bias=False)
        for m in (self.qkv, self.up):
            nn.init.normal_(m.weight, std=d**-0.5 * 0.6)
        for m in (self.out, self.down):
            nn.init.zeros_(m.weight)

    def forward(self, x, cos, sin, mask, p):
        b, t, d = x.shape
        q, k, v = self.qkv(norm(x)).view(b, t, 3, self.h, d // self.h).permute(2, 0, 3, 1, 4).unbind(0)
        q, k = rotate(norm(q), cos, sin), rotate(norm(k), cos, sin)
        a = attend(q, k, v, mask)
        x = x + F.dropout(self.out(a.transpose(1, 2).reshape(b, t, d)), p, self.training)
        return x + F.dropout(self.down(F.relu(self.up(norm(x))).square()), p, self.training)


def rotate(x, cos, sin):
    a, b = x.chunk(2, -1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), -1)


def attend(q, k, v, mask):
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
    s = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    if mask is not None:
        s = s.masked_fill(~mask, -1e9)
    return s.softmax(-1) @ v


class Teacher(nn.Module):
    def __init__(self, words, flags, outputs, d, layers, heads):
        super().__init__()
        self.d, self.hd = d, d // heads
        self.word = nn.Embedding(words, d)
        self.gram = nn.Embedding(BUCKETS, d // 4)
        self.pieces = nn.Linear(d // 4, d, bias=False)
        self.flags = nn.Linear(flags, d, bias=False)
        self.domain = nn.Embedding(4, d)
        self.blocks = nn.ModuleList(Block(d, heads) for _ in range(layers))
        self.guess = nn.Linear(d, outputs)
        self.head = nn.Linear(d, CLASSES)
        nn.init.normal_(self.word.weight, std=0.5)
        nn.init.normal_(self.gram.weight, std=0.5)
        nn.init.zeros_(self.domain.weight)
        nn.init.normal_(self.guess.weight, std=0.02)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)

    def body(self, word, gram, flag, domain=None, mask=None, p=0.0):
        g = self.gram(gram)
        w = (gram > 0).unsqueeze(-1)
        g = (g * w).sum(-2) / w.sum(-2).clamp(min=1).to(g.dtype).sqrt()
        x = norm(self.word(word) + self.pieces(g) + self.flags(flag))
        if domain is not None:
            x = x + self.domain(domain).unsqueeze(1)
        x = F.dropout(x, p, self.training)
        t = word.shape[1]
        angle = torch.arange(t, device=x.device)[:, None] * (1 / 1000 ** torch.linspace(0, 1, self.hd // 2, device=x.device))
        cos, sin = angle.cos().to(x.dtype), angle.sin().to(x.dtype)
        if torch.is_autocast_enabled():
            x, cos, sin = x.bfloat16(), cos.bfloat16(), sin.bfloat16()
        for b in self.blocks:
            x = b(x, cos, sin, mask, p)
        return norm(x)


class Muon:
    """Momentum, made orthogonal by Newton-Schulz, for the matrices of the blocks."""

    def __init__(self, params, lr):
        self.lr = lr
        groups = collections.defaultdict(list)
        for p in params:
            groups[p.shape].append(p)
        self.groups = [(ps, torch.zeros(len(ps), *s, device=ps[0].device)) for s, ps in groups.items()]

    @torch.no_grad()
    def step(self, scale):
        for ps, buf in self.groups:
            g = torch.stack([p.grad for p in ps])
            buf.mul_(0.95).add_(g)
            x = g.add(buf, alpha=0.95)
            tall = x.shape[1] > x.shape[2]
            x = x.bfloat16() if x.is_cuda else x
            if tall:
                x = x.transpose(1, 2)
            x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
            for _ in range(5):
                a = x @ x.transpose(1, 2)
                x = 3.4445 * x + (-4.7750 * a + 2.0315 * (a @ a)) @ x
            if tall:
                x = x.transpose(1, 2)
            r = max(1, ps[0].shape[0] / ps[0].shape[1]) ** 0.5
            for p, u in zip(ps, x):
                p.mul_(1 - self.lr * scale * 0.01)
                p.add_(u.to(p.dtype), alpha=-self.lr * scale * r)
                p.grad = None


class Tables:
    """What is known of each type, on the device."""

    def __init__(self, z, device):
        self.word = torch.from_numpy(z["word"]).long().to(device)
        self.gram = torch.from_numpy(z["grams"]).int().to(device)
        self.flag = torch.from_numpy(z["flags"]).to(device)
        self.label = torch.from_numpy(z["label"]).long().to(device)

    def __call__(self, t, dtype, drop=0.0):
        w = self.word[t]
        if drop:
            w = torch.where(torch.rand(w.shape, device=w.device) < drop, torch.full_like(w, 3), w)
        return w, self.gram[t], self.flag[t].to(dtype)
