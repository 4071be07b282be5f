// Rooms of lessons over real sockets: who plans and sees them, who comes in, what happens inside. What is heard and seen is looked at
// in e2e/screens-rooms.test.ts.
import { once } from 'node:events'
import { createGroup } from '@ochno/contract/people-groups'
import { changePerson } from '@ochno/contract/people'
import {
  acknowledgeRoomRules,
  cancelRoom,
  changeRoom,
  createRoom,
  listMyRooms,
  listRooms,
  type RoomAsk,
  type RoomPlanGiven,
  type RoomTell,
  readMyRoom,
  readRoom,
  renewRoomLink,
} from '@ochno/contract/rooms'
import {
  addService,
  listAcknowledgements,
  publishServiceRules,
  saveServiceSettings,
} from '@ochno/contract/services'
import type { GroupId } from '@ochno/domain/ids'
import { SLOTS } from '@ochno/domain/rooms/slots'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { endPresences } from '../src/adapters/postgres/rooms.ts'
import { sfuEngine } from '../src/adapters/sfu/engine.ts'

const soon = { timeout: 20_000 }
let server: TestServer
let teacher: TestPerson
let anna: TestPerson
let boris: TestPerson
let stranger: TestPerson
let group: GroupId

beforeAll(async () => {
  server = await bootServer({
    config: {
      rooms: {
        capacity: 3,
        longestMinutes: 120,
        earlyMinutes: 15,
        overrunMinutes: 60,
        media: { port: 0, host: '127.0.0.1', addresses: [] },
      },
    },
  })
  teacher = await server.person('teacher', { fullName: 'Соколова Ирина' })
  anna = await server.person('examinee', { fullName: 'Белова Анна' })
  boris = await server.person('examinee', { fullName: 'Ветров Борис' })
  stranger = await server.person('examinee', { fullName: 'Чужой Иван' })
  group = (await server.admin.client.done(createGroup, { body: { name: '9А', stream: null } })).id
  for (const { id } of [anna, boris]) await move(id, group)
})
afterAll(() => server.stop())

const move = (id: TestPerson['id'], to: GroupId | null) =>
  server.admin.client.done(changePerson, { params: { id }, body: { group: to } })

const plan = (more: Partial<RoomPlanGiven> = {}): RoomPlanGiven => ({
  kind: 'lesson',
  title: 'Алгебра',
  group,
  invited: [],
  startsAt: new Date(server.app.base.clock.ms()).toISOString(),
  minutes: 45,
  lobby: true,
  ...more,
})
const make = (more: Partial<RoomPlanGiven> = {}, who = teacher) =>
  who.client.done(createRoom, { body: plan(more) })

async function linkOf(who: TestPerson, title: string) {
  const row = (await who.client.done(listMyRooms, {})).rows.find((one) => one.title === title)
  if (!row) throw new Error(`${title} is not in the list`)
  return row.link
}

async function readRules(who: TestPerson, lnk: Awaited<ReturnType<typeof linkOf>>) {
  const { rules } = await who.client.done(readMyRoom, { params: { lnk } })
  return who.client.done(acknowledgeRoomRules, { params: { lnk }, body: { edition: rules.edition } })
}

type Page = {
  readonly socket: WebSocket
  readonly told: RoomTell[]
  readonly say: (what: RoomAsk) => void
  readonly room: () => Extract<RoomTell, { t: 'room' }> | undefined
  readonly me: () => Extract<RoomTell, { t: 'room' }>['people'][number] | undefined
}

async function comeIn(who: TestPerson, lnk: string): Promise<Page> {
  const socket = who.client.socket(`/ws/rooms/${lnk}`)
  const told: RoomTell[] = []
  socket.on('message', (data: Buffer) => told.push(JSON.parse(data.toString())))
  await once(socket, 'open')
  const room = () => told.filter((one) => one.t === 'room').at(-1)
  return {
    socket,
    told,
    say: (what) => socket.send(JSON.stringify(what)),
    room,
    me: () => room()?.people.find(({ id }) => id === who.id),
  }
}

