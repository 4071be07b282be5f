// Jepsen-style judge of a run: what clients were told against what is there afterwards.
import type { Event, Operation, Receipt, RecordKey } from './history.ts'
import { keyOf } from './history.ts'

export type StoredRow = RecordKey & {
  readonly n: number
  readonly kind: number
  readonly size: number
  readonly head: string
  readonly chain: string
  readonly srvMs: number
  /** sha256 of the payload as it was read back and decrypted; null when it could not be read. */
  readonly readBack: string | null
}

/** What is found after the run. A part that a run does not exercise is left out and not judged. */
export type Found = {
  readonly rows: readonly StoredRow[]
  /** Problems the chain, receipt and manifest verifiers of `evidence` report. */
  readonly evidence?: readonly string[]
  readonly states?: {
    readonly moves: readonly { readonly sid: string; readonly from: string; readonly to: string }[]
    readonly allowed: readonly (readonly [string, string])[]
  }
  readonly outbox?: { readonly committed: readonly string[]; readonly effects: readonly string[] }
  readonly served?: {
    readonly journal: readonly { readonly what: string; readonly order: number }[]
    readonly bytes: readonly { readonly what: string; readonly order: number }[]
  }
  readonly quota?: readonly { readonly sid: string; readonly accepted: number; readonly allowed: number }[]
}

export type Violation = { readonly invariant: number; readonly says: string; readonly what: string }

type Told = {
  readonly asked: ReadonlyMap<string, readonly Operation[]>
  readonly receipts: readonly { readonly op: Operation; readonly receipt: Receipt }[]
  readonly refused: ReadonlySet<string>
}

type Invariant = { readonly says: string; readonly broken: (found: Found, told: Told) => Iterable<string> }

export const invariants: Readonly<Record<number, Invariant>> = {
  1: {
    says: 'every acknowledged record is stored once and byte-equal',
    *broken({ rows }, { receipts }) {
      const byKey = groupBy(rows, keyOf)
      for (const { op, receipt } of receipts) {
        const key = keyOf(op)
        const stored = byKey.get(key) ?? []
        if (stored.length === 0) yield `lost ${key}`
        if (stored.length > 1) yield `${key} is stored ${stored.length} times`
        const [row] = stored
        if (!row) continue
        if (row.readBack !== op.sha256) yield `${key} reads back as ${row.readBack ?? 'nothing'}`
        if (row.head !== op.head) yield `${key} has another header`
        if (receipt.sha256 !== op.sha256 || receipt.size !== op.size)
          yield `receipt of ${key} names other bytes`
        if (receipt.n !== row.n || receipt.chain !== row.chain || receipt.srvMs !== row.srvMs)
          yield `receipt of ${key} differs from its row`
      }
    },
  },
  2: {
    says: 'nothing is stored that was never sent',
    *broken({ rows }, { asked }) {
      for (const row of rows)
        if (!asked.get(keyOf(row))?.some((op) => op.head === row.head)) yield `${keyOf(row)} was never sent`
    },
  },
  3: {
    says: 'one place in a track has at most one content',
    *broken({ rows }, { receipts }) {
      const seen = new Map<string, string>()
      for (const row of rows) yield* differs(seen, placeOf(row), row.head)
      const raw = new Map<string, string>()
      for (const { op, receipt } of receipts) {
        yield* differs(seen, placeOf(op), op.head)
        yield* differs(raw, `receipt of ${placeOf(op)}`, receipt.raw)
      }
    },
  },
  4: {
    says: 'chain, receipts and manifest verify',
    *broken({ evidence = [] }) {
      yield* evidence
    },
  },
  5: {
    says: 'n has no holes and srv_ms never goes back within a track',
    *broken({ rows }) {
      for (const [track, of] of groupBy(rows, ({ sid, tid }) => `${sid}|${tid}`)) {
        const sorted = of.toSorted((a, b) => a.n - b.n)
        for (const [at, row] of sorted.entries()) {
          if (row.n !== at) yield `${track}: n ${row.n} stands at place ${at}`
          const before = sorted[at - 1]
          if (before && row.srvMs < before.srvMs) yield `${track}: srv_ms goes back at n ${row.n}`
        }
      }
    },
  },
  6: {
    says: 'session states follow the table',
    *broken({ states }) {
      for (const { sid, from, to } of states?.moves ?? [])
        if (!states?.allowed.some(([a, b]) => a === from && b === to)) yield `${sid}: ${from} -> ${to}`
    },
  },
  7: {
    says: 'every committed event has its effect exactly once',
    *broken({ outbox }) {
      if (!outbox) return
      const effects = groupBy(outbox.effects, (id) => id)
      const committed = new Set(outbox.committed)
      for (const id of committed) if (!effects.has(id)) yield `${id} had no effect`
      for (const [id, times] of effects) {
        if (!committed.has(id)) yield `${id} took effect without being committed`
        if (times.length > 1) yield `${id} took effect ${times.length} times`
      }
    },
  },
  8: {
    says: 'every media byte served has an earlier journal row',
    *broken({ served }) {
      for (const { what, order } of served?.bytes ?? [])
        if (!served?.journal.some((row) => row.what === what && row.order < order))
          yield `${what} served unjournalled`
    },
  },
  9: {
    says: 'quotas are never exceeded',
    *broken({ quota = [] }) {
      for (const { sid, accepted, allowed } of quota)
        if (accepted > allowed) yield `${sid}: ${accepted} bytes of ${allowed} allowed`
    },
  },
  10: {
    says: 'an operation without an answer is wholly there or not at all, and a refused one is not there',
    *broken({ rows }, { asked, receipts, refused }) {
      const acknowledged = new Set(receipts.map(({ op }) => `${keyOf(op)}|${op.head}`))
      for (const row of rows) {
        const key = `${keyOf(row)}|${row.head}`
        if (acknowledged.has(key)) continue
        const op = asked.get(keyOf(row))?.find(({ head }) => head === row.head)
        if (op && row.readBack !== op.sha256) yield `${keyOf(row)} is half there`
        if (op && refused.has(key)) yield `${keyOf(row)} was refused and is there`
      }
    },
  },
}

