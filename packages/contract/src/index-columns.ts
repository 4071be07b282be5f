// The index of a three-hour track in a few tens of kB: numbers that are nearly always 0 or the same.

/** One fragment; times in ms on the session's timeline, `srvMs` Unix ms of its acceptance. */
export type Fragment = {
  readonly seq: number
  readonly epoch: number
  readonly atMs: number
  readonly durMs: number
  readonly bytes: number
  readonly srvMs: number
}

export type Columns = {
  readonly seq: readonly number[]
  readonly at: readonly number[]
  readonly dur: readonly number[]
  readonly bytes: readonly number[]
  readonly epoch: readonly number[]
  readonly srv: readonly number[]
}

const whole = Math.round

export function packIndex(fragments: readonly Fragment[]) {
  const out = {
    seq: [] as number[],
    at: [] as number[],
    dur: [] as number[],
    bytes: [] as number[],
    epoch: [] as number[],
    srv: [] as number[],
  }
  let [seq, end, epoch, srv] = [0, 0, 0, 0]
  for (const f of fragments) {
    const [at, dur, taken] = [whole(f.atMs), whole(f.durMs), whole(f.srvMs)]
    out.seq.push(f.seq - seq)
    out.at.push(at - end)
    out.dur.push(dur)
    out.bytes.push(f.bytes)
    out.epoch.push(f.epoch - epoch)
    out.srv.push(taken - srv)
    seq = f.seq + 1
    end = at + dur
    epoch = f.epoch
    srv = taken
  }
  return out
}

export function unpackIndex(columns: Columns): Fragment[] {
  let [seq, end, epoch, srv] = [0, 0, 0, 0]
  return columns.seq.map((step, i) => {
    seq += step
    epoch += columns.epoch[i] ?? 0
    srv += columns.srv[i] ?? 0
    const atMs = end + (columns.at[i] ?? 0)
    const durMs = columns.dur[i] ?? 0
    end = atMs + durMs
    return { seq: seq++, epoch, atMs, durMs, bytes: columns.bytes[i] ?? 0, srvMs: srv }
  })
}