async function refused(who: TestPerson, lnk: string): Promise<string> {
  const socket = who.client.socket(`/ws/rooms/${lnk}`)
  socket.on('error', () => undefined)
  const [, response] = await once(socket, 'unexpected-response')
  let text = ''
  for await (const part of response) text += part
  return JSON.parse(text).code
}

test('R0-3.1a R0-3.1b R2-9a R2-9b rooms of four kinds are planned and listed for their group alone; a group larger than the room or a length beyond the limit is refused', async () => {
  for (const kind of ['lesson', 'consultation', 'webinar', 'other'] as const)
    expect(await make({ kind, title: `Вид ${kind}` })).toMatchObject({ kind, people: 3, state: 'open' })
  const mine = await anna.client.done(listMyRooms, {})
  expect(mine.rows.map(({ kind }) => kind).toSorted()).toEqual(['consultation', 'lesson', 'other', 'webinar'])
  expect((await stranger.client.done(listMyRooms, {})).rows).toEqual([])
  expect((await teacher.client.done(listRooms, { query: {} })).limits.capacity).toBe(3)

  const code = async (more: Partial<RoomPlanGiven>) =>
    (await teacher.client.call(createRoom, { body: plan(more) })).code
  // The group of two, its teacher and one more are four.
  expect(await code({ invited: [stranger.id] })).toBe('room_too_small')
  expect(await code({ minutes: 121 })).toBe('room_too_long')
  expect((await make({ minutes: 120, title: 'Сдвоенный урок' })).minutes).toBe(120)
  expect(await code({ group: null })).toBe('room_for_nobody')
  expect(await code({ startsAt: '2020-01-01T09:00:00Z' })).toBe('room_in_past')
  expect((await anna.client.call(createRoom, { body: plan() })).status).toBe(403)
})

test('R0-3.3a T-30 the rules come first; nobody comes in by another’s link, from outside the group or from another institution', async () => {
  const room = await make({ title: 'Правила' })
  const lnk = await linkOf(anna, 'Правила')
  expect(await refused(anna, lnk)).toBe('rules_unread')
  const wrong = await anna.client.call(acknowledgeRoomRules, {
    params: { lnk },
    body: { edition: 'прежняя' },
  })
  expect(wrong.code).toBe('rules_changed')
  expect((await readRules(anna, lnk)).refusal).toBeNull()

  await readRules(boris, await linkOf(boris, 'Правила'))
  for (const other of [boris, stranger, server.admin]) {
    expect(await refused(other, lnk)).toBe('not_found')
    expect((await other.client.call(readMyRoom, { params: { lnk } })).code).toBe('not_found')
  }
  const elsewhere = await server.otherInstitution()
  const foreign = await elsewhere.person('examinee')
  expect(await refused(foreign, lnk)).toBe('not_found')
  const colleague = await server.person('teacher')
  expect((await colleague.client.call(readRoom, { params: { rom: room.id } })).code).toBe('not_found')
  expect((await elsewhere.admin.client.call(readRoom, { params: { rom: room.id } })).code).toBe('not_found')

  const inside = await comeIn(anna, lnk)
  await move(anna.id, null)
  await teacher.client.done(changeRoom, { params: { rom: room.id }, body: plan({ title: 'Правила' }) })
  await once(inside.socket, 'close')
  expect(await refused(anna, lnk)).toBe('not_found')
  await move(anna.id, group)
})

