// Sealed words of a session in the database: the key is asked of it each time, so that an erased key opens nothing any more.
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type pg from 'pg'
import type { TextKept, TextKey, TextPlace, TextSeal } from '../../ports/texts.ts'
import { rowsOf, type Sql } from './transaction.ts'

/** Whoever composes gives the pool its seal once; every store over the pool writes with it. */
const carried = new WeakMap<pg.Pool, TextSeal>()
export const carryTextSeal = (pool: pg.Pool, seal: TextSeal): void => void carried.set(pool, seal)

export type KeyRow = { readonly kek_id: string | null; readonly wrapped: Buffer | null }

/** Joined to a table `of` its key columns are in every row; null in both: erased, or nothing was ever sealed. */
export const joinTextKey = (of: string, kept: TextKept): string =>
  `left join text_key tk on tk.session_id = ${of}.session_id and tk.kept = '${kept}'`

export type SessionTexts = {
  readonly seal: (at: TextPlace, words: unknown) => Promise<Buffer>
  /** Null: the key was erased, and what it sealed is gone with it. */
  readonly open: (at: TextPlace, row: KeyRow, sealed: Buffer) => unknown
}

export function sessionTexts(sql: Sql, tenant: TenantId, app: pg.Pool): SessionTexts {
  const seal = (): TextSeal => {
    const found = carried.get(app)
    if (!found) throw new Error('nothing to seal the words of a session with')
    return found
  }
  return {
    seal: async (at, words) => {
      const key =
        (await keyOf(sql, at.session, at.kept)) ??
        (await makeKey(sql, tenant, at, seal().newKey(at.session, at.kept)))
      return Buffer.from(seal().seal(at, key, words))
    },
    open: (at, { kek_id, wrapped }, sealed) =>
      kek_id === null || wrapped === null ? null : seal().open(at, { kek: kek_id, wrapped }, sealed),
  }
}

async function keyOf(sql: Sql, session: SessionId, kept: TextKept): Promise<TextKey | null> {
  const [row] = await rowsOf<{ kek_id: string; wrapped: Buffer }>(
    sql,
    'select kek_id, wrapped from text_key where session_id = $1 and kept = $2',
    [session, kept],
  )
  return row ? { kek: row.kek_id, wrapped: row.wrapped } : null
}

async function makeKey(sql: Sql, tenant: TenantId, at: TextPlace, key: TextKey): Promise<TextKey> {
  await sql.query(
    `insert into text_key (tenant_id, session_id, kept, kek_id, wrapped, created_at) values ($1, $2, $3, $4, $5, now())
     on conflict (session_id, kept) do nothing`,
    [tenant, at.session, at.kept, key.kek, Buffer.from(key.wrapped)],
  )
  const made = await keyOf(sql, at.session, at.kept)
  if (!made) throw new Error(`the words of ${at.session} have no key`)
  return made
}
