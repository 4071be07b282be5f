// An exam with some hundreds of people is told in a few statements, and whoever else tells it at that moment tells nobody twice.
import { sendMessage, tellSchedule } from '@ochno/contract/notices'
import { postgresUntold } from '@ochno/server/adapters/postgres/notices'
import { postgresStore } from '@ochno/server/adapters/postgres/store'
import { tellUntold } from '@ochno/server/features/notices/tell-untold'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** More than one batch. */
const PEOPLE = 1_200
/** Parents of the first of them, each of two. */
const PARENTS = 100

let server: TestServer
let teacher: TestPerson
beforeAll(async () => {
  server = await bootServer({
    parts: [{ tasks: { tell_schedules: async () => {}, send_letter: async () => {} } }],
  })
  teacher = await server.person('teacher')
  await server.database.owner(
    `insert into mail_server (tenant_id, host, port, security, sender, sender_name, changed_at, paused_until)
     values ($1, 'mail.example', 25, 'none', 'exam@school.example', 'Школа', now(), now() + interval '1 day')`,
    [server.id],
  )
})
afterAll(() => server.stop())

const owner = async <Row>(sql: string, values: unknown[] = []) =>
  (await server.database.owner(sql, values)).rows as Row[]

/** Everybody has an address; the first have a parent, who has one too. */
async function crowded(): Promise<string> {
  const exam = await server.exam({ title: 'Физика, 9 класс' })
  await owner(
    `insert into account (id, tenant_id, login, full_name, email, created_at)
     select 'acc_' || $2 || who || i, $1, $2 || who || i, who || i, who || i || '@mail.example', now()
     from generate_series(1, $3) i, unnest(array['pupil', 'parent']) who where who = 'pupil' or i <= $4`,
    [server.id, exam, PEOPLE, PARENTS],
  )
  await owner(
    `insert into account_role (tenant_id, account_id, role)
     select tenant_id, id, case when full_name like 'pupil%' then 'examinee' else 'parent' end from account
     where id like 'acc_' || $1 || '%'`,
    [exam],
  )
  await owner(
    `insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, created_at)
     select 'ses_' || e.id || i, e.tenant_id, e.id, 'acc_' || e.id || 'pupil' || i, 'admitted', e.opens_at, e.closes_at,
       e.length_minutes, now()
     from exam e, generate_series(1, $2) i where e.id = $1`,
    [exam, PEOPLE],
  )
  const children = "select i, 'acc_' || $2 || 'pupil' || i as id from generate_series(1, 2 * $3) i"
  await owner(
    `insert into consent_person (account_id, tenant_id, born) select id, $1, current_date - 5000 from (${children}) c`,
    [server.id, exam, PARENTS],
  )
  await owner(
    `insert into consent_guardian (tenant_id, representative_id, child_id, proof, verified_at)
     select $1, 'acc_' || $2 || 'parent' || (i + 1) / 2, id, 'свидетельство о рождении', now() from (${children}) c`,
    [server.id, exam, PARENTS],
  )
  return exam
}

/** Each begins before any of them can write: whoever looked too early would tell everybody once more. */
async function atOnce<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.database.url })
  await client.connect()
  try {
    await client.query('begin; lock table notice in exclusive mode')
    const running = Promise.all(works.map((work) => work()))
    await expect
      .poll(
        async () =>
          (
            await client.query(
              'select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())',
            )
          ).rowCount,
      )
      .toBe(works.length)
    await client.query('commit')
    return await running
  } finally {
    await client.end()
  }
}

const counted = async (exam: string, kind: string) =>
  (
    await owner<{ notices: number; people: number; letters: number; edition: number }>(
      `select count(*)::int as notices, count(distinct n.to_account)::int as people, count(l.id)::int as letters,
         max(edition)::int as edition
       from notice n left join letter l on l.notice_id = n.id where n.about = $1 and n.kind = $2`,
      [exam, kind],
    )
  )[0]

const swept = () => {
  const { base } = server.app
  const store = postgresStore(server.database.pools.app, base.ids)
  return tellUntold({ ...base, store, untold: postgresUntold(server.database.pools.auth) })
}

test('R4-3.6b many who are told by a person and by the sweep at once are told once each, and both succeed', async () => {
  const eid = await crowded()
  const failed: unknown[] = []
  const [reply] = await atOnce([
    async () => teacher.client.call(tellSchedule, { params: { eid } }),
    async () => void (await swept().catch((cause: unknown) => failed.push(cause))),
  ])
  expect({ status: reply?.status, failed }).toEqual({ status: 200, failed: [] })
  expect(await counted(eid, 'schedule')).toEqual({
    notices: PEOPLE,
    people: PEOPLE,
    letters: PEOPLE,
    edition: 1,
  })
  expect(await counted(eid, 'child')).toEqual({
    notices: 2 * PARENTS,
    people: PARENTS,
    letters: 2 * PARENTS,
    edition: 2,
  })
  const told = await owner<{ details: { told: number } }>(
    `select d.details from audit_entry a join audit_details d on d.entry_id = a.id
     where a.action = 'notice.schedule' and a.object = $1`,
    [eid],
  )
  expect(told.reduce((sum, { details }) => sum + details.told, 0)).toBe(PEOPLE)
})

test('messages to many at once reach each of them once, with numbers of their own', async () => {
  const eid = await crowded()
  const replies = await atOnce(
    ['Первое', 'Второе'].map(
      (text) => () => teacher.client.call(sendMessage, { params: { eid }, body: { text } }),
    ),
  )
  expect(replies.map(({ status }) => status)).toEqual([200, 200])
  expect(await counted(eid, 'message')).toEqual({
    notices: 2 * PEOPLE,
    people: PEOPLE,
    letters: 2 * PEOPLE,
    edition: 2,
  })
})
