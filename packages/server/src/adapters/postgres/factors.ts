// Rows of second factors, by the role that looks across institutions: a sign-in is checked before one is known.
import type { Instant } from '@ochno/domain/time'
import type pg from 'pg'
import type { Ids } from '../../ports/ids.ts'
import type { Factors, Owner, Passkey, Sealed } from '../../ports/second-factor.ts'
import type { SignInId } from '../../ports/sign-ins.ts'
import { writeAudit } from './audit.ts'
import { endAll } from './sign-ins.ts'
import { rowsOf, type Sql, stamp, time, transaction } from './transaction.ts'

type TotpRow = { kek: string; wrapped: Buffer; sealed: Buffer; confirmed_at: Date; last_step: string }
type PasskeyRow = {
  id: string
  public_key: Buffer
  counter: string
  transports: string[]
  name: string
  created_at: Date
  used_at: Date | null
}

const sealedOf = (row: TotpRow): Sealed => ({ kek: row.kek, wrapped: row.wrapped, stored: row.sealed })
const passkeyOf = (row: PasskeyRow): Passkey => ({
  id: row.id,
  publicKey: row.public_key,
  counter: Number(row.counter),
  transports: row.transports,
  name: row.name,
  createdAt: time(row.created_at),
  usedAt: row.used_at ? time(row.used_at) : null,
})

/** The sign-in in which a factor was set up has shown it; every other one ends with the change (B-06). */
async function shownIn(sql: Sql, of: Owner, signIn: SignInId, at: string | null): Promise<void> {
  await sql.query('update sign_in set second_at = $2 where id = $1', [signIn, at])
  await endAll(sql, of.account, signIn, at)
}

