// What was destroyed after the copy was made: its acts are written down again, its records and files go again.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { FOUND_IN_RECORDING } from '../adapters/postgres/retention.ts'
import type { ErasedLine } from '../ports/retention.ts'

export async function buryAgain(
  client: pg.Client,
  objectsFolder: string,
  sessions: readonly string[],
  acts: readonly ErasedLine[],
): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('destroyed_recording') is not null and to_regclass('segment') is not null as there",
  )
  // A copy of a version that destroyed nothing yet.
  if (!rows[0]?.there) return
  const { rows: segments } = await client.query<{ object_key: string }>(
    'select object_key from segment where session_id = any($1)',
    [sessions],
  )
  for (const { object_key } of segments) await rm(join(objectsFolder, object_key), { force: true })
  for (const table of ['segment', 'fragment', 'track'])
    await client.query(`delete from ${table} where session_id = any($1)`, [sessions])
  for (const [table, forget] of FOUND_IN_RECORDING) {
    const found = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      table,
    ])
    if (found.rows[0]?.there) await client.query(forget, [sessions])
  }
  for (const line of acts) await writeDown(client, line)
}

async function writeDown(client: pg.Client, { session, tenant, recordedOn, sha256, at, act }: ErasedLine) {
  // An act that was put aside after the copy left its number to this one.
  const clashing = `select id from destruction where tenant_id = $1 and number = $2 and id <> $3 and state = 'prepared'`
  const number = [tenant, act.number, act.id]
  await client.query(`delete from destroyed_recording where destruction_id in (${clashing})`, number)
  await client.query(`delete from destruction where id in (${clashing})`, number)
  // An act that was only prepared in the copy is the same act, done.
  await client.query(
    `insert into destruction (id, tenant_id, number, state, ground, prepared_by, prepared_name, prepared_at, confirmed_by,
       confirmed_name, confirmed_at, destroyed_at)
     select $1, $2, $3, 'destroyed', $4, $5, $6, $7, $8, $9, $10, $11 where exists (select from tenant where id = $2)
     on conflict (id) do update set state = 'destroyed', confirmed_by = excluded.confirmed_by,
       confirmed_name = excluded.confirmed_name, confirmed_at = excluded.confirmed_at,
       destroyed_at = excluded.destroyed_at`,
    [
      act.id,
      tenant,
      act.number,
      act.ground,
      act.preparedBy,
      act.preparedName,
      act.preparedAt,
      act.confirmedBy,
      act.confirmedName,
      act.confirmedAt,
      at,
    ],
  )
  await client.query(
    `insert into destroyed_recording (session_id, tenant_id, destruction_id, recorded_on, sha256, doomed_at,
       key_destroyed_at, objects_destroyed_at, objects)
     select $1, $2, $3, $4, $5, $6, $6, $6, 0 where exists (select from session where id = $1)
     on conflict (session_id) do update set destruction_id = excluded.destruction_id, doomed_at = excluded.doomed_at,
       key_destroyed_at = excluded.key_destroyed_at, objects_destroyed_at = excluded.objects_destroyed_at`,
    [session, tenant, act.id, recordedOn, sha256, at],
  )
}