test('R0-0e R0-3.3a a new edition of the rules is read again, in the register of services too; the family switched off closes the rooms', async () => {
  await make({ title: 'Редакции' })
  const lnk = await linkOf(anna, 'Редакции')
  await readRules(anna, lnk)
  const { admin } = server
  const { id: srv } = await admin.client.done(addService, { body: { from: 'known', code: 'video-platform' } })
  const rules = { requirements: 'Браузер', protection: 'Никому не давайте ссылку' }
  await admin.client.done(publishServiceRules, { params: { srv }, body: { text: 'Правила школы', ...rules } })
  const again = await anna.client.done(readMyRoom, { params: { lnk } })
  expect(again).toMatchObject({ refusal: 'rules_unread', rules: { text: 'Правила школы', changed: true } })
  expect(await refused(anna, lnk)).toBe('rules_unread')
  expect((await readRules(anna, lnk)).refusal).toBeNull()
  await admin.client.done(publishServiceRules, { params: { srv }, body: { text: 'Новые правила', ...rules } })
  expect(await refused(anna, lnk)).toBe('rules_unread')
  await readRules(anna, lnk)
  const { rows } = await admin.client.done(listAcknowledgements, { params: { srv } })
  expect(rows.filter(({ person }) => person.id === anna.id).map(({ version }) => version)).toContain(2)

  const off = { off: ['video' as const], prohibited: [], accounts: null }
  await admin.client.done(saveServiceSettings, { body: off })
  expect(await refused(anna, lnk)).toBe('service_off')
  expect((await teacher.client.call(createRoom, { body: plan() })).code).toBe('service_off')
  await admin.client.done(saveServiceSettings, { body: { ...off, off: [] } })
  expect((await anna.client.done(readMyRoom, { params: { lnk } })).refusal).toBeNull()
})

test('R0-3.2 R0-3.3c lobby, hands, chat, microphones, one screen at a time, lock, a person taken out and let in again by a new link', async () => {
  const { id: rom } = await make({ title: 'Урок' })
  const links = { teacher: await linkOf(teacher, 'Урок'), anna: await linkOf(anna, 'Урок') }
  await readRules(teacher, links.teacher)
  await readRules(anna, links.anna)
  const led = await comeIn(teacher, links.teacher)
  await vi.waitFor(() => expect(led.me()?.at).toBe('room'), soon)
  await vi.waitFor(() => expect(led.told.some(({ t }) => t === 'offer')).toBe(true), soon)

  const page = await comeIn(anna, links.anna)
  await vi.waitFor(() => expect(page.me()?.at).toBe('lobby'), soon)
  // Whoever waits sees nobody, is sent nothing and says nothing.
  expect(page.room()?.people).toHaveLength(1)
  page.say({ t: 'say', text: 'Пустите' })
  await vi.waitFor(() => expect(page.told).toContainEqual({ t: 'no', why: 'not_here' }), soon)
  page.say({ t: 'do', command: { do: 'admit', who: anna.id } })
  await vi.waitFor(() => expect(page.told.filter(({ t }) => t === 'no')).toHaveLength(2), soon)
  expect(page.told.some(({ t }) => t === 'offer')).toBe(false)

  led.say({ t: 'do', command: { do: 'admit', who: anna.id } })
  await vi.waitFor(() => expect(page.me()?.at).toBe('room'), soon)
  await vi.waitFor(() => expect(page.told.some(({ t }) => t === 'offer')).toBe(true), soon)

  page.say({ t: 'do', command: { do: 'mute', who: teacher.id } })
  await vi.waitFor(() => expect(page.told).toContainEqual({ t: 'no', why: 'not_moderator' }), soon)
  page.say({ t: 'do', command: { do: 'hand', up: true } })
  page.say({ t: 'do', command: { do: 'microphone', on: true } })
  page.say({ t: 'do', command: { do: 'screen', on: true } })
  page.say({ t: 'say', text: 'Можно вопрос?' })
  const annas = () => led.room()?.people.find(({ id }) => id === anna.id)
  await vi.waitFor(() => expect(annas()).toMatchObject({ hand: 1, microphone: true, screen: true }), soon)
  await vi.waitFor(
    () =>
      expect(led.told.filter(({ t }) => t === 'said').at(-1)).toMatchObject({
        rows: [{ name: 'Белова Анна', text: 'Можно вопрос?' }],
      }),
    soon,
  )
  // The voice is in a slot of the teacher's page.
  await vi.waitFor(
    () =>
      expect(led.told.filter(({ t }) => t === 'slots').at(-1)).toMatchObject({
        slots: { a0: { who: anna.id, source: 'mic' }, s0: { who: anna.id, source: 'scr' } },
      }),
    soon,
  )
  led.say({ t: 'do', command: { do: 'screen', on: true } })
  led.say({ t: 'do', command: { do: 'mute', who: anna.id } })
  await vi.waitFor(() => expect(page.me()).toMatchObject({ screen: false, microphone: false }), soon)

  led.say({ t: 'do', command: { do: 'lock', on: true } })
  await vi.waitFor(() => expect(page.room()?.locked).toBe(true), soon)
  const borisLink = await linkOf(boris, 'Урок')
  await readRules(boris, borisLink)
  await vi.waitFor(async () => expect(await refused(boris, borisLink)).toBe('room_locked'), soon)

  led.say({ t: 'do', command: { do: 'remove', who: anna.id } })
  const [closed] = await once(page.socket, 'close')
  expect(closed).toBe(4403)
  expect(page.told.at(-1)).toEqual({ t: 'gone', why: 'removed' })
  expect(await refused(anna, links.anna)).toBe('room_removed')
  const { seats } = await teacher.client.done(readRoom, { params: { rom } })
  expect(seats.find(({ id }) => id === anna.id)).toMatchObject({ removed: true, lastOut: expect.any(String) })
  led.say({ t: 'do', command: { do: 'lock', on: false } })
  await vi.waitFor(() => expect(led.room()?.locked).toBe(false), soon)

  const view = await teacher.client.done(renewRoomLink, { params: { rom, id: anna.id } })
  const fresh = view.seats.find(({ id }) => id === anna.id)?.link as string
  expect(await refused(anna, links.anna)).toBe('not_found')
  const back = await comeIn(anna, fresh)
  await vi.waitFor(() => expect(back.me()?.at).toBe('lobby'), soon)

  await teacher.client.done(cancelRoom, { params: { rom } })
  await Promise.all([once(led.socket, 'close'), once(back.socket, 'close')])
  expect(back.told.at(-1)).toEqual({ t: 'gone', why: 'cancelled' })
  expect(await refused(teacher, links.teacher)).toBe('room_cancelled')

  const acts = await server.database.owner(
    'select action from audit_entry where object = $1 order by at, id',
    [rom],
  )
  const done = acts.rows.map(({ action }: { action: string }) => action)
  for (const action of [
    'room.planned',
    'room.rules_read',
    'room.entered',
    'room.admitted',
    'room.silenced',
    'room.locked',
    'room.removed',
    'room.unlocked',
    'room.link_renewed',
    'room.cancelled',
  ])
    expect(done).toContain(action)
})

