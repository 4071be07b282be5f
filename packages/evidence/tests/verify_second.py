"""A second verifier of bundles (E-T6): written from docs/spec/evidence.md alone, shares nothing with the first.
python3 verify_second.py keys.json bundle.zip …  prints one verdict a line: valid, invalid, incomplete or unreadable."""
import base64, hashlib, json, struct, sys, zipfile

sha = lambda b: hashlib.sha256(b).digest()
b64 = lambda s: base64.b64decode(s, validate=True)
jcs = lambda v: json.dumps(v, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

# Ed25519 (RFC 8032) with extended coordinates; slow and plain on purpose.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)

def point(s):
    y = int.from_bytes(s, "little"); sign = y >> 255; y &= (1 << 255) - 1
    if y >= P: return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P: x = x * I % P
    if (x * x - x2) % P or (x == 0 and sign): return None
    if x % 2 != sign: x = P - x
    return (x, y, 1, x * y % P)

def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P; b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P; d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)

def times(n, p):
    r = (0, 1, 1, 0)
    while n:
        if n & 1: r = add(r, p)
        p = add(p, p); n >>= 1
    return r

BY = 4 * pow(5, P - 2, P) % P
BASE = point(BY.to_bytes(32, "little"))

def signed(key, message, sig):
    a, r, s = point(key), point(sig[:32]), int.from_bytes(sig[32:], "little")
    if len(sig) != 64 or a is None or r is None or s >= L: return False
    h = int.from_bytes(hashlib.sha512(sig[:32] + key + message).digest(), "little") % L
    u, v = times(s, BASE), add(r, times(h, a))
    return (u[0] * v[2] - v[0] * u[2]) % P == 0 and (u[1] * v[2] - v[1] * u[2]) % P == 0

def root(hashes):
    if not hashes: return sha(b"")
    if len(hashes) == 1: return hashes[0]
    k = 1 << ((len(hashes) - 1).bit_length() - 1)
    return sha(b"\1" + root(hashes[:k]) + root(hashes[k:]))

def included(leaf, i, n, proof):
    """The root the proof leads to, or None (recursive form of RFC 9162 2.1.3)."""
    if n == 1: return leaf if not proof else None
    if not proof: return None
    k = 1 << ((n - 1).bit_length() - 1)
    if i < k:
        left = included(leaf, i, k, proof[:-1]); return left and sha(b"\1" + left + proof[-1])
    right = included(leaf, i - k, n - k, proof[:-1]); return right and sha(b"\1" + proof[-1] + right)

def consistent(m, n, proof, old, whole=True):
    """(old root, new root) the proof leads to, or None."""
    if m == n:
        if whole: return (old, old) if not proof else None
        return (proof[0], proof[0]) if len(proof) == 1 else None
    if not proof: return None
    k = 1 << ((n - 1).bit_length() - 1)
    if m <= k:
        r = consistent(m, k, proof[:-1], old, whole)
        return r and (r[0], sha(b"\1" + r[1] + proof[-1]))
    r = consistent(m - k, n - k, proof[:-1], old, False)
    return r and (sha(b"\1" + proof[-1] + r[0]), sha(b"\1" + proof[-1] + r[1]))

class Bad(Exception): pass

def need(ok):
    if not ok: raise Bad()

def strict(raw):
    value = json.loads(raw)
    need(jcs(value) == raw)
    return value

