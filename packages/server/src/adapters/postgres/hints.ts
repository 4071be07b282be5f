import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Made } from '@ochno/domain/hint/hint'
import type { Sensor } from '@ochno/domain/hint/signal'
import type { About } from '@ochno/domain/incident/observation'
import type { ViolationCode } from '@ochno/domain/incident/catalogue'
import type { HintAnswer, Hints, HintState, Machine, StoredHint } from '../../ports/hints.ts'
import type { TextPlace } from '../../ports/texts.ts'
import { joinTextKey, type KeyRow, type SessionTexts } from './texts.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = KeyRow & {
  session_id: SessionId
  no: number
  run: string
  own_id: string
  rule: string
  code: ViolationCode
  from_ms: string
  to_ms: string
  ongoing: boolean
  strength: number
  about: About | null
  name: string | null
  name_sealed: Buffer | null
  made: Made[]
  made_sealed: Buffer | null
  heard_at: Date
  answered_at: Date | null
  said_by: AccountId
  full_name: string
  role: HintAnswer['role']
  state: HintState
  n: number
  note: string
  note_sealed: Buffer | null
  mark: number | null
}

type BlindRow = {
  session_id: SessionId
  sensor: Sensor
  from_ms: string
  to_ms: string
  why: string
  ongoing: boolean
}

const inRecording = (session: SessionId, place: string): TextPlace => ({ session, kept: 'recording', place })
export const nameOf = (session: SessionId, run: string, ownId: string) =>
  inRecording(session, `hint-name|${run}|${ownId}`)
export const madeOf = (session: SessionId, run: string, ownId: string) =>
  inRecording(session, `hint-made|${run}|${ownId}`)
export const noteOf = (session: SessionId, no: number, n: number) => inRecording(session, `answer|${no}|${n}`)

const SELECT = `select h.session_id, h.no, h.run, h.own_id, h.rule, h.code, h.from_ms + r.lag_ms as from_ms, h.to_ms + r.lag_ms as to_ms,
    h.ongoing, h.strength, h.about, h.name, h.name_sealed, h.made, h.made_sealed, h.heard_at, tk.kek_id, tk.wrapped,
    a.at as answered_at, a.said_by, p.full_name, a.role, a.state, a.n, a.note, a.note_sealed, a.mark
  from hint h join hint_run r on r.session_id = h.session_id and r.run = h.run
  ${joinTextKey('h', 'recording')}
  left join lateral (select * from hint_answer x where x.session_id = h.session_id and x.no = h.no
    order by x.n desc limit 1) a on true
  left join account p on p.id = a.said_by`

const hintOf = (texts: SessionTexts, row: Row): StoredHint => {
  const { session_id: session, run, own_id } = row
  const name = row.name_sealed
    ? (texts.open(nameOf(session, run, own_id), row, row.name_sealed) as string | null)
    : row.name
  const made = row.made_sealed
    ? (texts.open(madeOf(session, run, own_id), row, row.made_sealed) as Made[] | null)
    : row.made
  return { ...bareOf(texts, row), ...(name !== null && { name }), made: made ?? [] }
}

const bareOf = (texts: SessionTexts, row: Row): Omit<StoredHint, 'made' | 'name'> => ({
  session: row.session_id,
  no: row.no,
  rule: row.rule,
  code: row.code,
  from: Number(row.from_ms),
  to: Number(row.to_ms),
  ongoing: row.ongoing,
  strength: row.strength,
  ...(row.about !== null && { about: row.about }),
  heardAt: time(row.heard_at),
  answer:
    row.answered_at === null
      ? null
      : {
          at: time(row.answered_at),
          by: row.said_by,
          name: row.full_name,
          role: row.role,
          state: row.state,
          note: row.note_sealed
            ? String(texts.open(noteOf(row.session_id, row.no, row.n), row, row.note_sealed) ?? '')
            : row.note,
          mark: row.mark,
        },
})

