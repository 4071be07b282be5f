import type { AccountId, ExamId, NoticeId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import { instant } from '@ochno/domain/time'
import type { LetterId, Letters, NewLetter } from '../../ports/mail.ts'
import { isOfExam, type Notices, type StoredNotice, type Told, type Untold } from '../../ports/notices.ts'
import { inBatches } from './batches.ts'
import { readPage } from './pages.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: NoticeId
  to_account: AccountId
  kind: Told['kind']
  about: ExamId
  edition: number
  facts: Told['facts']
  queued_at: Date
  delivered_at: Date | null
  read_at: Date | null
}

const COLUMNS = 'id, to_account, kind, about, edition, facts, queued_at, delivered_at, read_at'

/** A parent may have two children in one exam. */
const CHILD = "case when kind = 'child' then facts->>'session' end"

const noticeOf = ({ kind, facts, ...row }: Row): StoredNotice => ({
  ...({ kind, facts } as Told),
  id: row.id,
  to: row.to_account,
  about: row.about,
  edition: row.edition,
  queuedAt: time(row.queued_at),
  deliveredAt: timeOrNull(row.delivered_at),
  readAt: timeOrNull(row.read_at),
})

/** The second medium of one notice: the same number, so that it is written once. A letter never carries the words of a message. */
function letterOf(notice: StoredNotice): NewLetter {
  const base = {
    id: `ltr_${notice.id.slice('ntc_'.length)}` as LetterId,
    to: notice.to,
    notice: notice.id,
    email: null,
    queuedAt: notice.queuedAt,
    usefulBefore: null,
    endsAt: null,
  }
  if (notice.kind === 'duty') {
    const { title, what, opensAt, closesAt } = notice.facts
    return { ...base, kind: 'duty', facts: { title, what, opensAt, closesAt } }
  }
  if (notice.kind === 'child') {
    const { what, title, session, opensAt, closesAt, lengthMinutes } = notice.facts
    return {
      ...base,
      kind: 'child',
      facts: { what, title, session, opensAt, closesAt, lengthMinutes, edition: notice.edition },
      usefulBefore: instant(opensAt),
      endsAt: instant(closesAt),
    }
  }
  if (notice.kind !== 'schedule' && notice.kind !== 'cancelled') {
    const { facts, about } = notice
    return { ...base, kind: 'message', facts: { title: facts.title, exam: isOfExam(about) } }
  }
  const { opensAt, closesAt } = notice.facts
  return {
    ...base,
    kind: notice.kind,
    facts: { ...notice.facts, edition: notice.edition },
    usefulBefore: instant(opensAt),
    endsAt: instant(closesAt),
  }
}

/** One or all of an exam: so many statements as there are batches. */
function telling(
  sql: Sql,
  tenant: TenantId,
  letters: Letters,
): Pick<Notices, 'add' | 'addAll' | 'alone' | 'nextEdition' | 'nextEditions'> {
  const addAll: Notices['addAll'] = async (notices, letter = true) => {
    const told: StoredNotice[] = []
    await inBatches(notices, async (some) => {
      const added = await rowsOf<{ id: NoticeId }>(
        sql,
        `insert into notice (id, tenant_id, to_account, kind, about, edition, facts, queued_at)
         select id, $1, to_account, kind, about, edition, facts, queued_at
         from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::jsonb[], $8::timestamptz[])
           as given(id, to_account, kind, about, edition, facts, queued_at)
         on conflict (to_account, kind, about, edition) do nothing returning id`,
        [
          tenant,
          some.map(({ id }) => id),
          some.map(({ to }) => to),
          some.map(({ kind }) => kind),
          some.map(({ about }) => about),
          some.map(({ edition }) => edition),
          some.map(({ facts }) => JSON.stringify(facts)),
          some.map(({ queuedAt }) => stamp(queuedAt)),
        ],
      )
      const there = new Set(added.map(({ id }) => id))
      told.push(...some.filter(({ id }) => there.has(id)))
    })
    if (letter) await letters.postAll(told.map(letterOf))
    return told.map(({ to }) => to)
  }
  // One lock for the exam and not one for each person: two who tell the same people in another order do not wait in a ring.
  const alone: Notices['alone'] = async (about) => {
    await sql.query("select pg_advisory_xact_lock(hashtextextended('message ' || $1, 0))", [about])
  }
  const nextEditions: Notices['nextEditions'] = async (to, about, kind = 'message') => {
    await alone(about)
    const found = await rowsOf<{ to_account: AccountId; next: number }>(
      sql,
      `select to_account, (max(edition) + 1)::int as next from notice
       where to_account = any ($1) and kind = $3 and about = $2 group by to_account`,
      [to, about, kind],
    )
    const next = new Map(found.map((row) => [row.to_account, row.next]))
    return new Map(to.map((one) => [one, next.get(one) ?? 1]))
  }
  return {
    add: async (notice, letter) => void (await addAll([notice], letter)),
    addAll,
    alone,
    nextEdition: async (to, about, kind) => (await nextEditions([to], about, kind)).get(to) ?? 1,
    nextEditions,
  }
}

