import type { SessionId, TenantId } from '@ochno/domain/ids'
import { instant, Temporal } from '@ochno/domain/time'
import { expect, test } from 'vitest'
import type { Destruction, DestructionId, ErasedLine, Tombstone } from '../../ports/retention.ts'
import type { RetentionDeps } from './deps.ts'
import { finishDestructions } from './destroy.ts'

const now = instant('2026-08-01T10:00:00Z')
const tenant = 'ten_a' as TenantId

/** Confirmed acts of one institution in memory, in the order in which they were confirmed. */
function keeping(acts: Readonly<Record<string, readonly string[]>>, keyFails: (session: string) => boolean) {
  const ids = Object.keys(acts) as DestructionId[]
  const found = new Map(
    ids.map((id, at) => [
      id,
      {
        id,
        number: at + 1,
        state: 'confirmed',
        ground: 'Истёк срок',
        preparedName: 'Б',
        preparedAt: now,
      } as Destruction,
    ]),
  )
  const stones = new Map(
    ids.flatMap((id) =>
      (acts[id] ?? []).map((session) => {
        const stone = {
          session,
          destruction: id,
          recordedOn: Temporal.PlainDate.from('2026-06-08'),
          sha256: 'ab',
        }
        const none = { keyDestroyedAt: null, objectsDestroyedAt: null, objects: null }
        return [session, { ...stone, ...none } as unknown as Tombstone] as const
      }),
    ),
  )
  const change = (session: SessionId, more: Partial<Tombstone>) =>
    stones.set(session, { ...(stones.get(session) as Tombstone), ...more })
  const erased: ErasedLine[] = []
  const logged: string[] = []
  const tx = {
    retention: {
      destruction: async (id: DestructionId) => found.get(id) ?? null,
      lockDestruction: async (id: DestructionId) => found.get(id) ?? null,
      tombstones: async (id: DestructionId) => [...stones.values()].filter((one) => one.destruction === id),
      save: async (act: Destruction) => void found.set(act.id, act),
      forgetFound: async () => {},
    },
    institutions: { look: async () => null },
    audit: async () => {},
  }
  const deps = {
    store: { inTenant: (_: TenantId, work: (held: typeof tx) => unknown) => work(tx) },
    clock: { now: () => now },
    log: {
      error: (event: string, facts: { destruction: string }) => logged.push(`${event} ${facts.destruction}`),
    },
    erased: { add: async (line: ErasedLine) => void erased.push(line) },
    shredder: {
      destroyKey: async (session: SessionId) => {
        if (keyFails(session)) throw new Error('cut off')
        change(session, { keyDestroyedAt: now })
      },
      objectsOf: async () => [],
      forgetRecords: async (session: SessionId) =>
        void change(session, { objectsDestroyedAt: now, objects: 0 }),
      unfinished: async () =>
        ids.filter((id) => found.get(id)?.state === 'confirmed').map((id) => ({ tenant, id })),
    },
    forgetKey: () => {},
  } as unknown as RetentionDeps
  return { deps, found, erased, logged }
}

test('P-24 an act that can not go on is named in the log and keeps none behind it waiting', async () => {
  // An act over nothing proves nothing.
  const { deps, found, logged } = keeping({ dst_a: [], dst_b: ['ses_b'] }, () => false)
  await finishDestructions(deps)
  expect([...found.values()].map(({ state }) => state)).toEqual(['confirmed', 'destroyed'])
  expect(logged).toEqual(['retention.shred_waits dst_a'])
})

test('P-24b before the first key goes every recording of the act is in the list that outlives a restore', async () => {
  const { deps, erased } = keeping({ dst_a: ['ses_a', 'ses_b', 'ses_c'] }, () => true)
  await finishDestructions(deps)
  expect(erased.map(({ session }) => session)).toEqual(['ses_a', 'ses_b', 'ses_c'])
})
