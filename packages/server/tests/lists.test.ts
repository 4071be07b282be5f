// Lists that grow: pages by cursor over thousands of rows, and questions to the database that do not grow with the rows.
import { listMyTasks } from '@ochno/contract/assignments'
import { listChecks } from '@ochno/contract/equipment'
import { listExams } from '@ochno/contract/exams'
import { readJournal } from '@ochno/contract/journal'
import { listMyNotices } from '@ochno/contract/notices'
import { cursorText, readCursor } from '@ochno/contract/paging'
import { applyImport, cancelImport, checkImport, readImport } from '@ochno/contract/people-import'
import { listPeople } from '@ochno/contract/people'
import { listReviews } from '@ochno/contract/review'
import { submitSession } from '@ochno/contract/sessions'
import { listTickets } from '@ochno/contract/support'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addPeople, ID, walk } from './support/crowd.ts'

const PEOPLE = 5_000
let server: TestServer
const owner = (sql: string, values: unknown[] = []) => server.database.owner(sql, values)

beforeAll(async () => {
  server = await bootServer()
  // Names come twice: only the id tells them apart.
  await addPeople(server, 1, PEOPLE, 'Списков Номер')
})
afterAll(() => server.stop())

test('5,000 people are walked page by page, each once and in the order of the alphabet, while others are added', async () => {
  const { client } = server.admin
  const { rows, totals } = await walk(
    (after) => client.done(listPeople, { query: { find: 'списков', size: 200, ...after } }),
    async (pages) => {
      // Before and behind the place that was reached.
      if (pages === 3) await addPeople(server, PEOPLE + 1, PEOPLE + 40, 'Аспискова Списков')
      if (pages === 4) await addPeople(server, PEOPLE + 41, PEOPLE + 60, 'Яспискова Списков')
    },
  )
  const ids = rows.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  // Those that were added behind are met, those before are not, and nobody of the first is left out.
  expect(rows.filter(({ fullName }) => fullName.startsWith('Списков'))).toHaveLength(PEOPLE)
  expect(rows.filter(({ fullName }) => fullName.startsWith('Ясписков'))).toHaveLength(20)
  expect(rows.filter(({ fullName }) => fullName.startsWith('Асписков'))).toHaveLength(0)
  expect(rows.map(({ fullName }) => fullName)).toEqual(
    rows.map(({ fullName }) => fullName).toSorted(new Intl.Collator('ru').compare),
  )
  expect([totals[0], totals.at(-1)]).toEqual([PEOPLE, PEOPLE + 60])
})

test('a search of the server narrows the whole list, not the page', async () => {
  const found = await server.admin.client.done(listPeople, { query: { find: 'номер 2999' } })
  expect([found.rows.length, found.total, found.next]).toEqual([1, 1, null])
  const none = await server.admin.client.done(listPeople, { query: { find: 'никого такого' } })
  expect([none.rows, none.total, none.next]).toEqual([[], 0, null])
})

test('T-30 a cursor of another institution, of another list or of nothing is refused, and tells nothing', async () => {
  const { client } = server.admin
  const { next } = await client.done(listPeople, { query: { size: 1 } })
  const own = readCursor(next ?? '')
  if (!own) throw new Error('no second page')
  const other = await server.otherInstitution()
  const stale = async (after: string, who: TestPerson = server.admin) => {
    const answer = await who.client.call(listPeople, { query: { after } })
    return [answer.status, answer.code]
  }
  expect(await stale(next ?? '', other.admin)).toEqual([409, 'cursor_stale'])
  // Even under the name of the own institution: whose keys they are decides.
  expect(await stale(cursorText({ ...own, tenant: other.id }), other.admin)).toEqual([409, 'cursor_stale'])
  expect(await stale(cursorText({ ...own, list: 'exams-all' }))).toEqual([409, 'cursor_stale'])
  expect(await stale(cursorText({ ...own, keys: [`acc_${'b'.repeat(26)}`] }))).toEqual([409, 'cursor_stale'])
  expect(await stale(cursorText({ ...own, keys: [...own.keys, 'one-more'] }))).toEqual([409, 'cursor_stale'])
  for (const broken of ['x', 'people~~', `people~${server.id}~'`, 'я~я~я']) {
    const answer = await client.call(listPeople, { query: { after: broken } })
    expect([broken, answer.status]).toEqual([broken, 400])
  }
  for (const key of ['2026-02-31T00:00:00.000000Z', 'yesterday', 'infinity']) {
    const after = cursorText({ list: 'exams-all', tenant: server.id, keys: [key, 'exm_a'] })
    expect((await client.call(listExams, { query: { after } })).code).toBe('cursor_stale')
  }
})

test('no page carries a name of a person in its address', async () => {
  const { rows, next } = await server.admin.client.done(listPeople, { query: { find: 'списков', size: 2 } })
  expect(readCursor(next ?? '')?.keys).toEqual([rows[1]?.id])
})

