import type { ComplaintOutcome } from '@ochno/domain/complaint/complaint'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import type { Complaint, Complaints, OverdueComplaints } from '../../ports/complaints.ts'
import type { TextPlace } from '../../ports/texts.ts'
import { placeOf } from './conduct.ts'
import { joinTextKey, type KeyRow, type SessionTexts } from './texts.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = KeyRow & {
  session_id: SessionId
  seq: number
  examinee_id: AccountId
  examinee: string
  exam: string
  at: Date
  facts: { text?: string }
  said: Buffer | null
  proctors: { id: AccountId; name: string }[]
  due_at: Date | null
  taken_by: AccountId | null
  taken_name: string | null
  taken_at: Date | null
  answered_by: AccountId | null
  answered_name: string | null
  answered_at: Date | null
  outcome: ComplaintOutcome | null
  sealed: Buffer | null
  escalated_at: Date | null
}

const SELECT = `select m.session_id, m.seq, s.examinee_id, x.full_name as examinee, e.title as exam, c.at, c.facts,
    c.sealed as said, m.due_at, m.taken_by, t.full_name as taken_name, m.taken_at, m.answered_by, w.full_name as answered_name,
    m.answered_at, m.outcome, m.sealed, m.escalated_at, tk.kek_id, tk.wrapped,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.full_name) order by p.full_name) from account p
      where p.id in (select g.proctor_id from assignment g where g.session_id = m.session_id
        union select n.said_by from conduct n where n.session_id = m.session_id and n.party = 'proctor')), '[]') as proctors
  from complaint m join conduct c on c.session_id = m.session_id and c.seq = m.seq ${joinTextKey('m', 'protocol')}
  join session s on s.id = m.session_id join exam e on e.id = s.exam_id join account x on x.id = s.examinee_id
  left join account t on t.id = m.taken_by left join account w on w.id = m.answered_by`

const answerAt = (session: SessionId, seq: number): TextPlace => ({
  session,
  kept: 'protocol',
  place: `complaint|${seq}`,
})

function complaintOf(texts: SessionTexts, row: Row): Complaint {
  const words = (at: TextPlace, sealed: Buffer | null): string =>
    String((sealed && (texts.open(at, row, sealed) as { text?: string } | null))?.text ?? '')
  const { session_id: session, seq } = row
  return {
    session,
    seq,
    examinee: row.examinee_id,
    examineeName: row.examinee,
    exam: row.exam,
    at: time(row.at),
    text: row.said ? words(placeOf(session, seq), row.said) : (row.facts.text ?? ''),
    proctors: row.proctors,
    due: timeOrNull(row.due_at),
    taken:
      row.taken_by && row.taken_at
        ? { by: row.taken_by, name: row.taken_name ?? '', at: time(row.taken_at) }
        : null,
    answered:
      row.answered_by && row.answered_at && row.outcome
        ? {
            by: row.answered_by,
            name: row.answered_name ?? '',
            at: time(row.answered_at),
            outcome: row.outcome,
            text: words(answerAt(session, seq), row.sealed),
          }
        : null,
    escalatedAt: timeOrNull(row.escalated_at),
  }
}

export function postgresComplaints(sql: Sql, tenant: TenantId, texts: SessionTexts): Complaints {
  const read = async (where: string, values: readonly unknown[], most: number | null = 500) =>
    (
      await rowsOf<Row>(sql, `${SELECT} ${where} order by c.at desc, m.seq desc limit ${most ?? 'all'}`, [
        ...values,
      ])
    ).map((row) => complaintOf(texts, row))
  return {
    open: async (session, seq, due) => {
      await sql.query(
        'insert into complaint (session_id, seq, tenant_id, due_at) values ($1, $2, $3, $4) on conflict do nothing',
        [session, seq, tenant, due && stamp(due)],
      )
    },
    listed: async () => [
      ...(await read('where m.answered_at is null', [], null)),
      ...(await read('where m.answered_at is not null', [])),
    ],
    late: (now) =>
      read('where m.answered_at is null and m.escalated_at is null and m.due_at < $1', [stamp(now)], null),
    ofExaminees: (accounts) => read('where s.examinee_id = any ($1)', [accounts]),
    ofSession: (session) => read('where m.session_id = $1', [session]),
    lock: async (session, seq) => {
      await sql.query('select from complaint where session_id = $1 and seq = $2 for no key update', [
        session,
        seq,
      ])
      return (await read('where m.session_id = $1 and m.seq = $2', [session, seq]))[0] ?? null
    },
    take: async ({ session, seq }, by, at) => {
      await sql.query(
        'update complaint set taken_by = $3, taken_at = $4 where session_id = $1 and seq = $2',
        [session, seq, by, stamp(at)],
      )
    },
    answer: async ({ session, seq }, { by, at, outcome, text }) => {
      await sql.query(
        `update complaint set answered_by = $3, answered_at = $4, outcome = $5, sealed = $6
         where session_id = $1 and seq = $2`,
        [session, seq, by, stamp(at), outcome, await texts.seal(answerAt(session, seq), { text })],
      )
    },
    escalated: async ({ session, seq }, at) => {
      await sql.query('update complaint set escalated_at = $3 where session_id = $1 and seq = $2', [
        session,
        seq,
        stamp(at),
      ])
    },
  }
}

export const postgresOverdueComplaints =
  (auth: pg.Pool): OverdueComplaints =>
  async (now) =>
    (
      await rowsOf<{ tenant_id: TenantId }>(
        auth,
        'select distinct tenant_id from complaint where answered_at is null and escalated_at is null and due_at < $1',
        [stamp(now)],
      )
    ).map((row) => row.tenant_id)
