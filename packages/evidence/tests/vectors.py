"""Writes vectors/*.json: RFC 9162 proofs made and broken by a second, recursive implementation (E-T2).
Shape: {leafIdx, treeSize, root, leafHash, proof, desc, wantErr} and {size1, size2, root1, root2, proof, desc, wantErr}."""
import base64, hashlib, json, pathlib

H = lambda b: hashlib.sha256(b).digest()
LEAVES = [b"", b"\x00", b"\x10", b" !", b"01", b"@ABC", b"PQRSTUVW", b"`abcdefghijklmno"]
LEAVES += [("leaf %d" % i).encode() for i in range(8, 70)]
leaf = lambda b: H(b"\x00" + b)
node = lambda a, b: H(b"\x01" + a + b)

def k_of(n):
    return 1 << ((n - 1).bit_length() - 1)

def mth(d):
    if not d: return H(b"")
    if len(d) == 1: return leaf(d[0])
    k = k_of(len(d))
    return node(mth(d[:k]), mth(d[k:]))

def path(m, d):
    if len(d) == 1: return []
    k = k_of(len(d))
    return path(m, d[:k]) + [mth(d[k:])] if m < k else path(m - k, d[k:]) + [mth(d[:k])]

def sub(m, d, b):
    if m == len(d): return [] if b else [mth(d)]
    k = k_of(len(d))
    return sub(m, d[:k], b) + [mth(d[k:])] if m <= k else sub(m - k, d[k:], False) + [mth(d[:k])]

b64 = lambda b: base64.b64encode(b).decode()
junk = H(b"junk")
flip = lambda b, bit: bytes(x ^ (1 << (bit % 8)) if i == bit // 8 else x for i, x in enumerate(b))

def proofs_broken(p, roots):
    yield "empty proof", [] if p else None
    yield "truncated proof", p[:-1] if p else None
    yield "preceding garbage", [junk] + p
    yield "trailing garbage", p + [junk]
    for i, r in enumerate(roots):
        yield "preceding root%d" % (i + 1), [r] + p
        yield "trailing root%d" % (i + 1), p + [r]
    for i in range(len(p)):
        yield "modified proof[%d] bit 4" % i, p[:i] + [flip(p[i], 4)] + p[i + 1:]
        yield "short proof[%d]" % i, p[:i] + [p[i][:31]] + p[i + 1:]
    if len(p) > 1: yield "reversed proof", p[::-1] if p[::-1] != p else None

def inclusion():
    out = []
    def add(i, n, r, l, p, desc, err):
        out.append(dict(leafIdx=i, treeSize=n, root=b64(r), leafHash=b64(l), proof=[b64(x) for x in p], desc=desc, wantErr=err))
    for i, n in [(0, 1), (0, 2), (1, 2), (0, 8), (5, 8), (2, 3), (1, 5), (4, 5), (6, 7), (32, 33), (17, 64), (64, 65), (41, 70)]:
        d = LEAVES[:n]; r, l, p = mth(d), leaf(d[i]), path(i, d)
        add(i, n, r, l, p, "happy path", False)
        for desc, q in proofs_broken(p, [r]):
            if q is not None: add(i, n, r, l, q, desc, True)
        add(i, n, r, leaf(b"wrong"), p, "wrong leaf", True)
        add(i, n, b"", l, p, "empty root", True)
        add(i, n, junk, l, p, "random root", True)
        add(i, n, r, l[:16], p, "short leaf", True)
        for desc, j, m in [("leafIdx - 1", i - 1, n), ("leafIdx + 1", i + 1, n), ("leafIdx ^ 2", i ^ 2, n), ("treeSize * 2", i, n * 2), ("treeSize / 2", i, n // 2)]:
            # A different size may lead along the very same path; such a claim is true of that shape and is left out.
            same = 0 <= j < m and shape(j, m) == shape(i, n)
            if not same: add(j, m, r, l, p, desc, True)
    return out

def shape(i, n):
    steps, sn = [], n - 1
    while sn:
        steps.append("L" if i % 2 or i == sn else "R")
        if steps[-1] == "L":
            while i % 2 == 0 and i: i >>= 1; sn >>= 1
        i >>= 1; sn >>= 1
    return steps

def consistency():
    out = []
    def add(a, b, r1, r2, p, desc, err):
        out.append(dict(size1=a, size2=b, root1=b64(r1), root2=b64(r2), proof=[b64(x) for x in p], desc=desc, wantErr=err))
    for a, b in [(1, 1), (1, 8), (6, 8), (2, 5), (6, 7), (7, 7), (3, 4), (4, 8), (32, 33), (31, 70), (64, 65), (1, 70)]:
        d = LEAVES[:b]; r1, r2, p = mth(d[:a]), mth(d), sub(a, d, True)
        add(a, b, r1, r2, p, "happy path", False)
        for desc, q in proofs_broken(p, [r1, r2]):
            if q is not None: add(a, b, r1, r2, q, desc, True)
        if a != b: add(a, b, r2, r1, p, "swapped roots", True)
        add(a, b, junk, r2, p, "wrong root1", True)
        add(a, b, r1, junk, p, "wrong root2", True)
        add(a, b, r1[:12], r2, p, "short root1", True)
        for desc, x, y in [("size1 - 1", a - 1, b), ("size1 + 1", a + 1, b), ("size1 ^ 2", a ^ 2, b), ("size2 * 2", a, b * 2), ("size2 / 2", a, b // 2), ("size1 zero", 0, b)]:
            if (x, y) != (a, b) and not (0 < x <= y and sub_shape(x, y) == sub_shape(a, b)): add(x, y, r1, r2, p, desc, True)
    return out

def sub_shape(a, b):
    fn, sn, out = a - 1, b - 1, [a & (a - 1) == 0]
    while fn % 2: fn >>= 1; sn >>= 1
    while sn:
        out.append("L" if fn % 2 or fn == sn else "R")
        if out[-1] == "L":
            while fn % 2 == 0 and fn: fn >>= 1; sn >>= 1
        fn >>= 1; sn >>= 1
    return out

here = pathlib.Path(__file__).parent / "vectors"
# The root of the eight classic Certificate Transparency leaves, known to every implementation.
assert mth(LEAVES[:8]).hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
for name, rows in [("inclusion", inclusion()), ("consistency", consistency())]:
    (here / (name + ".json")).write_text("[\n" + ",\n".join(json.dumps(r) for r in rows) + "\n]\n")
    print(name, len(rows), sum(r["wantErr"] for r in rows), "broken")
