// Birthdays and links to representatives, as the card of the person keeps them.
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Consents, Subject } from '../../ports/consents.ts'
import { readPage } from './pages.ts'
import { rowsOf, type Sql, stamp, timeOrNull } from './transaction.ts'

type Row = { id: AccountId; full_name: string; born: string | null; incapable: boolean | null }

const SELECT = `select a.id, a.full_name, p.born::text, p.incapable
  from account a left join consent_person p on p.account_id = a.id
  where exists (select from account_role r where r.account_id = a.id and r.role = 'examinee')`

const subjectOf = (row: Row): Subject => ({
  account: row.id,
  name: row.full_name,
  born: row.born,
  incapable: row.incapable ?? false,
})

type Link = {
  representative_id: AccountId
  child_id: AccountId
  proof: string
  verified_at: Date | null
  ended_at: Date | null
}

/** As SQL takes one, several or all (null). */
export const among = (account: AccountId | readonly AccountId[] | null): readonly AccountId[] | null =>
  typeof account === 'string' ? [account] : account

const NAME = 'a.full_name collate "ru-x-icu"'

type Subjects = Pick<Consents, 'subject' | 'subjects' | 'subjectsOf' | 'subjectsPage' | 'representations'>

export const consentSubjects = (sql: Sql, tenant: TenantId): Subjects => ({
  subjectsPage: async ({ find, among: exams, now }, page) => {
    const found = await readPage<Row>(
      sql,
      tenant,
      {
        name: 'consent_register',
        select: 'a.id, a.full_name, p.born::text, p.incapable',
        from: `from account a left join consent_person p on p.account_id = a.id
          where exists (select from account_role r where r.account_id = a.id and r.role = 'examinee')
            and a.disabled_at is null and position(lower($1) in lower(a.full_name)) > 0
            and ($2::text[] is null or exists (select from session s where s.examinee_id = a.id
              and s.exam_id = any ($2) and s.closes_at > $3 and s.deauthorized_at is null))`,
        values: [find, exams, stamp(now)],
        by: [
          { sql: NAME, as: 'text', kept: 'select full_name from account where id = $1' },
          { sql: 'a.id', as: 'text' },
        ],
      },
      page,
    )
    return found && { ...found, rows: found.rows.map(subjectOf) }
  },
  subject: async (account) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} and a.id = $1`, [account])
    return row ? subjectOf(row) : null
  },
  subjectsOf: async (accounts) =>
    (await rowsOf<Row>(sql, `${SELECT} and a.id = any ($1)`, [accounts])).map(subjectOf),
  subjects: async () =>
    (
      await rowsOf<Row>(
        sql,
        `${SELECT} and a.disabled_at is null order by a.full_name collate "ru-x-icu", a.id`,
      )
    ).map(subjectOf),
  representations: async (account) =>
    (
      await rowsOf<Link>(
        sql,
        `select representative_id, child_id, proof, verified_at, ended_at from consent_guardian
         where representative_id = any ($1) or child_id = any ($1) order by representative_id, child_id`,
        [among(account)],
      )
    ).map((row) => ({
      representative: row.representative_id,
      child: row.child_id,
      proof: row.proof,
      verifiedAt: timeOrNull(row.verified_at),
      endedAt: timeOrNull(row.ended_at),
    })),
})
