// Rows of evidence: what a manifest says about a session, manifests, exports.
import type { TenantId } from '@ochno/domain/ids'
import type { SessionFact } from '@ochno/evidence/manifest'
import type pg from 'pg'
import type { Export, Exports, Manifests, NamedExport, SessionHistory } from '../../ports/evidence.ts'
import { asTenant, time, timeOrNull, transaction, type Sql } from './transaction.ts'

type Row = Record<string, unknown>

const ms = (value: unknown): number | null => (value instanceof Date ? value.getTime() : null)

/** `ingest` may read sessions and write manifests of every tenant; nothing else here can. */
export function postgresManifests(ingest: pg.Pool): Manifests {
  return {
    async history(session) {
      const { rows } = await ingest.query(
        'select s.*, r.sha256 as rules from session s left join exam_rules r on r.exam_id = s.exam_id where s.id = $1',
        [session],
      )
      return rows[0] ? historyOf(rows[0]) : null
    },

    async waiting({ overMs, stirredMs }) {
      const { rows } = await ingest.query(
        `select s.id from session s where s.authorized_at is not null and s.deauthorized_at is not null
         and not exists (select from manifest m where m.session_id = s.id)
         and (s.deauthorized_at <= to_timestamp($1 / 1000.0) or s.deauthorized_at >= to_timestamp($2 / 1000.0)
           or exists (select from track t cross join lateral (
             select srv_ms from fragment f where f.session_id = s.id and f.tid = t.tid order by n desc limit 1) newest
             where t.session_id = s.id and newest.srv_ms >= $2))
         order by s.deauthorized_at limit 1000`,
        [overMs, stirredMs],
      )
      return rows.map((row) => row.id)
    },

    async find(tenant, session) {
      const { rows } = await ingest.query('select * from manifest where session_id = $1 and tenant_id = $2', [
        session,
        tenant,
      ])
      const row = rows[0]
      return row
        ? { tenant, session, body: row.body, sig: row.sig, keyId: row.key_id, closedAt: time(row.closed_at) }
        : null
    },

    storeOnce: (manifest, before) =>
      transaction(ingest, async (sql) => {
        await sql.query("select pg_advisory_xact_lock(hashtextextended('close ' || $1, 0))", [
          manifest.session,
        ])
        // A statement of its own: it sees what the one before us committed.
        if (await isStored(sql, manifest.session)) return false
        await before()
        const { session, tenant, body, sig, keyId, closedAt } = manifest
        await sql.query(
          'insert into manifest (session_id, tenant_id, body, sig, key_id, closed_at) values ($1, $2, $3, $4, $5, $6)',
          [session, tenant, body, sig, keyId, closedAt.toString()],
        )
        return true
      }),
  }
}

async function isStored(sql: Sql, session: string): Promise<boolean> {
  const { rows } = await sql.query('select from manifest where session_id = $1', [session])
  return rows.length > 0
}

function historyOf(row: Row): SessionHistory {
  const facts: SessionFact[] = []
  const add = (type: string, at: unknown, more: Readonly<Record<string, string | number | null>> = {}) => {
    const at_ms = ms(at)
    if (at_ms !== null) facts.push({ ...more, type, at_ms })
  }
  add('authorized', row.authorized_at, { deadline_ms: ms(row.deadline) })
  add('deauthorized', row.deauthorized_at, { cause: (row.end_cause as string | null) ?? null })
  return {
    tenant: row.tenant_id as TenantId,
    session: row.id as SessionHistory['session'],
    exam: row.exam_id as SessionHistory['exam'],
    examinee: row.examinee_id as SessionHistory['examinee'],
    authorizedMs: ms(row.authorized_at),
    deauthorizedMs: ms(row.deauthorized_at),
    // T-18: every session of one published version names the same rules; the window of one person is no rule.
    policy:
      row.rules instanceof Buffer
        ? { rules: row.rules.toString('hex') }
        : {
            opens_ms: ms(row.opens_at) ?? 0,
            closes_ms: ms(row.closes_at) ?? 0,
            length_minutes: row.length_minutes as number,
          },
    facts,
  }
}

export function postgresExports(app: pg.Pool): Exports {
  return {
    async add(ask) {
      await asTenant(app, ask.tenant, (sql) =>
        sql.query(
          `insert into export (id, tenant_id, session_id, purpose, ground, asked_by, asked_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [ask.id, ask.tenant, ask.session, ask.purpose, ask.ground, ask.askedBy, ask.askedAt.toString()],
        ),
      )
    },

    async find(tenant, id) {
      const { rows } = await asTenant(app, tenant, (sql) =>
        sql.query('select * from export where id = $1', [id]),
      )
      return rows[0] ? exportOf(rows[0]) : null
    },

    async list(tenant) {
      const { rows } = await asTenant(app, tenant, (sql) =>
        sql.query(
          `select x.*, e.title, p.full_name as examinee_name, a.full_name as asked_name, g.full_name as granted_name
           from export x join session s on s.id = x.session_id join exam e on e.id = s.exam_id
           join account p on p.id = s.examinee_id
           join account a on a.id = x.asked_by left join account g on g.id = x.granted_by
           order by x.asked_at desc limit 100`,
        ),
      )
      return rows.map(
        (row: Row): NamedExport => ({
          ...exportOf(row),
          examTitle: row.title as string,
          examineeName: row.examinee_name as string,
          askedByName: row.asked_name as string,
          grantedByName: row.granted_name as string | null,
        }),
      )
    },

    async grant(tenant, id, by, at) {
      const { rowCount } = await asTenant(app, tenant, (sql) =>
        sql.query('update export set granted_by = $2, granted_at = $3 where id = $1 and granted_at is null', [
          id,
          by,
          at.toString(),
        ]),
      )
      return rowCount === 1
    },
  }
}

const exportOf = (row: Row): Export => ({
  id: row.id as Export['id'],
  tenant: row.tenant_id as TenantId,
  session: row.session_id as Export['session'],
  purpose: row.purpose as Export['purpose'],
  ground: row.ground as string,
  askedBy: row.asked_by as Export['askedBy'],
  askedAt: time(row.asked_at as Date),
  grantedBy: row.granted_by as Export['grantedBy'],
  grantedAt: timeOrNull(row.granted_at as Date | null),
})