test('R2-9a whoever leads ends the room for all, and who was there stays known; one page of a person at a time', async () => {
  const { id: rom } = await make({ title: 'Итоги', lobby: false })
  const [forTeacher, forAnna] = [await linkOf(teacher, 'Итоги'), await linkOf(anna, 'Итоги')]
  await readRules(teacher, forTeacher)
  await readRules(anna, forAnna)
  const led = await comeIn(teacher, forTeacher)
  const first = await comeIn(anna, forAnna)
  await vi.waitFor(() => expect(first.me()?.at).toBe('room'), soon)
  const second = await comeIn(anna, forAnna)
  await once(first.socket, 'close')
  expect(first.told.at(-1)).toEqual({ t: 'gone', why: 'elsewhere' })
  await vi.waitFor(() => expect(second.me()?.at).toBe('room'), soon)

  second.say({ t: 'end' })
  await vi.waitFor(() => expect(second.told).toContainEqual({ t: 'no', why: 'not_moderator' }), soon)
  const gone = once(second.socket, 'close')
  led.say({ t: 'end' })
  await gone
  expect(second.told.at(-1)).toEqual({ t: 'gone', why: 'ended' })
  await vi.waitFor(async () => {
    const view = await teacher.client.done(readRoom, { params: { rom } })
    expect(view.state).toBe('over')
    const seat = view.seats.find(({ id }) => id === anna.id)
    expect(seat?.firstIn).not.toBeNull()
    expect(seat?.lastOut).not.toBeNull()
    expect(view.seats.find(({ id }) => id === boris.id)?.firstIn).toBeNull()
  }, soon)
  expect(await refused(anna, forAnna)).toBe('room_over')
})

