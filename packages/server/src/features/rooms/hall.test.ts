import type { RoomTell } from '@ochno/contract/rooms'
import { fromMs, instant } from '@ochno/domain/time'
import { expect, test } from 'vitest'
import type { Seat, StoredRoom } from '../../ports/rooms.ts'
import type { Person, RoomDeps } from './deps.ts'
import { roomHall } from './hall.ts'

const nothing = () => undefined
const MINUTE = 60_000
const begins = instant('2026-11-23T09:00:00Z')

/** One room with its leader inside; what is stored and what time it is may be changed. */
function lesson() {
  let stored = {
    id: 'rom_a',
    startsAt: begins,
    minutes: 45,
    locked: false,
    endedAt: null,
    cancelledAt: null,
  } as unknown as StoredRoom
  const seat = { account: 'acc_a', name: 'Соколова Ирина', moderator: true, invited: true } as unknown as Seat
  let nowMs = begins.epochMilliseconds
  const tx = {
    rooms: {
      find: async () => stored,
      seats: async () => [seat],
      cameIn: async () => undefined,
      wentOut: async () => undefined,
    },
    audit: async () => undefined,
  }
  const hall = roomHall({
    store: { inTenant: (_: unknown, work: (given: typeof tx) => unknown) => work(tx) },
    ids: { make: () => 'per_a' },
    clock: { ms: () => nowMs, now: () => fromMs(nowMs) },
    log: { warn: nothing },
    engine: { join: nothing, leave: nothing, gate: nothing, show: nothing },
    limits: { capacity: 30, longestMinutes: 240, earlyMinutes: 15, overrunMinutes: 10 },
  } as unknown as RoomDeps)
  const told: RoomTell[] = []
  hall.enter(
    {
      person: { account: 'acc_a', tenant: 'ten_a', roles: ['teacher'] } as unknown as Person,
      seat,
      room: stored,
      closesMs: begins.epochMilliseconds + 55 * MINUTE,
    },
    'room',
    { tell: (what) => told.push(what), close: nothing },
  )
  return {
    hall,
    told,
    change: async (more: Partial<StoredRoom>) => {
      stored = { ...stored, ...more }
      await hall.recheck('ten_a' as Person['tenant'], stored.id)
    },
    sweepAt: (minute: number) => {
      nowMs = begins.epochMilliseconds + minute * MINUTE
      hall.sweep()
    },
  }
}

test('R2-9a a lesson made longer while it runs goes on to its new end', async () => {
  const { told, change, sweepAt } = lesson()
  await change({ minutes: 90 })
  sweepAt(99)
  expect(told.some(({ t }) => t === 'gone')).toBe(false)
  sweepAt(100)
  expect(told.at(-1)).toEqual({ t: 'gone', why: 'ended' })
})

test('R2-9a a lesson made shorter than it has already run closes at once', async () => {
  const { hall, told, change, sweepAt } = lesson()
  sweepAt(40)
  await change({ minutes: 25 })
  expect(told.at(-1)).toEqual({ t: 'gone', why: 'ended' })
  expect(hall.stats()).toEqual({ rooms: 0, people: 0 })
})