export const postgresFactors = (auth: pg.Pool, ids: Ids): Factors => ({
  authenticator: async (of) => {
    const [row] = await rowsOf<TotpRow>(auth, 'select * from factor_totp where account_id = $1', [of])
    return row
      ? {
          sealed: sealedOf(row),
          confirmedAt: time(row.confirmed_at),
          lastStep: Number(row.last_step),
        }
      : null
  },
  beginAuthenticator: async (of, sealed, at) => {
    await auth.query(
      `insert into factor_totp_begun (account_id, tenant_id, kek, wrapped, sealed, begun_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (account_id) do update set kek = excluded.kek, wrapped = excluded.wrapped, sealed = excluded.sealed,
         begun_at = excluded.begun_at`,
      [of.account, of.tenant, sealed.kek, sealed.wrapped, sealed.stored, stamp(at)],
    )
  },
  waitingAuthenticator: async (of, now) => {
    const [row] = await rowsOf<TotpRow>(
      auth,
      `select * from factor_totp_begun where account_id = $1 and begun_at > $2::timestamptz - interval '15 minutes'`,
      [of, stamp(now)],
    )
    return row ? sealedOf(row) : null
  },
  confirmAuthenticator: (of, step, signIn, at, audit) =>
    transaction(auth, async (sql) => {
      // Sent twice, it is confirmed once.
      const begun = await rowsOf(
        sql,
        'select 1 as one from factor_totp_begun where account_id = $1 for no key update',
        [of.account],
      )
      if (begun.length === 0) return false
      await sql.query('delete from factor_totp where account_id = $1', [of.account])
      await sql.query(
        `with begun as (delete from factor_totp_begun where account_id = $1 returning *)
         insert into factor_totp (account_id, tenant_id, kek, wrapped, sealed, confirmed_at, last_step)
         select account_id, tenant_id, kek, wrapped, sealed, $2, $3 from begun`,
        [of.account, stamp(at), step],
      )
      await shownIn(sql, of, signIn, stamp(at))
      await writeAudit(sql, ids, audit)
      return true
    }),
  useStep: async (of, step) =>
    (
      await rowsOf(
        auth,
        'update factor_totp set last_step = $2 where account_id = $1 and last_step < $2 returning 1 as used',
        [of, step],
      )
    ).length > 0,
  removeAuthenticator: (of, signIn, at, audit) =>
    transaction(auth, async (sql) => {
      const gone = await rowsOf(sql, 'delete from factor_totp where account_id = $1 returning 1 as gone', [
        of,
      ])
      if (gone.length === 0) return false
      await endAll(sql, of, signIn, stamp(at))
      await writeAudit(sql, ids, audit)
      return true
    }),
  passkeys: async (of) =>
    (
      await rowsOf<PasskeyRow>(
        auth,
        'select * from factor_passkey where account_id = $1 order by created_at, id',
        [of],
      )
    ).map(passkeyOf),
  addPasskey: (of, passkey, signIn, audit) =>
    transaction(auth, async (sql) => {
      const added = await rowsOf(
        sql,
        `insert into factor_passkey (id, tenant_id, account_id, public_key, counter, transports, name, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning 1 as added`,
        [
          passkey.id,
          of.tenant,
          of.account,
          passkey.publicKey,
          passkey.counter,
          [...passkey.transports],
          passkey.name,
          stamp(passkey.createdAt),
        ],
      )
      if (added.length === 0) return false
      await shownIn(sql, of, signIn, stamp(passkey.createdAt))
      await writeAudit(sql, ids, audit)
      return true
    }),
  usePasskey: async (of, id, counter, at) => {
    await auth.query(
      'update factor_passkey set counter = $3, used_at = $4 where account_id = $1 and id = $2',
      [of, id, counter, stamp(at)],
    )
  },
  removePasskey: (of, id, signIn, at, audit) =>
    transaction(auth, async (sql) => {
      const gone = await rowsOf(
        sql,
        'delete from factor_passkey where account_id = $1 and id = $2 returning 1 as gone',
        [of, id],
      )
      if (gone.length === 0) return false
      await endAll(sql, of, signIn, stamp(at))
      await writeAudit(sql, ids, audit)
      return true
    }),
  recoveryLeft: async (of) =>
    (
      await rowsOf(auth, 'select 1 as one from factor_recovery where account_id = $1 and used_at is null', [
        of,
      ])
    ).length,
  recovery: async (of, place) => {
    const [row] = await rowsOf<{ hash: string }>(
      auth,
      'select hash from factor_recovery where account_id = $1 and place = $2 and used_at is null',
      [of, place],
    )
    return row?.hash ?? null
  },
  useRecovery: async (of, place, at) =>
    (
      await rowsOf(
        auth,
        'update factor_recovery set used_at = $3 where account_id = $1 and place = $2 and used_at is null returning 1 as used',
        [of, place, stamp(at)],
      )
    ).length > 0,
  setRecovery: (of, codes, audit) =>
    transaction(auth, async (sql) => {
      await sql.query('delete from factor_recovery where account_id = $1', [of.account])
      for (const { place, hash } of codes)
        await sql.query(
          'insert into factor_recovery (tenant_id, account_id, place, hash) values ($1, $2, $3, $4)',
          [of.tenant, of.account, place, hash],
        )
      await writeAudit(sql, ids, audit)
    }),
  challenge: async (of, signIn, purpose, text, at) => {
    await auth.query(
      `insert into factor_challenge (sign_in_id, tenant_id, purpose, challenge, at) values ($1, $2, $3, $4, $5)
       on conflict (sign_in_id) do update set purpose = excluded.purpose, challenge = excluded.challenge, at = excluded.at`,
      [signIn, of.tenant, purpose, text, stamp(at)],
    )
  },
  takeChallenge: async (signIn, purpose, now) => {
    const [row] = await rowsOf<{ challenge: string }>(
      auth,
      `delete from factor_challenge where sign_in_id = $1 and purpose = $2
         and at > $3::timestamptz - interval '5 minutes' returning challenge`,
      [signIn, purpose, stamp(now)],
    )
    return row?.challenge ?? null
  },
  pass: (signIn, secretHash, at, audit) =>
    transaction(auth, async (sql) => {
      await sql.query(
        'update sign_in set secret_sha256 = $2, second_at = $3, proved_at = $3, seen_at = $3 where id = $1',
        [signIn, secretHash, stamp(at)],
      )
      await writeAudit(sql, ids, audit)
    }),
  forget: (of, at, audit) =>
    transaction(auth, async (sql) => {
      const [known] = await rowsOf(
        sql,
        'select 1 as one from account where id = $1 and tenant_id = $2 for no key update',
        [of.account, of.tenant],
      )
      if (!known) return false
      for (const table of ['factor_totp', 'factor_totp_begun', 'factor_passkey', 'factor_recovery'])
        await sql.query(`delete from ${table} where account_id = $1`, [of.account])
      await endAll(sql, of.account, null, stamp(at))
      await writeAudit(sql, ids, audit)
      return true
    }),
})

/** What was begun and never finished: challenges and keys of authenticators that wait for a first code. */
export async function forgetWaitingFactors(auth: pg.Pool, now: Instant): Promise<void> {
  const at = stamp(now)
  await auth.query("delete from factor_challenge where at < $1::timestamptz - interval '5 minutes'", [at])
  await auth.query("delete from factor_totp_begun where begun_at < $1::timestamptz - interval '15 minutes'", [
    at,
  ])
  await auth.query('delete from federation_request where ends_at <= $1', [at])
}