test('acts, exams, requests, notices and checks that share one moment come once each over all pages', async () => {
  const dpo = await server.person('dpo')
  const helper = await server.person('support')
  const at = '2026-11-20T10:00:00.123456Z'
  await owner(
    `insert into audit_entry (id, tenant_id, at, actor, role, action, object, purpose, result, commitment)
     select 'aud_list' || i, $1, $2, 'system', 'system', 'list.test', 'obj_list', 'administration', 'ok', '\\x00'
     from generate_series(1, 450) i`,
    [server.id, at],
  )
  await owner(
    `insert into exam (id, tenant_id, title, instructions, opens_at, closes_at, length_minutes, state, created_by, created_at)
     select ${ID('exm', 'i')}, $1, 'Списочный ' || i, '', $2::timestamptz, $2::timestamptz + interval '1 hour', 60, 'draft', $3, $2
     from generate_series(1, 620) i`,
    [server.id, at, server.admin.id],
  )
  await owner(
    `insert into support_ticket (id, tenant_id, no, asked_by, topic, exam_now, state, opened_at, changed_at)
     select ${ID('tkt', 'i')}, $1, 1000 + i, $3, 'camera', i % 3 = 0, 'routed', $2, $2 from generate_series(1, 250) i`,
    [server.id, at, dpo.id],
  )
  await owner(
    `insert into notice (id, tenant_id, to_account, kind, about, edition, facts, queued_at)
     select ${ID('ntc', 'i')}, $1, $3, 'message', 'exm_' || i, 1, '{"title":"Сообщение","text":"Слова"}', $2
     from generate_series(1, 230) i`,
    [server.id, at, helper.id],
  )
  await owner(
    `insert into equipment_check (id, tenant_id, account_id, place, at, facts, rows, outcome)
     select ${ID('chk', 'i')}, $1, ${ID('acc', 'i')}, 'examinee', $2, '{}', '[]', case when i % 5 = 0 then 'blocked' else 'fit' end
     from generate_series(1, 620) i`,
    [server.id, at],
  )
  const size = 100
  const walks = {
    acts: await walk((q) => dpo.client.done(readJournal, { query: { object: 'obj_list', size, ...q } })),
    exams: await walk((q) =>
      server.admin.client.done(listExams, { query: { find: 'СПИСОЧНЫЙ', size, ...q } }),
    ),
    tickets: await walk((q) => helper.client.done(listTickets, { query: { size, ...q } })),
    notices: await walk((q) => helper.client.done(listMyNotices, { query: { size, ...q } })),
    checks: await walk((q) =>
      server.admin.client.done(listChecks, { query: { find: 'списков', size, ...q } }),
    ),
    doubtful: await walk((q) =>
      server.admin.client.done(listChecks, { query: { which: 'doubtful', size: 50, ...q } }),
    ),
  }
  const once = (list: { rows: readonly unknown[]; totals: readonly number[] }) => [
    list.rows.length,
    new Set(list.rows.map((row) => JSON.stringify(row))).size,
    ...new Set(list.totals),
  ]
  expect(Object.fromEntries(Object.entries(walks).map(([name, list]) => [name, once(list)]))).toEqual({
    acts: [450, 450, 450],
    exams: [620, 620, 620],
    tickets: [250, 250, 250],
    notices: [230, 230, 230],
    checks: [620, 620, 620],
    doubtful: [124, 124, 124],
  })
  // Exams that run now stand first, over the edges of pages.
  const urgent = walks.tickets.rows.map(({ examNow }) => examNow)
  expect(urgent.lastIndexOf(true)).toBe(urgent.filter(Boolean).length - 1)
})

/** Statements one request makes; what the server does by itself meanwhile is not in the least of five. */
async function statements(ask: () => Promise<unknown>): Promise<number> {
  const counts: number[] = []
  for (let i = 0; i < 5; i++) {
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    await ask()
    counts.push(spy.mock.calls.length)
    spy.mockRestore()
  }
  return Math.min(...counts)
}

