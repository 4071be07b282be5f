// Parents and their children.
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { People } from '../../ports/people.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'
import { inBatches } from './batches.ts'

export const peopleFamilies = (
  sql: Sql,
  tenant: TenantId,
): Pick<People, 'link' | 'unlink' | 'links' | 'examsAhead'> => ({
  link: (links) =>
    inBatches(links, async (some) => {
      await sql.query(
        `insert into consent_guardian (tenant_id, representative_id, child_id, proof, verified_at)
         select $1, parent, child, proof, verified from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[])
           as given(parent, child, proof, verified)
         on conflict (representative_id, child_id) do update set proof = excluded.proof,
           verified_at = coalesce(excluded.verified_at, consent_guardian.verified_at), ended_at = null`,
        [
          tenant,
          some.map(({ parent }) => parent),
          some.map(({ child }) => child),
          some.map(({ proof }) => proof),
          some.map(({ verifiedAt }) => stamp(verifiedAt)),
        ],
      )
    }),
  unlink: async (parent, child, at) =>
    (
      await rowsOf(
        sql,
        `update consent_guardian set ended_at = $3 where representative_id = $1 and child_id = $2 and ended_at is null
         returning child_id`,
        [parent, child, stamp(at)],
      )
    ).length > 0,
  links: async (account) =>
    (
      await rowsOf<{
        representative_id: AccountId
        child_id: AccountId
        proof: string
        verified_at: Date | null
        ended_at: Date | null
      }>(
        sql,
        `select representative_id, child_id, proof, verified_at, ended_at from consent_guardian
         where representative_id = $1 or child_id = $1 order by child_id, representative_id`,
        [account],
      )
    ).map((row) => ({
      parent: row.representative_id,
      child: row.child_id,
      proof: row.proof,
      verifiedAt: timeOrNull(row.verified_at),
      endedAt: timeOrNull(row.ended_at),
    })),
  examsAhead: async (children, now) =>
    (
      await rowsOf<{
        id: SessionId
        examinee_id: AccountId
        title: string
        opens_at: Date
        closes_at: Date
        length_minutes: number
      }>(
        sql,
        `select s.id, s.examinee_id, e.title, s.opens_at, s.closes_at, s.length_minutes
         from session s join exam e on e.id = s.exam_id
         where s.examinee_id = any ($1) and e.state = 'published' and s.deauthorized_at is null and coalesce(s.deadline, s.closes_at) > $2
         order by s.opens_at, s.id limit 200`,
        [children, stamp(now)],
      )
    ).map((row) => ({
      child: row.examinee_id,
      session: row.id,
      title: row.title,
      opensAt: time(row.opens_at),
      closesAt: time(row.closes_at),
      lengthMinutes: row.length_minutes,
    })),
})
