import type { ConductEntry, ConductParty } from '@ochno/domain/conduct/entry'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Conduct } from '../../ports/conduct.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  seq: number
  at: Date
  party: ConductParty
  said_by: AccountId | null
  full_name: string | null
  kind: ConductEntry['kind']
  facts: object
}

type ComplaintRow = {
  session_id: SessionId
  examinee: string
  exam: string
  proctors: string[]
  at: Date
  text: string
}

type OfferRow = {
  session_id: SessionId
  seq: number
  examinee: string
  exam: string
  from: string
  reason: string
  at: Date
}

export const postgresConduct = (sql: Sql, tenant: TenantId): Conduct => ({
  read: async (session, after) =>
    (
      await rowsOf<Row>(
        sql,
        `select c.seq, c.at, c.party, c.said_by, a.full_name, c.kind, c.facts from conduct c
         left join account a on a.id = c.said_by where c.session_id = $1 and c.seq > $2 order by c.seq limit 1000`,
        [session, after],
      )
    ).map(({ said_by, full_name, kind, facts, at, ...row }) => ({
      ...row,
      at: time(at),
      by: said_by,
      name: full_name ?? '',
      entry: { kind, ...facts } as ConductEntry,
    })),
  add: async (session, { at, party, by, entry }) => {
    const { kind, ...facts } = entry
    const [row] = await rowsOf<{ seq: number }>(
      sql,
      `insert into conduct (tenant_id, session_id, seq, at, said_by, party, kind, facts)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6, $7 from conduct where session_id = $2 returning seq`,
      [tenant, session, stamp(at), by, party, kind, JSON.stringify(facts)],
    )
    return row?.seq ?? 0
  },
  complaints: async () =>
    (
      await rowsOf<ComplaintRow>(
        sql,
        `select c.session_id, a.full_name as examinee, e.title as exam, c.at, c.facts->>'text' as text,
           coalesce((select array_agg(p.full_name order by p.full_name) from assignment g
             join account p on p.id = g.proctor_id where g.session_id = c.session_id), '{}') as proctors
         from conduct c join session s on s.id = c.session_id join exam e on e.id = s.exam_id
         join account a on a.id = s.examinee_id where c.kind = 'complaint' order by c.at desc limit 200`,
      )
    ).map(({ session_id, at, ...row }) => ({ ...row, session: session_id, at: time(at) })),
  offersTo: async (proctor) =>
    (
      await rowsOf<OfferRow>(
        sql,
        `select c.session_id, c.seq, x.full_name as examinee, e.title as exam, p.full_name as "from", c.at,
           c.facts->>'reason' as reason
         from conduct c join session s on s.id = c.session_id join exam e on e.id = s.exam_id
         join account x on x.id = s.examinee_id join account p on p.id = c.said_by
         where c.kind = 'offer' and c.facts->>'to' = $1 and s.deauthorized_at is null
           and exists (select from assignment g where g.session_id = c.session_id and g.proctor_id = c.said_by
             and g.removed_at is null)
           and not exists (select from conduct n where n.session_id = c.session_id and n.kind = 'offer_end'
             and (n.facts->>'of')::integer = c.seq)
         order by c.at limit 50`,
        [proctor],
      )
    ).map(({ session_id, at, ...row }) => ({ ...row, session: session_id, at: time(at) })),
  planScans: async (session, { seed, moments }, at) => {
    await sql.query(
      `insert into scan_plan (session_id, tenant_id, seed, moments, drawn_at) values ($1, $2, $3, $4, $5)
       on conflict (session_id) do nothing`,
      [session, tenant, Buffer.from(seed), moments.map(stamp), stamp(at)],
    )
  },
  scanPlan: async (session) => {
    const [row] = await rowsOf<{ seed: Buffer; moments: Date[] }>(
      sql,
      'select seed, moments from scan_plan where session_id = $1',
      [session],
    )
    return row ? { seed: new Uint8Array(row.seed), moments: row.moments.map(time) } : null
  },
})
