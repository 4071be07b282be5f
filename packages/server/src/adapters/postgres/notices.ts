import type { AccountId, ExamId, NoticeId, TenantId } from '@ochno/domain/ids'
import type { Notices, StoredNotice, Told } from '../../ports/notices.ts'
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

export const postgresNotices = (sql: Sql, tenant: TenantId): Notices => ({
  latest: async (about, kind) =>
    (
      await rowsOf<Row>(
        sql,
        `select distinct on (to_account) ${COLUMNS} from notice where about = $1 and kind = $2
         order by to_account, edition desc`,
        [about, kind],
      )
    ).map(noticeOf),
  add: async (notice) => {
    await sql.query(
      `insert into notice (id, tenant_id, to_account, kind, about, edition, facts, queued_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (to_account, kind, about, edition) do nothing`,
      [
        notice.id,
        tenant,
        notice.to,
        notice.kind,
        notice.about,
        notice.edition,
        JSON.stringify(notice.facts),
        stamp(notice.queuedAt),
      ],
    )
  },
  ofAccount: async (account) =>
    (
      await rowsOf<Row>(
        sql,
        `select ${COLUMNS} from notice where to_account = $1 order by queued_at desc, id limit 200`,
        [account],
      )
    ).map(noticeOf),
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
