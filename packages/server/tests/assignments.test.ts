// Written work (002 п. 17): a deadline of the teacher or of the local act, versions with their channel and files, and what is late.
import {
  changeTask,
  closeTask,
  createTask,
  handIn,
  listMyTasks,
  listTasks,
  readMyTask,
  readMyWorkFile,
  readTask,
  readWorkFile,
  recordWork,
  removeWorkFile,
  saveTaskTerm,
  sendWorkFile,
} from '@ochno/contract/assignments'
import { createGroup, listGroups, removeGroup } from '@ochno/contract/people-groups'
import { changePerson } from '@ochno/contract/people'
import type { GroupId } from '@ochno/domain/ids'
import { steppedClock } from '@ochno/testkit/clock'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

const { clock, pass } = steppedClock()
let server: TestServer
let teacher: TestPerson
let colleague: TestPerson
let anna: TestPerson
let stranger: TestPerson
let vera: TestPerson
let group: GroupId

beforeAll(async () => {
  server = await bootServer({ clock })
  teacher = await server.person('teacher', { fullName: 'Соколова Ирина' })
  colleague = await server.person('teacher')
  anna = await server.person('examinee', { fullName: 'Белова Анна' })
  stranger = await server.person('examinee')
  vera = await server.person('examinee')
  group = (await server.admin.client.done(createGroup, { body: { name: '9А', stream: null } })).id
  await server.admin.client.done(changePerson, { params: { id: anna.id }, body: { group } })
})
afterAll(() => server.stop())

const inMinutes = (minutes: number) => clock.now().add({ minutes }).toString()
const give = (deadline: string | null, title = 'Сочинение') =>
  teacher.client.done(createTask, { body: { title, body: 'Две страницы', group, deadline } })
const pdf = new TextEncoder().encode('%PDF-1.7 my work')
const why = ({ code }: { readonly code: string }) => code

// First, while the administrator may still change people.
test('R2-17c an emptied class that was ever given a task stays, with all that was handed in', async () => {
  const admin = server.admin.client
  const { id: gid } = await admin.done(createGroup, { body: { name: '9Б', stream: null } })
  await admin.done(changePerson, { params: { id: vera.id }, body: { group: gid } })
  const body = { title: 'Диктант', body: '', group: gid, deadline: inMinutes(60) }
  const { id: tsk } = await teacher.client.done(createTask, { body })
  await vera.client.done(handIn, { params: { tsk }, body: { text: 'Готово' } })
  await admin.done(changePerson, { params: { id: vera.id }, body: { group } })
  expect(why(await admin.call(removeGroup, { params: { gid } }))).toBe('group_has_tasks')
  expect((await admin.done(listGroups, {})).rows.map(({ id }) => id)).toContain(gid)
  await expect(server.database.owner('delete from people_group where id = $1', [gid])).rejects.toThrow(
    /home_task/,
  )
  const { versions } = await vera.client.done(readMyTask, { params: { tsk } })
  expect(versions.map(({ text }) => text)).toEqual(['Готово'])
  await admin.done(changePerson, { params: { id: vera.id }, body: { group: null } })
})

test('R2-17c versions keep time, channel and files, and what comes after the deadline is late', async () => {
  const { id: tsk } = await give(inMinutes(5))
  const params = { tsk }
  const sent = await anna.client.done(sendWorkFile, { params, query: { name: 'Работа.pdf' }, body: pdf })
  pass(1)
  const extra = await anna.client.done(sendWorkFile, { params, query: { name: 'Лишнее.pdf' }, body: pdf })
  expect(extra.waiting.map(({ name }) => name)).toEqual(['Работа.pdf', 'Лишнее.pdf'])
  const superfluous = extra.waiting[1]?.id
  const csc = sent.waiting[0]?.id
  if (!csc || !superfluous) throw new Error('no file')
  await anna.client.done(removeWorkFile, { params: { tsk, csc: superfluous } })
  // Not yet handed in, so not yet the teacher's.
  expect((await teacher.client.call(readWorkFile, { params: { tsk, csc } })).status).toBe(404)
  await anna.client.done(handIn, { params, body: { text: 'Первый вариант' } })
  pass(6 * 60)
  await anna.client.done(handIn, { params, body: { text: 'Исправлено' } })
  const seen = await teacher.client.done(readTask, { params })
  expect(seen.people).toMatchObject([
    {
      name: 'Белова Анна',
      versions: [
        { version: 2, channel: 'platform', late: true, text: 'Исправлено', files: [] },
        {
          version: 1,
          channel: 'platform',
          late: false,
          text: 'Первый вариант',
          files: [{ name: 'Работа.pdf' }],
        },
      ],
    },
  ])
  const read = await teacher.client.done(readWorkFile, { params: { tsk, csc } })
  expect(new Uint8Array(read)).toEqual(pdf)
  expect(new Uint8Array(await anna.client.done(readMyWorkFile, { params: { tsk, csc } }))).toEqual(pdf)
  // What lies in the store is not what was sent, and a handed-in file stays.
  expect((await anna.client.call(removeWorkFile, { params: { tsk, csc } })).status).toBe(404)
  expect((await listOf(tsk))?.handedIn).toBe(1)
  // It came in time and was only corrected later: neither of the two is told of a delay.
  expect((await listOf(tsk))?.late).toBe(0)
  expect(await anna.client.done(readMyTask, { params })).toMatchObject({ over: true, late: false })
})