export const postgresHints = (sql: Sql, tenant: TenantId, texts: SessionTexts): Hints => ({
  hear: async (session, run, lagMs, at, signIn, machine) => {
    await sql.query(
      `insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at, sign_in, machine)
       values ($1, $2, $3, $4, $5, $5, $6, $7)
       on conflict (session_id, run) do update set lag_ms = least(hint_run.lag_ms, excluded.lag_ms),
         heard_at = excluded.heard_at, machine = coalesce(excluded.machine, hint_run.machine)`,
      [tenant, session, run, Math.round(lagMs), stamp(at), signIn, machine ? JSON.stringify(machine) : null],
    )
  },
  runsOf: async (session) =>
    (
      await rowsOf<{ run: string; sign_in: string | null; heard_at: Date }>(
        sql,
        "select run, sign_in, heard_at from hint_run where session_id = $1 and run <> 'server'",
        [session],
      )
    ).map(({ run, sign_in, heard_at }) => ({ run, signIn: sign_in, heardAt: time(heard_at) })),
  put: async (session, run, hint, at) => {
    // The number is the session's next one: its row is held, so nobody takes it meanwhile.
    const rows = await rowsOf<{ no: number }>(
      sql,
      `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength,
         about, name_sealed, made, made_sealed, heard_at)
       select $1, $2, coalesce((select max(no) from hint where session_id = $2), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10,
         $11, $12, $13, '[]', $14, $15
       on conflict (session_id, run, own_id) do update set seq = excluded.seq, to_ms = excluded.to_ms,
         from_ms = case when hint.run = 'server' then excluded.from_ms else hint.from_ms end,
         ongoing = excluded.ongoing, strength = greatest(hint.strength, excluded.strength), made = excluded.made,
         made_sealed = excluded.made_sealed, name_sealed = coalesce(hint.name_sealed, excluded.name_sealed),
         name = case when excluded.name_sealed is null then hint.name end
         where hint.seq < excluded.seq and hint.from_ms <= excluded.to_ms
       returning no`,
      [
        tenant,
        session,
        run,
        hint.id,
        hint.seq,
        hint.rule,
        hint.code,
        hint.from,
        hint.to,
        hint.ongoing,
        hint.strength,
        hint.about ?? null,
        hint.name === undefined ? null : await texts.seal(nameOf(session, run, hint.id), hint.name),
        await texts.seal(madeOf(session, run, hint.id), hint.made),
        stamp(at),
      ],
    )
    return rows.length > 0
  },
  ownIdOf: async (session, no) =>
    (
      await rowsOf<{ own_id: string }>(sql, 'select own_id from hint where session_id = $1 and no = $2', [
        session,
        no,
      ])
    )[0]?.own_id ?? null,
  putCopy: async (session, no, { session: of, from, to }) => {
    await sql.query(
      `insert into hint_copy (tenant_id, session_id, no, of_session, from_ms, to_ms) values ($1, $2, $3, $4, $5, $6)
       on conflict (session_id, no) do update set of_session = excluded.of_session, from_ms = excluded.from_ms,
         to_ms = excluded.to_ms`,
      [tenant, session, no, of, from, to],
    )
  },
  copiesOf: async (session) =>
    new Map(
      (
        await rowsOf<{ no: number; of_session: SessionId; from_ms: string; to_ms: string }>(
          sql,
          'select no, of_session, from_ms, to_ms from hint_copy where session_id = $1',
          [session],
        )
      ).map(({ no, of_session, from_ms, to_ms }) => [
        no,
        { session: of_session, from: Number(from_ms), to: Number(to_ms) },
      ]),
    ),
  putBlind: async (session, run, { sensor, from, to, why, ongoing }) => {
    await sql.query(
      `insert into hint_blind (tenant_id, session_id, run, sensor, from_ms, to_ms, why, ongoing)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (session_id, run, sensor, from_ms) do update
         set to_ms = greatest(hint_blind.to_ms, excluded.to_ms), why = excluded.why,
           ongoing = hint_blind.ongoing and excluded.ongoing`,
      [tenant, session, run, sensor, from, to, why, ongoing],
    )
  },
  count: async (session) =>
    Number(
      (await rowsOf<{ n: string }>(sql, 'select count(*) as n from hint where session_id = $1', [session]))[0]
        ?.n ?? 0,
    ),
  of: async (sessions) =>
    (
      await rowsOf<Row>(
        sql,
        `${SELECT} where h.session_id = any($1) order by h.from_ms + r.lag_ms, h.session_id, h.no`,
        [sessions],
      )
    ).map((row) => hintOf(texts, row)),
  blindOf: async (sessions) =>
    (
      await rowsOf<BlindRow>(
        sql,
        `select b.session_id, b.sensor, b.from_ms + r.lag_ms as from_ms, b.to_ms + r.lag_ms as to_ms, b.why, b.ongoing
         from hint_blind b join hint_run r on r.session_id = b.session_id and r.run = b.run
         where b.session_id = any($1) order by b.from_ms + r.lag_ms`,
        [sessions],
      )
    ).map(({ session_id, from_ms, to_ms, ...row }) => ({
      ...row,
      session: session_id,
      from: Number(from_ms),
      to: Number(to_ms),
    })),
  machineOf: async (session) =>
    (
      await rowsOf<{ machine: Machine }>(
        sql,
        `select machine from hint_run where session_id = $1 and machine is not null order by heard_at desc limit 1`,
        [session],
      )
    )[0]?.machine ?? null,
  answer: async (session, no, { at, by, role, state, note, mark }) => {
    const [last] = await rowsOf<{ n: number }>(
      sql,
      'select coalesce(max(n), 0) as n from hint_answer where session_id = $1 and no = $2',
      [session, no],
    )
    const n = (last?.n ?? 0) + 1
    const sealed = note === '' ? null : await texts.seal(noteOf(session, no, n), note)
    await sql.query(
      `insert into hint_answer (tenant_id, session_id, no, n, at, said_by, role, state, note, note_sealed, mark)
       values ($1, $2, $3, $4, $5, $6, $7, $8, '', $9, $10)`,
      [tenant, session, no, n, stamp(at), by, role, state, sealed, mark],
    )
  },
  watchedBy: async (proctor, now) =>
    (
      await rowsOf<{ id: SessionId }>(
        sql,
        `select s.id from session s join assignment g on g.session_id = s.id
         where g.proctor_id = $1 and g.removed_at is null and s.authorized_at is not null
           and (s.deauthorized_at is null or s.deauthorized_at > $2::timestamptz - interval '15 minutes')
         order by s.id limit 200`,
        [proctor, stamp(now)],
      )
    ).map(({ id }) => id),
})
