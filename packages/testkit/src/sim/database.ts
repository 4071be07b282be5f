// The rows of the recordings as PostgreSQL would keep them: a transaction is there whole or not at all, and its answer may be lost.
import type { KnownRow, NewRow, RecordRows, TrackTail } from '@ochno/server/ports/ingest'
import { KIND, readHeader } from '@ochno/evidence/record'
import type { Life, World } from './world.ts'

export type DbFaults = { readonly ms: number; readonly refuses: number; readonly forgetsToAnswer: number }

export class Database {
  readonly #world: World
  readonly #faults: () => DbFaults
  readonly #tracks = new Map<string, { nonce: Uint8Array; rows: Map<number, NewRow> }>()
  down = false

  constructor(world: World, faults: () => DbFaults) {
    this.#world = world
    this.#faults = faults
  }

  all(): { readonly nonce: Uint8Array; readonly rows: readonly NewRow[] }[] {
    return [...this.#tracks.values()].map(({ nonce, rows }) => ({ nonce, rows: [...rows.values()] }))
  }

  rows(life: Life): RecordRows {
    const act = <T>(effect: () => T): Promise<T> =>
      this.#world.does(life, this.#faults().ms, () => {
        if (this.down || this.#world.rng.chance(this.#faults().refuses))
          throw new Error('the database is away')
        return effect()
      })
    return {
      commit: (rows) =>
        act(() => {
          this.#apply(rows)
          if (this.#world.rng.chance(this.#faults().forgetsToAnswer))
            throw new Error('the connection was lost')
        }),
      openTrack: (_, session, tid, nonce) =>
        act(() => {
          const key = `${session}|${tid}`
          const track = this.#tracks.get(key) ?? { nonce, rows: new Map<number, NewRow>() }
          this.#tracks.set(key, track)
          return tailOf(track)
        }),
      find: (session, tid, seq) =>
        act((): KnownRow | null => this.#tracks.get(`${session}|${tid}`)?.rows.get(seq) ?? null),
    }
  }

  #apply(rows: readonly NewRow[]): void {
    const tracks = rows.map((row) => this.#tracks.get(`${row.session}|${row.tid}`))
    for (const [i, row] of rows.entries()) {
      const track = tracks[i]
      if (!track) throw new Error('foreign key: no such track')
      const taken = track.rows.has(row.seq) || [...track.rows.values()].some(({ n }) => n === row.n)
      if (taken) throw new Error(`unique: ${row.tid} seq ${row.seq} n ${row.n}`)
    }
    for (const [i, row] of rows.entries()) tracks[i]?.rows.set(row.seq, row)
  }
}

function tailOf({ nonce, rows }: { nonce: Uint8Array; rows: Map<number, NewRow> }): TrackTail {
  const byN = [...rows.values()].sort((a, b) => a.n - b.n)
  const last = byN.at(-1)
  let next = 0
  while (rows.has(next)) next++
  return {
    nonce,
    n: (last?.n ?? -1) + 1,
    srvMs: last?.srvMs ?? 0,
    chain: last?.chain ?? null,
    next,
    lastHeader: rows.get(next - 1)?.header ?? null,
    ahead: byN.filter(({ seq }) => seq > next).map(({ seq, header }) => ({ seq, header })),
    ended: byN.some(({ header }) => readHeader(header)?.kind === KIND.end),
  }
}
