// Birthdays and links to representatives, as the card of the person keeps them.
import type { AccountId } from '@ochno/domain/ids'
import type { Consents, Subject } from '../../ports/consents.ts'
import { rowsOf, type Sql, timeOrNull } from './transaction.ts'

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

export const consentSubjects = (sql: Sql): Pick<Consents, 'subject' | 'subjects' | 'representations'> => ({
  subject: async (account) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} and a.id = $1`, [account])
    return row ? subjectOf(row) : null
  },
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
         where representative_id = $1 or child_id = $1 order by representative_id, child_id`,
        [account],
      )
    ).map((row) => ({
      representative: row.representative_id,
      child: row.child_id,
      proof: row.proof,
      verifiedAt: timeOrNull(row.verified_at),
      endedAt: timeOrNull(row.ended_at),
    })),
})