test('the queue of reviews asks as many questions for twenty recordings as for one', async () => {
  const school = await server.otherInstitution()
  await actInForce(school.admin.client, '004')
  const exam = await examUnderAct(school.admin.client, { mode: 'async_human' }, {})
  const methodist = await school.person('methodist')
  const { id, examinee } = await school.session({ exam })
  await owner(
    `update session set state = 'in_progress', authorized_at = now() - interval '1 hour', started_at = now() - interval '1 hour',
       deadline = now() + interval '1 minute' where id = $1`,
    [id],
  )
  await examinee.client.done(submitSession, { params: { sid: id } })
  await owner(
    `insert into account (id, tenant_id, login, full_name, created_at)
     select ${ID('acc', '100000 + i')}, $1, 'seen' || i, 'Просмотренный ' || i, now() from generate_series(1, 40) i`,
    [school.id],
  )
  const clone = async (from: number, to: number) => {
    await owner(
      `insert into session select (jsonb_populate_record(null::session, to_jsonb(s) || jsonb_build_object(
         'id', ${ID('ses', 'i')}, 'examinee_id', ${ID('acc', '100000 + i')}))).* from session s, generate_series($2::int, $3::int) i where s.id = $1`,
      [id, from, to],
    )
    await owner(
      `insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at)
       select $1, ${ID('ses', 'i')}, 'page0000', 0, now(), now() from generate_series($2::int, $3::int) i`,
      [school.id, from, to],
    )
    await owner(
      `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength, made, heard_at)
       select $1, ${ID('ses', 'i')}, 1, 'page0000', 'h', 1, 'phone', 'gadgets', extract(epoch from now() - interval '30 minutes')::bigint * 1000,
         extract(epoch from now() - interval '29 minutes')::bigint * 1000, false, 1, '[]', now() from generate_series($2::int, $3::int) i`,
      [school.id, from, to],
    )
    await owner(
      `insert into review (id, tenant_id, session_id, kind, state, created_at, recorded_minutes)
       select ${ID('rvw', 'i')}, $1, ${ID('ses', 'i')}, case when i % 2 = 0 then 'second' else 'first' end, 'assigned', now(), 60
       from generate_series($2::int, $3::int) i`,
      [school.id, from, to],
    )
  }
  const queue = () => methodist.client.done(listReviews, {})
  await clone(1, 2)
  const few = await statements(queue)
  await clone(3, 40)
  const { rows } = await queue()
  // Besides them there is the one of the session that was cloned, in which nothing was noticed.
  expect(rows.filter(({ trust, hints }) => hints.all === 1 && trust !== null && trust > 0)).toHaveLength(40)
  expect(await statements(queue)).toBe(few)
})

test('one’s tasks at home ask as many questions for twenty as for one', async () => {
  const teacher = await server.person('teacher')
  const pupil = await server.person('examinee')
  await owner(
    `insert into people_group (id, tenant_id, name, created_at) values (${ID('grp', '1')}, $1, 'Список-1', now())`,
    [server.id],
  )
  await owner(
    `insert into people_group_member (account_id, tenant_id, group_id, since) values ($2, $1, ${ID('grp', '1')}, now())`,
    [server.id, pupil.id],
  )
  const give = (from: number, to: number) =>
    owner(
      `insert into home_task (id, tenant_id, teacher_id, group_id, title, body, given_at, deadline_at, deadline_by)
       select ${ID('tsk', 'i')}, $1, $2, ${ID('grp', '1')}, 'Задание ' || i, 'Слова', now(), now() + interval '1 day', 'teacher'
       from generate_series($3::int, $4::int) i`,
      [server.id, teacher.id, from, to],
    )
  const mine = () => pupil.client.done(listMyTasks, {})
  await give(1, 1)
  const few = await statements(mine)
  await give(2, 20)
  const { rows } = await mine()
  expect([rows.length, rows.every(({ open }) => open)]).toEqual([20, true])
  expect(await statements(mine)).toBe(few)
})

test('an import that is cancelled before it is done leaves nothing; who sent it alone sees how far it is', async () => {
  const school = await server.otherInstitution()
  const { client } = school.admin
  const other = await server.otherInstitution()
  const body = new TextEncoder().encode('ФИО;Логин\nОтменова Анна;cancel.anna\n')
  const { plan } = await client.done(checkImport, { body })
  // Somebody else imports at this institution: the file waits for its turn.
  const busy = new pg.Client({ connectionString: server.database.url })
  await busy.connect()
  await busy.query('select pg_advisory_lock(hashtextextended($1, 4))', [school.id])
  const applying = client.call(applyImport, { query: { plan: plan ?? '' }, body })
  await vi.waitFor(
    async () =>
      expect((await client.done(readImport, {})).running).toEqual({ step: 'reading', done: 0, total: 0 }),
    { timeout: 20_000 },
  )
  expect((await other.admin.client.done(readImport, {})).running).toBeNull()
  expect((await other.admin.client.call(cancelImport, {})).code).toBe('not_found')
  expect((await client.call(cancelImport, {})).status).toBeLessThan(300)
  await busy.query('select pg_advisory_unlock(hashtextextended($1, 4))', [school.id])
  await busy.end()
  expect((await applying).code).toBe('import_cancelled')
  expect(await client.done(readImport, {})).toEqual({ running: null, last: null })
  expect((await client.done(listPeople, { query: { find: 'отменова' } })).total).toBe(0)

  const done = await client.done(applyImport, { query: { plan: plan ?? '' }, body })
  expect((await client.done(readImport, {})).last).toMatchObject({ id: done.id, counts: { added: 1 } })
})