def rounded(x):
    return int((x + 0.5) // 1)

def checkpoint(text, keys):
    body, _, rest = text.partition("\n\n")
    origin, size, r = body.split("\n")
    need(str(int(size)) == size and len(b64(r)) == 32 and rest.endswith("\n"))
    for line in rest[:-1].split("\n"):
        dash, name, blob = line.split(" ")
        need(dash == "—")
        for k in keys:
            hint = sha((name + "\n").encode() + b"\1" + b64(k["key"]))[:4] == b64(blob)[:4]
            if name == origin and k["use"] == "log" and hint and signed(b64(k["key"]), (body + "\n").encode(), b64(blob)[4:]):
                return origin, int(size), b64(r)
    raise Bad()

def verdict(path, keys):
    try:
        z = zipfile.ZipFile(path)
        names = z.namelist()
        need(len(set(names)) == len(names))
        files = {name: z.read(name) for name in names}
    except Bad: return "unreadable"
    except Exception as e: return "invalid" if "CRC" in str(e) else "unreadable"
    try: return check(files, keys)
    except (Bad, KeyError, ValueError, TypeError, IndexError, AttributeError, struct.error): return "invalid"

def check(files, keys):
    inside = strict(files["keys.json"])
    need(len({k["id"] for k in inside}) == len(inside))
    for k in keys + inside:
        need(set(k) == {"id", "alg", "use", "key", "from_ms", "until_ms"} and k["alg"] == "Ed25519" and k["use"] in ("manifest", "log", "receipt"))
        need(sha(b64(k["key"])).hex()[:16] == k["id"] and isinstance(k["from_ms"], int) and (k["until_ms"] is None or k["until_ms"] >= 0))
    for k in inside:
        twin = next((t for t in keys if t["id"] == k["id"]), k)
        need(all(k[f] == twin[f] for f in ("use", "key", "from_ms")) and twin["until_ms"] in (None, k["until_ms"]))
    key = lambda i, use: next((b64(k["key"]) for k in keys if k["id"] == i and k["use"] == use), None)
    m = strict(files["manifest.json"]); sig = strict(files["manifest.sig.json"])
    mkey = key(m["key"], "manifest")
    need(mkey and sig["key"] == m["key"] and set(sig) == {"key", "sig"} and signed(mkey, files["manifest.json"], b64(sig["sig"])))
    raw = files["records.jsonl"]
    need(raw == b"" or raw.endswith(b"\n"))
    records = [strict(line) for line in raw.split(b"\n")[:-1]]
    place = [(r["meta"]["tid"], r["meta"]["epoch"], r["meta"]["seq"]) for r in records]
    need(place == sorted(set(place)))
    need(root([sha(b"\0" + jcs(r["meta"])) for r in records]).hex() == m["root"] and len(records) == m["leaves"])
    events = strict(files["events.json"])
    need(root([sha(b"\0" + jcs(e)) for e in events]).hex() == m["events_root"] and len(events) == m["events"])
    ends, shifts, used, kind_of = {}, [], {}, {}
    for r in records:
        h, t = b64(r["header"]), r["meta"]
        magic, ver, kind, flags, epoch, seq, wall, media, dur, size, track, form = struct.unpack(">4sBBHIIdddIHH", h[:48])
        mono = struct.unpack(">d", h[112:120])[0]
        need(magic == b"EXF1" and ver == 1 and len(h) == 128 and h[120:] == bytes(8) and kind < 5 and flags < 16)
        end = rounded(wall + dur * 1000)
        want = dict(v=1, sid=m["sid"], tid=t["tid"], n=t["n"], epoch=epoch, seq=seq, kind=kind, size=size, sha256=h[48:80].hex(), head=sha(h).hex(),
                    srv_ms=t["srv_ms"], cli_ms=rounded(wall), mono_ms=rounded(mono), late_ms=max(0, t["srv_ms"] - end))
        need(want == t and {"cam": 1, "screen": 2, "events": 3, "cam2": 4}[t["tid"]] == track)
        if kind == 1: shifts.append(t["srv_ms"] - end)
        r["span"] = (rounded(wall), rounded(wall) + rounded(dur * 1000)); kind_of[t["tid"], seq] = kind
        stem = "media/%s-%d." % (t["tid"], epoch)
        if size:
            av = kind < 2
            if av: ends.setdefault(stem, {1: "webm", 2: "webm", 3: "webm", 4: "mp4"}.get(form, "bin"))
            name = stem + (ends[stem] if av else "jsonl")
            at = used.get(name, 0)
            need((r["file"], r["at"]) == (name, at))
            body = files[name][at:at + size]
            need(len(body) == size and (av or files[name][at + size:at + size + 1] == b"\n"))
            used[name] = at + size + (0 if av else 1)
        else:
            body = b""; need((r["file"], r["at"]) == ("", 0))
        need(sha(body).hex() == t["sha256"])
    need({n: len(b) for n, b in files.items() if n.startswith("media/")} == used)
    fixed = {"README.txt", "manifest.json", "manifest.sig.json", "keys.json", "records.jsonl", "events.json"}
    log = {"log/entry.json", "log/checkpoint.txt", "log/heads.json"}
    need(fixed <= set(files) and set(files) - set(used) <= fixed | log)
    shift = min(shifts) if shifts else 0
    if 0 <= shift <= 3000: shift = 0
    whole = bool(log & set(files))
    need([t["tid"] for t in m["tracks"]] == sorted({t["tid"] for t in m["tracks"]}) and {p[0] for p in place} <= {t["tid"] for t in m["tracks"]})
    for t in m["tracks"]:
        own = [r for r in records if r["meta"]["tid"] == t["tid"]]
        need([r["meta"]["seq"] for r in own] == sorted(r["meta"]["seq"] for r in own))
        first = sha(b"\0".join([b"ochno/chain/v1", m["sid"].encode(), t["tid"].encode(), bytes.fromhex(t["nonce"])]))
        heads = {r["meta"]["seq"]: r["meta"]["head"] for r in own}
        for r in own:
            before = first.hex() if r["meta"]["seq"] == 0 else heads.get(r["meta"]["seq"] - 1)
            need(before is None or b64(r["header"])[80:112].hex() == before)
        link, clock = first, 0
        for n, r in enumerate(sorted(own, key=lambda r: r["meta"]["n"])):
            f = r["meta"]; need(f["n"] == n and f["srv_ms"] >= clock); clock = f["srv_ms"]
            link = sha(b"\2" + link + jcs(f))
            receipt = {k: f[k] for k in ("v", "sid", "tid", "n", "epoch", "seq", "size", "sha256", "srv_ms")} | {"chain": link.hex()}
            rkey = key(r["key"], "receipt"); need(rkey and signed(rkey, jcs(receipt), b64(r["sig"])))
        seqs = sorted(heads); holes, nxt = [], 0
        for s in seqs:
            if s > nxt: holes.append([nxt, s - 1])
            nxt = s + 1
        media = t["tid"] != "events" or any(r["meta"]["kind"] < 2 for r in own)
        gaps, covered, reached = [], 0, m["from_ms"]
        for a, b in sorted(((r["span"][0] + shift, r["span"][1] + shift) for r in own if r["meta"]["kind"] == 1), key=lambda s: s[0]):
            a, b = max(a, m["from_ms"]), min(b, m["to_ms"])
            if b <= reached or a >= b: continue
            if a - reached >= 1000: gaps.append([reached, a])
            covered += b - max(a, reached); reached = b
        if m["to_ms"] - reached >= 1000: gaps.append([reached, m["to_ms"]])
        last = seqs[-1] if seqs else None
        ended = last is not None and kind_of[t["tid"], last] == 2
        need(t == dict(tid=t["tid"], nonce=t["nonce"], count=len(own), bytes=sum(r["meta"]["size"] for r in own), chain=link.hex(), last=last,
                       head=heads.get(last), ended=ended, missing=holes, covered_ms=covered if media else None, gaps=gaps if media else []))
        whole = whole and ended and not holes and not t["gaps"]
    if log & set(files):
        entry = strict(files["log/entry.json"]); origin, size, top = checkpoint(files["log/checkpoint.txt"].decode(), keys)
        leaf = json.loads(entry["leaf"])
        committed = sha(bytes.fromhex(entry["salt"]) + jcs(entry["details"])).hex()
        need(leaf["action"] == "recording.close" and leaf["object"] == m["sid"] and leaf["details"] == committed)
        need(entry["details"]["manifest"] == sha(files["manifest.json"]).hex())
        need(0 <= entry["index"] < size and included(sha(b"\0" + entry["leaf"].encode()), entry["index"], size, [b64(p) for p in entry["proof"]]) == top)
        for head in strict(files["log/heads.json"]):
            o, s, r = checkpoint(head["checkpoint"], keys)
            need(o == origin and 1 <= s <= size and consistent(s, size, [b64(p) for p in head["proof"]], r) == (r, top))
    return "valid" if whole else "incomplete"

if __name__ == "__main__":
    trusted = json.load(open(sys.argv[1]))
    trusted = trusted["keys"] if isinstance(trusted, dict) else trusted
    for bundle in sys.argv[2:]: print(verdict(bundle, trusted), flush=True)
