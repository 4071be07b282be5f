// Words written before there were keys for them are sealed where they stand, some at a time.
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import { placeOf, split } from './conduct.ts'
import { madeOf, nameOf, noteOf } from './hints.ts'
import { type SessionTexts, sessionTexts } from './texts.ts'
import { asTenant, rowsOf, type Sql } from './transaction.ts'

const AT_A_TIME = 200

/** A destroyed recording has no key any more, and nothing was left of what was found in it. */
const KEPT = `not exists (select from destroyed_recording d where d.session_id = t.session_id and d.doomed_at is not null)`

type Round = (sql: Sql, texts: SessionTexts) => Promise<number>

const conduct: Round = async (sql, texts) => {
  const rows = await rowsOf<{ session_id: SessionId; seq: number; facts: object }>(
    sql,
    `select session_id, seq, facts from conduct where sealed is null
       and facts ?| array['text', 'reason', 'note', 'justification', 'consequence']
     limit ${AT_A_TIME} for no key update skip locked`,
  )
  for (const { session_id, seq, facts } of rows) {
    const { open, words } = split(facts)
    await sql.query('update conduct set facts = $3, sealed = $4 where session_id = $1 and seq = $2', [
      session_id,
      seq,
      JSON.stringify(open),
      await texts.seal(placeOf(session_id, seq), words),
    ])
  }
  return rows.length
}

const hints: Round = async (sql, texts) => {
  const rows = await rowsOf<{
    session_id: SessionId
    run: string
    own_id: string
    name: string | null
    made: unknown
  }>(
    sql,
    `select session_id, run, own_id, name, made from hint t where (made_sealed is null or name is not null) and ${KEPT}
     limit ${AT_A_TIME} for no key update skip locked`,
  )
  for (const { session_id, run, own_id, name, made } of rows)
    await sql.query(
      `update hint set name = null, name_sealed = coalesce(name_sealed, $4), made = '[]', made_sealed = coalesce(made_sealed, $5)
       where session_id = $1 and run = $2 and own_id = $3`,
      [
        session_id,
        run,
        own_id,
        name === null ? null : await texts.seal(nameOf(session_id, run, own_id), name),
        await texts.seal(madeOf(session_id, run, own_id), made),
      ],
    )
  return rows.length
}

const notes: Round = async (sql, texts) => {
  const rows = await rowsOf<{ session_id: SessionId; no: number; n: number; note: string }>(
    sql,
    `select session_id, no, n, note from hint_answer t where note_sealed is null and note <> '' and ${KEPT}
     limit ${AT_A_TIME} for no key update skip locked`,
  )
  for (const { session_id, no, n, note } of rows)
    await sql.query(
      "update hint_answer set note = '', note_sealed = $4 where session_id = $1 and no = $2 and n = $3",
      [session_id, no, n, await texts.seal(noteOf(session_id, no, n), note)],
    )
  return rows.length
}

/** How many texts were sealed in the whole; what is left when it is told to stop waits for the next start. */
export async function sealOldWords(
  pools: { readonly app: pg.Pool; readonly auth: pg.Pool },
  goesOn: () => boolean = () => true,
): Promise<number> {
  let sealed = 0
  const tenants = await rowsOf<{ id: TenantId }>(pools.auth, 'select id from tenant order by id')
  for (const { id } of tenants)
    for (const round of [conduct, hints, notes])
      for (let done = AT_A_TIME; done === AT_A_TIME && goesOn(); sealed += done)
        done = await asTenant(pools.app, id, (sql) => round(sql, sessionTexts(sql, id, pools.app)))
  return sealed
}