const listOf = async (tsk: string) =>
  (await teacher.client.done(listTasks, {})).rows.find(({ id }) => id === tsk)

test('R2-17c without a deadline of the teacher that of the local act holds, and none of both is refused', async () => {
  const body = { title: 'Задача', body: '', group, deadline: null }
  const refused = await teacher.client.call(createTask, { body })
  expect([refused.status, why(refused)]).toEqual([400, 'no_deadline'])
  expect((await teacher.client.call(saveTaskTerm, { body: { term: null } })).status).toBe(403)
  const term = { days: 3, document: 'Положение', number: '7' }
  await server.admin.client.done(saveTaskTerm, { body: { term } })
  const { id: tsk } = await teacher.client.done(createTask, { body })
  await server.admin.client.done(saveTaskTerm, { body: { term: { ...term, number: '8' } } })
  const { deadline } = await anna.client.done(readMyTask, { params: { tsk } })
  expect(deadline).toMatchObject({ by: 'act', ground: { document: 'Положение', number: '7' } })
  const past = await teacher.client.call(createTask, { body: { ...body, deadline: inMinutes(-1) } })
  expect(why(past)).toBe('deadline_in_past')
})

test('R2-17c only the group hands in, and nothing after the teacher closed it', async () => {
  const { id: tsk } = await give(inMinutes(60))
  const params = { tsk }
  const text = { text: 'Ответ' }
  expect((await stranger.client.call(readMyTask, { params })).status).toBe(404)
  expect((await stranger.client.call(handIn, { params, body: text })).status).toBe(404)
  expect((await stranger.client.done(listMyTasks, {})).rows).toEqual([])
  expect((await colleague.client.call(readTask, { params })).status).toBe(404)
  expect((await colleague.client.call(closeTask, { params })).status).toBe(404)
  expect(why(await anna.client.call(handIn, { params, body: { text: '' } }))).toBe('nothing_handed_in')
  const program = await anna.client.call(sendWorkFile, {
    params,
    query: { name: 'a.pdf' },
    body: new TextEncoder().encode('MZ program'),
  })
  expect(why(program)).toBe('not_a_scan')
  const words = { title: 'Сочинение', body: 'Три страницы' }
  const later = inMinutes(90)
  const changed = await teacher.client.done(changeTask, { params, body: { ...words, deadline: later } })
  expect(Date.parse(changed.deadline.at)).toBe(Date.parse(later))
  await teacher.client.done(closeTask, { params })
  expect(why(await anna.client.call(handIn, { params, body: text }))).toBe('task_closed')
  expect((await anna.client.done(readMyTask, { params })).open).toBe(false)
})

test('R2-17c a learner is shown the soonest deadline first, and what is closed after all that is open', async () => {
  const titles = ['Через два часа', 'Через час', 'Закрыта']
  await give(inMinutes(120), titles[0])
  await give(inMinutes(60), titles[1])
  const { id: tsk } = await give(inMinutes(30), titles[2])
  await teacher.client.done(closeTask, { params: { tsk } })
  const { rows } = await anna.client.done(listMyTasks, {})
  expect(rows.map(({ title }) => title).filter((title) => titles.includes(title))).toEqual([
    'Через час',
    'Через два часа',
    'Закрыта',
  ])
})

test('R2-17b R2-17c work that came by e-mail is written down with its time; a resource needs personal accounts', async () => {
  const { id: tsk } = await give(inMinutes(5))
  const params = { tsk, id: anna.id }
  pass(10 * 60)
  const came = { channel: 'mail' as const, at: inMinutes(-2), note: 'Прислала письмом' }
  const seen = await teacher.client.done(recordWork, { params, body: came })
  expect(seen.people[0]?.versions).toMatchObject([{ channel: 'mail', late: true, text: 'Прислала письмом' }])
  const mine = async () => (await anna.client.done(readMyTask, { params: { tsk } })).late
  expect([await mine(), (await listOf(tsk))?.late]).toEqual([true, 1])
  const inTime = await teacher.client.done(recordWork, { params, body: { ...came, at: inMinutes(-8) } })
  expect(inTime.people[0]?.versions[0]?.late).toBe(false)
  expect([await mine(), (await listOf(tsk))?.late]).toEqual([false, 0])
  const resource = await teacher.client.call(recordWork, { params, body: { ...came, channel: 'resource' } })
  expect(why(resource)).toBe('no_personal_accounts')
  const future = await teacher.client.call(recordWork, { params, body: { ...came, at: inMinutes(1) } })
  expect(why(future)).toBe('received_at_no_such_time')
})