test('R0-3.3c a closed entrance keeps strangers out, and nobody whose line broke; also in a room without a lobby', async () => {
  await make({ title: 'Замок', lobby: false })
  const links = new Map<TestPerson, Awaited<ReturnType<typeof linkOf>>>()
  for (const one of [teacher, anna, boris]) {
    const lnk = await linkOf(one, 'Замок')
    links.set(one, lnk)
    await readRules(one, lnk)
  }
  const led = await comeIn(teacher, links.get(teacher) as string)
  const page = await comeIn(anna, links.get(anna) as string)
  await vi.waitFor(() => expect(page.me()?.at).toBe('room'), soon)
  led.say({ t: 'do', command: { do: 'lock', on: true } })
  await vi.waitFor(() => expect(page.room()?.locked).toBe(true), soon)
  page.socket.terminate()
  await vi.waitFor(() => expect(led.room()?.people).toHaveLength(1), soon)
  const back = await comeIn(anna, links.get(anna) as string)
  await vi.waitFor(() => expect(back.me()?.at).toBe('room'), soon)
  expect(await refused(boris, links.get(boris) as string)).toBe('room_locked')
  led.say({ t: 'end' })
  await once(back.socket, 'close')
})

test('R2-9a a lesson moved to another day while people are in it closes at once', async () => {
  const { id: rom } = await make({ title: 'Перенос', lobby: false })
  const lnk = await linkOf(teacher, 'Перенос')
  await readRules(teacher, lnk)
  const led = await comeIn(teacher, lnk)
  await vi.waitFor(() => expect(led.me()?.at).toBe('room'), soon)
  const startsAt = new Date(server.app.base.clock.ms() + 24 * 3_600_000).toISOString()
  await teacher.client.done(changeRoom, {
    params: { rom },
    body: plan({ title: 'Перенос', lobby: false, startsAt }),
  })
  await vi.waitFor(() => expect(led.told.at(-1)).toEqual({ t: 'gone', why: 'ended' }), soon)
})

test('R2-9a presence left open by a server that broke off ends with the room', async () => {
  const { id: rom } = await make({ title: 'Обрыв', lobby: false })
  const lnk = await linkOf(teacher, 'Обрыв')
  await readRules(teacher, lnk)
  const led = await comeIn(teacher, lnk)
  await vi.waitFor(() => expect(led.me()?.at).toBe('room'), soon)
  const gone = once(led.socket, 'close')
  led.say({ t: 'end' })
  await gone
  const seat = async () => {
    const view = await teacher.client.done(readRoom, { params: { rom } })
    return view.seats.find(({ id }) => id === teacher.id)
  }
  await vi.waitFor(async () => expect((await seat())?.lastOut).not.toBeNull(), soon)
  await server.database.owner('update room_seat set last_out = null where room_id = $1', [rom])
  expect((await seat())?.lastOut).toBeNull()
  const { pools, clock } = server.app.base
  await endPresences(pools, 60, clock.now().add({ hours: 24 }))
  const { rows } = await server.database.owner(
    'select s.last_out = r.ended_at as with_the_room from room_seat s join room r on r.id = s.room_id where r.id = $1 and s.first_in is not null',
    [rom],
  )
  expect(rows).toEqual([{ with_the_room: true }])
})

test('R0-3.2 media that can not begin are not begun over and over: pages are told to ask again, and the log says why', async () => {
  const said: string[] = []
  const keep = (event: string) => void said.push(event)
  const engine = sfuEngine(
    { port: 0, host: '127.0.0.1', addresses: [] },
    SLOTS,
    { debug: keep, info: keep, warn: keep, error: keep },
    new URL('./no-such-program.ts', import.meta.url),
  )
  const states: string[] = []
  const join = (peer: string) =>
    engine.join(peer, {
      offer: () => undefined,
      candidate: () => undefined,
      state: (state) => {
        states.push(state)
        // A page that never waits.
        if (states.length < 20) join(peer)
      },
    })
  join('per_1')
  await vi.waitFor(() => expect(states).toHaveLength(20), soon)
  expect(said).toEqual(['room.engine_ended'])
  engine.close()
})
