// The people of one large exam: pages by cursor, counts of the server, and acts on somebody whom no page has shown.
import { listAccounts } from '@ochno/contract/accounts'
import { makeAmendment, previewAmendment } from '@ochno/contract/amendments'
import { compareList, stateConditions } from '@ochno/contract/exam-admission'
import { listWatchers, readSchedule } from '@ochno/contract/exam-schedule'
import { listExamNotices, tellSchedule } from '@ochno/contract/notices'
import { cursorText, readCursor } from '@ochno/contract/paging'
import { assignProctor, listSessions, removeProctor, type SeatView } from '@ochno/contract/sessions'
import type { ExamId, SlotId } from '@ochno/domain/ids'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPeople, ID, walk } from './support/crowd.ts'

const PEOPLE = 5_000
const SLOTS = 330
/** The last hundred are in no slot. */
const LOOSE = 100
let server: TestServer
let proctor: TestPerson
let eid: ExamId
const owner = (sql: string, values: unknown[] = []) => server.database.owner(sql, values)
const page = (query: object, who: TestPerson = server.admin) =>
  who.client.done(listSessions, { params: { eid }, query })
const schedule = () => server.admin.client.done(readSchedule, { params: { eid } })
const why = 'Так решили'

beforeAll(async () => {
  // The job of every minute stands still: here a person tells.
  server = await bootServer({ parts: [{ tasks: { tell_schedules: async () => {} } }] })
  await addPeople(server, 1, PEOPLE, 'Списков Номер')
  const hour = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()
  eid = await server.exam({ opensAt: hour(24), closesAt: hour(24 * 30) })
  await owner(
    `insert into exam_slot (id, tenant_id, exam_id, opens_at, closes_at, created_at)
     select ${ID('slt', 'i')}, $1, $2, now() + interval '1 day' + i * interval '1 hour',
       now() + interval '1 day' + i * interval '1 hour' + interval '15 minutes', now()
     from generate_series(1, $3::int) i`,
    [server.id, eid, SLOTS],
  )
  await owner(
    `insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, slot_id, created_at)
     select ${ID('ses', 'i')}, $1, $2, ${ID('acc', 'i')}, 'admitted', o.opens_at, o.closes_at, 45, o.id, now()
     from generate_series(1, $4::int) i join exam_slot o on o.id = ${ID('slt', '1 + i % $3::int')}`,
    [server.id, eid, SLOTS, PEOPLE - LOOSE],
  )
  await owner(
    `insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, created_at)
     select ${ID('ses', 'i')}, $1, $2, ${ID('acc', 'i')}, 'admitted', e.opens_at, e.closes_at, 45, now()
     from generate_series($3::int, $4::int) i join exam e on e.id = $2`,
    [server.id, eid, PEOPLE - LOOSE + 1, PEOPLE],
  )
  proctor = await server.person('proctor')
})
afterAll(() => server.stop())

test('R4-3.6a an exam of 5,000 comes slot by slot and by name, each person once, and the counts are of the server', async () => {
  const { rows, totals } = await walk((after) => page({ size: 200, ...after }))
  expect(new Set(rows.map(({ id }) => id)).size).toBe(PEOPLE)
  expect(new Set(totals)).toEqual(new Set([PEOPLE]))
  const { slots, unslotted } = await schedule()
  expect([slots.length, unslotted]).toEqual([SLOTS, LOOSE])
  const groups = [...Map.groupBy(rows, ({ slot }) => slot)]
  // Slots stand in the order of the schedule; whoever is in none comes last.
  expect(groups.map(([slot]) => slot)).toEqual([...slots.map(({ id }) => id), null])
  expect(groups.map(([, inside]) => inside.length)).toEqual([...slots.map(({ people }) => people), LOOSE])
  const collator = new Intl.Collator('ru')
  for (const [slot, inside] of groups) {
    const names = inside.map(({ examinee }) => examinee.name)
    expect([slot, names]).toEqual([slot, names.toSorted(collator.compare)])
  }
})

test('R4-3.6a whoever joins or is taken off while one walks makes nobody come twice or stay away', async () => {
  const first = await page({ size: 200 })
  const [gone] = first.rows
  if (!gone) throw new Error('nobody')
  await owner("update session set state = 'cancelled', deauthorized_at = now() where id = $1", [gone.id])
  const rest = await walk((after) =>
    page({ size: 200, ...(first.next ? { after: first.next } : {}), ...after }),
  )
  expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(PEOPLE)
  await owner("update session set state = 'admitted', deauthorized_at = null where id = $1", [gone.id])
})

test('T-30 T-10 a cursor is of one list and institution; a proctor pages through the assigned ones alone', async () => {
  const { next } = await page({ size: 1 })
  const own = readCursor(next ?? '')
  if (!own) throw new Error('no second page')
  expect(own.keys.join(' ')).not.toMatch(/\p{Script=Cyrillic}/u)
  const other = await server.otherInstitution()
  const refused = async (after: string, who: TestPerson) =>
    (await who.client.call(listSessions, { params: { eid }, query: { after } })).code
  expect(await refused(cursorText({ ...own, tenant: other.id }), server.admin)).toBe('cursor_stale')
  expect(await refused(cursorText({ ...own, list: 'exam_consents' }), server.admin)).toBe('cursor_stale')
  expect(await refused(next ?? '', other.admin)).toBe('not_found')
  const mine = await page({}, proctor)
  expect([mine.rows, mine.total]).toEqual([[], 0])
})