export function check(events: readonly Event[], found: Found): readonly Violation[] {
  const told = readHistory(events)
  return Object.entries(invariants).flatMap(([number, { says, broken }]) =>
    [...broken(found, told)].map((what) => ({ invariant: Number(number), says, what })),
  )
}

/** One line a person can act on; throws, so that a run can not go on by mistake. */
export function demand(events: readonly Event[], found: Found, run: string): void {
  const violations = check(events, found)
  if (violations.length === 0) return
  const lines = violations
    .slice(0, 20)
    .map(({ invariant, says, what }) => `  ${invariant} (${says}): ${what}`)
  throw new Error(`${run}: ${violations.length} violations\n${lines.join('\n')}`)
}

function readHistory(events: readonly Event[]): Told {
  const ops = new Map<number, Operation>()
  const asked = new Map<string, Operation[]>()
  const receipts: { op: Operation; receipt: Receipt }[] = []
  const answers = new Map<string, Set<string>>()
  for (const event of events) {
    if (event.is === 'invoke') {
      ops.set(event.op, event.append)
      const list = asked.get(keyOf(event.append)) ?? []
      list.push(event.append)
      asked.set(keyOf(event.append), list)
    }
    const op = ops.get(event.op)
    if (!op) throw new Error(`operation ${event.op} was answered before it was asked`)
    const key = `${keyOf(op)}|${op.head}`
    answers.set(key, (answers.get(key) ?? new Set()).add(event.is))
    if (event.is === 'ok') receipts.push({ op, receipt: event.receipt })
  }
  // Only what was refused each time and never left unanswered must be absent: a retry may have gone through unseen.
  const refused = [...answers].filter(([, is]) => is.has('fail') && !is.has('ok') && !is.has('info'))
  return { asked, receipts, refused: new Set(refused.map(([key]) => key)) }
}

const placeOf = ({ sid, tid, seq }: RecordKey) => `${sid}|${tid}|${seq}`

function* differs(seen: Map<string, string>, key: string, value: string) {
  const other = seen.get(key)
  if (other !== undefined && other !== value) yield `${key} has two contents`
  seen.set(key, value)
}

function groupBy<T>(list: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const item of list) {
    const group = out.get(by(item))
    if (group) group.push(item)
    else out.set(by(item), [item])
  }
  return out
}
