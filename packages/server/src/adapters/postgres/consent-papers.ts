import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Consents, KeptPaper, PaperId, Scan, ScanId } from '../../ports/consents.ts'
import { among } from './consent-subjects.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: PaperId
  account_id: AccountId
  programme: string
  generated_at: Date
  printed_at: Date | null
  received_on: string | null
  received_by: AccountId | null
  received_name: string | null
  scan_id: ScanId | null
  scan_kind: Scan['kind'] | null
  scan_bytes: number | null
  scan_at: Date | null
}

const SELECT = `select p.id, p.account_id, p.programme, p.generated_at, p.printed_at,
  p.original_received_on::text as received_on, p.original_received_by as received_by, b.full_name as received_name,
  s.id as scan_id, s.kind as scan_kind, s.bytes as scan_bytes, s.uploaded_at as scan_at
  from consent_paper p left join account b on b.id = p.original_received_by
  left join lateral (select * from consent_scan c where c.paper_id = p.id order by c.uploaded_at desc, c.id desc limit 1) s on true`

const paperOf = (row: Row): KeptPaper => ({
  id: row.id,
  account: row.account_id,
  programme: row.programme,
  generatedAt: time(row.generated_at),
  printedAt: timeOrNull(row.printed_at),
  original:
    row.received_on && row.received_by
      ? { receivedOn: row.received_on, by: row.received_by, name: row.received_name ?? '' }
      : null,
  scan:
    row.scan_id && row.scan_kind && row.scan_at
      ? { id: row.scan_id, kind: row.scan_kind, bytes: row.scan_bytes ?? 0, at: time(row.scan_at) }
      : null,
})

type ScanRow = {
  id: ScanId
  paper_id: PaperId
  kind: Scan['kind']
  bytes: number
  sha256: Buffer
  kek_id: string
  sealed_key: Buffer
  uploaded_by: AccountId
  uploaded_at: Date
}

type Papers = Pick<Consents, 'papers' | 'paper' | 'addPaper' | 'receiveOriginal' | 'addScan' | 'scan'>

export const consentPapers = (sql: Sql, tenant: TenantId): Papers => ({
  papers: async (account) =>
    (
      await rowsOf<Row>(
        sql,
        `${SELECT} where $1::text[] is null or p.account_id = any ($1) order by p.generated_at, p.id`,
        [among(account)],
      )
    ).map(paperOf),
  paper: async (id) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} where p.id = $1`, [id])
    return row ? paperOf(row) : null
  },
  addPaper: async (paper) => {
    await sql.query(
      `insert into consent_paper (id, tenant_id, account_id, programme, generated_at, printed_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [paper.id, tenant, paper.account, paper.programme, stamp(paper.generatedAt), stamp(paper.printedAt)],
    )
  },
  receiveOriginal: async (id, { receivedOn, by, at }) => {
    await sql.query(
      `update consent_paper set original_received_on = $2, original_received_by = $3, original_noted_at = $4 where id = $1`,
      [id, receivedOn, by, stamp(at)],
    )
  },
  addScan: async (scan) => {
    await sql.query(
      `insert into consent_scan (id, tenant_id, paper_id, kind, bytes, sha256, kek_id, sealed_key, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        scan.id,
        tenant,
        scan.paper,
        scan.kind,
        scan.bytes,
        Buffer.from(scan.sha256),
        scan.key.kek,
        Buffer.from(scan.key.wrapped),
        scan.by,
        stamp(scan.at),
      ],
    )
  },
  scan: async (paper) => {
    const [row] = await rowsOf<ScanRow>(
      sql,
      `select id, paper_id, kind, bytes, sha256, kek_id, sealed_key, uploaded_by, uploaded_at from consent_scan
       where paper_id = $1 order by uploaded_at desc, id desc limit 1`,
      [paper],
    )
    return row
      ? {
          id: row.id,
          paper: row.paper_id,
          kind: row.kind,
          bytes: row.bytes,
          sha256: new Uint8Array(row.sha256),
          key: { kek: row.kek_id, wrapped: new Uint8Array(row.sealed_key) },
          by: row.uploaded_by,
          at: time(row.uploaded_at),
        }
      : null
  },
})