const found = async (find: string): Promise<SeatView> => {
  const { rows } = await page({ find })
  const [seat] = rows
  if (!seat) throw new Error('nobody was found')
  return seat
}

test('R4-3.8d the search is of the server: somebody no page has shown is found, watched over and held back with the reason', async () => {
  const none = await page({ find: 'никого такого' })
  expect([none.rows, none.total, none.next]).toEqual([[], 0, null])
  const seat = await found('номер 2999')
  expect((await page({ size: 200 })).rows.some(({ id }) => id === seat.id)).toBe(false)
  expect([seat.admission, seat.proctors]).toEqual([null, []])

  const { client } = server.admin
  await client.done(assignProctor, { params: { sid: seat.id, proctor: proctor.id } })
  const conditions = [{ code: 'Практика зачтена', met: false, ground: 'Учебный план' }]
  await client.done(stateConditions, { params: { sid: seat.id }, body: { conditions } })
  const after = await found('номер 2999')
  expect(after.proctors.map(({ id }) => id)).toEqual([proctor.id])
  expect(after.admission).toMatchObject({ session: seat.id, flag: 'not_admitted', conditions })
  const watched = await page({}, proctor)
  // Conditions are no matter of a proctor.
  expect(watched.rows.map(({ id, admission }) => [id, admission])).toEqual([[seat.id, null]])

  const slot = seat.slot as SlotId
  const watchers = () => client.done(listWatchers, { params: { eid }, query: { slot } })
  expect(await watchers()).toMatchObject({ watching: [{ id: proctor.id }], unwatched: true })
  expect(await client.done(listWatchers, { params: { eid } })).toEqual({ watching: [], unwatched: true })
  await client.done(removeProctor, { params: { sid: seat.id, proctor: proctor.id } })
  expect(await watchers()).toEqual({ watching: [], unwatched: true })
})

test('R4-3.6b somebody no page has shown is taken off: the counts follow, and only then he may be put into it again', async () => {
  const { client } = server.admin
  const seat = await found('номер 2998')
  const free = async () =>
    (
      await client.done(listAccounts, {
        query: { role: 'examinee', find: 'Номер 2998', outside: eid },
      })
    ).rows.map(({ id }) => id)
  expect(await free()).toEqual([])
  const deed = { do: 'take_off', session: seat.id } as const
  const seen = await client.done(previewAmendment, { params: { eid }, body: { deed } })
  expect(seen.told.map(({ id }) => id)).toContain(seat.examinee.id)
  const before = await schedule()
  await client.done(makeAmendment, { params: { eid }, body: { deed, why } })
  const after = await schedule()
  const people = ({ slots }: typeof after) => slots.find(({ id }) => id === seat.slot)?.people
  expect(people(after)).toBe((people(before) ?? 0) - 1)
  expect((await page({})).total).toBe(PEOPLE - 1)
  expect(await free()).toEqual([seat.examinee.id])
})

test('a slot that was called off hides nobody who is still in it', async () => {
  const seat = await found('номер 2500')
  await owner('update exam_slot set cancelled_at = now() where id = $1', [seat.slot])
  expect((await found('номер 2500')).slot).toBeNull()
  const { slots, unslotted } = await schedule()
  expect(slots.reduce((sum, { people }) => sum + people, unslotted)).toBe((await page({})).total)
  await owner('update exam_slot set cancelled_at = null where id = $1', [seat.slot])
})

test('R4-3.8c the list of the learning system is compared with all of them, and what is missing is counted', async () => {
  const compare = (names: readonly string[]) =>
    server.admin.client.done(compareList, { params: { eid }, body: { names: [...names] } })
  const { rows } = await walk((after) => page({ size: 200, ...after }))
  const names = rows.map(({ examinee }) => examinee.name)
  expect(await compare(names.map((name) => ` ${name.toUpperCase()}  `))).toMatchObject({ same: true })
  const gone = new Set(names.slice(0, 60))
  const said = await compare([...names.filter((name) => !gone.has(name)), 'Титов Павел'])
  expect(said).toMatchObject({ same: false, onlyInLms: { count: 1, names: ['Титов Павел'] } })
  const missing = names.filter((name) => gone.has(name)).length
  expect([said.onlyHere.count, said.onlyHere.names.length]).toEqual([missing, 50])
})

test('R4-3.6b all of them are told at once; who was told comes by pages, and the count of the untold is of all', async () => {
  const { client } = server.admin
  const told = (query: object) => client.done(listExamNotices, { params: { eid }, query })
  expect(await told({ find: 'номер 2500' })).toMatchObject({ total: 1, rows: [{ state: 'not_told' }] })
  const { total, waiting } = await told({})
  expect(waiting).toBe(total)
  expect((await client.done(tellSchedule, { params: { eid } })).told).toBe(total)
  const { rows } = await walk((after) => told({ size: 200, ...after }))
  expect(new Set(rows.map(({ session }) => session)).size).toBe(total)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['queued']))
  expect((await told({})).waiting).toBe(0)
})

test('exceptional access is offered those of whom something was recorded', async () => {
  const seat = await found('номер 1500')
  expect((await page({ recorded: 'yes' })).total).toBe(0)
  await owner(
    "update session set state = 'authorized', authorized_at = now(), deadline = now() + interval '1 hour' where id = $1",
    [seat.id],
  )
  expect((await page({ recorded: 'yes' })).rows.map(({ id }) => id)).toEqual([seat.id])
})
