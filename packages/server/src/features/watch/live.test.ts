import type { WatchTell } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import { instant } from '@ochno/domain/time'
import { expect, test } from 'vitest'
import type { Viewer, WatchDeps } from './deps.ts'
import { liveWatching } from './live.ts'

const now = instant('2026-06-01T09:30:00Z')
const deps = {
  sessions: {
    find: async (_tenant: string, id: SessionId) => ({
      assignment: 'active',
      session: {
        id,
        state: 'in_progress',
        opensAt: instant('2026-06-01T09:00:00Z'),
        closesAt: instant('2026-06-01T10:00:00Z'),
        lengthMinutes: 60,
        authorizedAt: null,
        deadline: null,
        deauthorizedAt: null,
      },
    }),
  },
  journal: { write: async () => undefined },
  audit: { record: async () => undefined },
  recordings: { tracks: async () => [] },
  hub: { subscribe: () => () => undefined, snapshot: () => [] },
  clock: { now: () => now, ms: () => now.epochMilliseconds, mono: () => 0 },
  log: { error: () => undefined },
} as unknown as WatchDeps
const viewer = { account: 'acc_p', tenant: 'ten_a', roles: ['proctor'] } as unknown as Viewer

async function toldOf(people: number): Promise<readonly WatchTell[]> {
  const told: WatchTell[] = []
  const watcher = liveWatching(deps).connect(viewer, {
    tell: (message) => told.push(message),
    bytes: () => undefined,
    waiting: () => 0,
  })
  for (let no = 0; no < people; no++)
    await watcher.ask({ t: 'sub', session: `ses_${no}`, tracks: ['cam', 'screen'] } as never)
  return told
}

test('a wall of thirty is live as a whole', async () => {
  const told = await toldOf(30)
  expect(told.filter(({ t }) => t === 'state').length).toBe(30)
  expect(told.filter(({ t }) => t === 'no')).toEqual([])
})

test('one socket watches forty people and says so to the next', async () => {
  const told = await toldOf(41)
  expect(told.filter(({ t }) => t === 'no')).toEqual([{ t: 'no', session: 'ses_40', why: 'too_many' }])
})