export const postgresNotices = (sql: Sql, tenant: TenantId, letters: Letters): Notices => ({
  ...telling(sql, tenant, letters),
  latest: async (about, kind) =>
    (
      await rowsOf<Row>(
        sql,
        `select distinct on (to_account, ${CHILD}) ${COLUMNS} from notice where about = $1 and kind = $2
         order by to_account, ${CHILD}, edition desc`,
        [about, kind],
      )
    ).map(noticeOf),
  whoWasTold: async (about, text) =>
    (
      await rowsOf<{ to_account: AccountId }>(
        sql,
        `select distinct to_account from notice where about = $1 and kind = 'message' and facts->>'text' = $2`,
        [about, text],
      )
    ).map(({ to_account }) => to_account),
  ofAccount: async (account) =>
    (
      await rowsOf<Row>(
        sql,
        `select ${COLUMNS} from notice where to_account = $1 order by queued_at desc, id`,
        [account],
      )
    ).map(noticeOf),
  page: async (account, page) => {
    const found = await readPage<Row>(
      sql,
      tenant,
      {
        name: 'notices',
        select: COLUMNS,
        from: 'from notice where to_account = $1',
        values: [account],
        by: [
          { sql: 'queued_at', as: 'timestamptz', down: true },
          { sql: 'id', as: 'text' },
        ],
      },
      page,
    )
    return found && { ...found, rows: found.rows.map(noticeOf) }
  },
  unread: async (account) => {
    const [row] = await rowsOf<{ unread: number }>(
      sql,
      'select count(*)::int as unread from notice where to_account = $1 and read_at is null',
      [account],
    )
    return row?.unread ?? 0
  },
  delivered: async (account, at) => {
    await sql.query('update notice set delivered_at = $2 where to_account = $1 and delivered_at is null', [
      account,
      stamp(at),
    ])
  },
  read: async (id, account, at) => {
    const [row] = await rowsOf<Row>(
      sql,
      `update notice set read_at = coalesce(read_at, $3), delivered_at = coalesce(delivered_at, $3)
       where id = $1 and to_account = $2 returning ${COLUMNS}`,
      [id, account, stamp(at)],
    )
    return row ? noticeOf(row) : null
  },
})

/** The role of sign-in sees sessions and notices of every institution, and only reads them. */
export const postgresUntold =
  (auth: pg.Pool): Untold =>
  async (now) =>
    (
      await rowsOf<{ tenant_id: TenantId; exam_id: ExamId }>(
        auth,
        `select distinct s.tenant_id, s.exam_id from session s
         join exam e on e.id = s.exam_id and e.state = 'published'
         left join lateral (select facts from notice n where n.about = s.exam_id and n.to_account = s.examinee_id
           and n.kind = 'schedule' order by n.edition desc limit 1) told on true
         where s.state = 'admitted' and s.closes_at > $1 and (told.facts is null
           or (told.facts->>'opensAt')::timestamptz <> s.opens_at
           or (told.facts->>'closesAt')::timestamptz <> s.closes_at
           or (told.facts->>'lengthMinutes')::integer <> s.length_minutes
           or told.facts->>'title' <> e.title) limit 200`,
        [stamp(now)],
      )
    ).map((row) => ({ tenant: row.tenant_id, exam: row.exam_id }))
