// Rows of exams as they lie in the database after a day, for figures that are counted over them.
import { randomBytes } from 'node:crypto'
import { type AccountId, type ExamId, idFrom, type SessionId } from '@ochno/domain/ids'
import { unruled } from '@ochno/domain/policy/effective'
import type { TestPerson, TestServer } from './server.ts'

/** A Monday in June, ten in the morning in Moscow. */
export const FIGURES_NOW = Date.parse('2026-06-08T07:00:00Z')
/** When the exam of May began. */
export const FIGURES_BEGAN = Date.parse('2026-05-12T07:00:00Z')
export const MINUTE = 60_000
/** Minutes from now. */
export const at = (minutes: number) => new Date(FIGURES_NOW + minutes * MINUTE)
export const make = <T extends string>(tag: T) => idFrom(tag, randomBytes(16))

export type SessionRow = {
  readonly state: string
  readonly begun?: Date
  readonly ended?: Date
  readonly opens?: number
  readonly closes?: number
}

export type FiguresRows = ReturnType<typeof figuresRows>

export function figuresRows(server: TestServer, proctor: TestPerson) {
  const sql = (text: string, values: unknown[]) => server.database.owner(text, values)

  async function pupil(name: string): Promise<AccountId> {
    const id = make('acc')
    await sql(
      'insert into account (id, tenant_id, login, full_name, created_at) values ($1, $2, $1, $3, $4)',
      [id, server.id, name, at(-1_000_000)],
    )
    return id
  }

  async function session(exam: ExamId, examinee: AccountId, row: SessionRow): Promise<SessionId> {
    const id = make('ses')
    const { begun = null, ended = null, opens = -10, closes = 60 } = row
    await sql(
      `insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, authorized_at,
         started_at, deadline, deauthorized_at, created_at) values ($1, $2, $3, $4, $5, $6, $7, 60, $8, $8, $9, $10, $6)`,
      [id, server.id, exam, examinee, row.state, at(opens), at(closes), begun, begun && at(closes), ended],
    )
    return id
  }

  const say = (id: SessionId, seq: number, minute: number, party: string, kind: string, facts: object) =>
    sql(
      'insert into conduct (tenant_id, session_id, seq, at, said_by, party, kind, facts) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [server.id, id, seq, at(minute), proctor.id, party, kind, JSON.stringify(facts)],
    )

  const watch = (id: SessionId, by: TestPerson) =>
    sql('insert into assignment (tenant_id, session_id, proctor_id, assigned_at) values ($1, $2, $3, $4)', [
      server.id,
      id,
      by.id,
      at(-60),
    ])

  async function heard(id: SessionId, tid: string, secondsAgo: number): Promise<void> {
    await sql(
      "insert into track (session_id, tid, tenant_id, no, nonce, opened_at) values ($1, $2, $3, 1, '\\x00', $4)",
      [id, tid, server.id, at(-9)],
    )
    await sql(
      `insert into fragment (session_id, tid, tenant_id, n, seq, header, chain, srv_ms, sig, key_id, spool_id, spool_at, stored)
       values ($1, $2, $3, 1, 1, '\\x00', '\\x00', $4, '\\x00', 'k', 1, 1, 1)`,
      [id, tid, server.id, FIGURES_NOW - secondsAgo * 1_000],
    )
  }

  const door = (id: SessionId, state: string, cameMinutes: number | null) =>
    sql(
      'insert into door_visit (session_id, tenant_id, state, came_at, changed_at) values ($1, $2, $3, $4, $5)',
      [id, server.id, state, cameMinutes === null ? null : at(cameMinutes), at(-1)],
    )

  /** Under an act like 004: six people a proctor, statuses 1…6. */
  async function underAct(exam: ExamId): Promise<void> {
    const act = make('act')
    await sql(
      `insert into act_edition (id, tenant_id, edition, preset, state, card, stated, decisions, changed_at)
       values ($1, $2, $4, '004', 'superseded', '{"title":"Положение"}', '{}', '{}', $3)`,
      [act, server.id, at(-10_000), randomBytes(2).readUInt16BE() + 1],
    )
    await sql(
      `insert into exam_rules (exam_id, tenant_id, act_id, edition, quote, taken_at, policy, sha256)
       values ($1, $2, $3, 1, '', $4, $5, '\\x00')`,
      [
        exam,
        server.id,
        act,
        at(-10_000),
        JSON.stringify({
          ...unruled,
          'staffing.sync_examinees_per_proctor': { value: 6, origin: { from: 'act', clauses: ['5.2'] } },
        }),
      ],
    )
  }

  async function check(account: AccountId, facts: object): Promise<void> {
    await sql(
      `insert into equipment_check (id, tenant_id, account_id, place, at, facts, rows, outcome)
       values ($1, $2, $3, 'examinee', $4, $5, '[]', 'fit')`,
      [make('chk'), server.id, account, new Date('2026-05-11T07:00:00Z'), JSON.stringify(facts)],
    )
  }

  async function hint(id: SessionId, no: number, code: string, minute: number): Promise<void> {
    await sql(
      `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength, made, heard_at)
       values ($1, $2, $3, 'page0000', $4, 1, 'phone', $5, $6, $6, false, 1, '[]', $7)`,
      [server.id, id, no, `hint${no}`, code, minute * MINUTE, new Date(FIGURES_BEGAN)],
    )
  }

  const answer = (id: SessionId, no: number, n: number, state: string, by: TestPerson) =>
    sql(
      `insert into hint_answer (tenant_id, session_id, no, n, at, said_by, role, state, note)
       values ($1, $2, $3, $4, $5, $6, 'proctor', $7, '')`,
      [server.id, id, no, n, new Date(FIGURES_BEGAN), by.id, state],
    )

  return { sql, pupil, session, say, watch, heard, door, underAct, check, hint, answer }
}
