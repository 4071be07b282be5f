import type { NewProgrammeAnswer } from '@ochno/domain/consent/new-programme'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { NewProgrammes } from '../../ports/new-programmes.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  account_id: AccountId
  programme: string
  answer: NewProgrammeAnswer
  signed_on: string | null
  answered_by: AccountId
  answered_at: Date
  by_name: string
}

export const postgresNewProgrammes = (sql: Sql, tenant: TenantId): NewProgrammes => ({
  studied: (now, account) =>
    rowsOf(
      sql,
      `select m.account_id as account, p.name as programme from people_group_member m
         join group_place g on g.group_id = m.group_id join institution_part p on p.id = g.programme_id
         where $2::text is null or m.account_id = $2
       union
       select s.examinee_id, p.name from session s join exam_place e on e.exam_id = s.exam_id
         join institution_part p on p.id = e.programme_id
         where s.closes_at > $1 and s.deauthorized_at is null and ($2::text is null or s.examinee_id = $2)
       order by programme`,
      [stamp(now), account],
    ),
  answered: async (account) =>
    (
      await rowsOf<Row>(
        sql,
        `select c.account_id, c.programme, c.answer, c.signed_on::text as signed_on, c.answered_by, c.answered_at,
           a.full_name as by_name
         from consent_programme c join account a on a.id = c.answered_by where $1::text is null or c.account_id = $1`,
        [account],
      )
    ).map((row) => ({
      account: row.account_id,
      programme: row.programme,
      is: row.answer,
      signedOn: row.signed_on,
      by: row.answered_by,
      byName: row.by_name,
      at: time(row.answered_at),
    })),
  answer: async (one) => {
    await sql.query(
      `insert into consent_programme (tenant_id, account_id, programme, answer, signed_on, answered_by, answered_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (account_id, programme) do update set answer = $4, signed_on = $5, answered_by = $6, answered_at = $7`,
      [tenant, one.account, one.programme, one.is, one.signedOn, one.by, stamp(one.at)],
    )
  },
})
