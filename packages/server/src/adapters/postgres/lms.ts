import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import type { ChoiceAnswer, KnownPlatform, Lms, PlatformId } from '../../ports/lms.ts'
import type { Instant } from '@ochno/domain/time'
import type pg from 'pg'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type PlatformRow = {
  id: PlatformId
  name: string
  issuer: string
  client_id: string
  deployment: string
  login_url: string
  keys_url: string
  home: string
  by_learner: boolean
  changed_at: Date
}
type ComingRow = {
  platform_id: PlatformId
  issuer: string
  subject: string
  called: string | null
  place: string | null
  title: string | null
  exam: string | null
  answer: ChoiceAnswer | null
}

const platformOf = (row: PlatformRow): KnownPlatform => ({
  id: row.id,
  name: row.name,
  issuer: row.issuer,
  clientId: row.client_id,
  deployment: row.deployment,
  loginUrl: row.login_url,
  keysUrl: row.keys_url,
  home: row.home,
  byLearner: row.by_learner,
  changedAt: time(row.changed_at),
})

/** Of another institution, so that no select shows it. */
const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505'

async function save(sql: Sql, tenant: TenantId, one: KnownPlatform): Promise<boolean> {
  await sql.query('savepoint lms')
  try {
    await sql.query(
      `insert into lms_platform (id, tenant_id, name, issuer, client_id, deployment, login_url, keys_url, home, by_learner,
         changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (id) do update set name = $3, issuer = $4, client_id = $5, deployment = $6, login_url = $7, keys_url = $8,
         home = $9, by_learner = $10, changed_at = $11`,
      [
        one.id,
        tenant,
        one.name,
        one.issuer,
        one.clientId,
        one.deployment,
        one.loginUrl,
        one.keysUrl,
        one.home,
        one.byLearner,
        stamp(one.changedAt),
      ],
    )
    return true
  } catch (error) {
    if (!isTaken(error)) throw error
    await sql.query('rollback to savepoint lms')
    return false
  }
}

export const postgresLms = (sql: Sql, tenant: TenantId): Lms => ({
  platforms: async () =>
    (await rowsOf<PlatformRow>(sql, 'select * from lms_platform order by name, id')).map(platformOf),
  save: (platform) => save(sql, tenant, platform),
  remove: async (id) =>
    (await rowsOf(sql, 'delete from lms_platform where id = $1 returning 1', [id])).length > 0,
  key: async () => {
    const [row] = await rowsOf<{
      kid: string
      public: Record<string, string>
      kek: string
      wrapped: Buffer
      sealed: Buffer
    }>(sql, 'select kid, public, kek, wrapped, sealed from lms_key')
    return row
      ? {
          kid: row.kid,
          public: row.public,
          secret: { kek: row.kek, wrapped: row.wrapped, stored: row.sealed },
        }
      : null
  },
  addKey: async ({ kid, public: shown, secret }, at) => {
    await sql.query(
      `insert into lms_key (tenant_id, kid, public, kek, wrapped, sealed, made_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing`,
      [tenant, kid, JSON.stringify(shown), secret.kek, secret.wrapped, secret.stored, stamp(at)],
    )
  },
  examOf: async (platform, place) => {
    const [row] = await rowsOf<{ exam: ExamId }>(
      sql,
      'select exam_id as exam from lms_place where platform_id = $1 and place = $2',
      [platform, place],
    )
    return row?.exam ?? null
  },
  bind: async ({ platform, place }, exam, by, now) => {
    await sql.query(
      `insert into lms_place (tenant_id, platform_id, place, exam_id, bound_by, bound_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (platform_id, place) do update set exam_id = $4, bound_by = $5, bound_at = $6`,
      [tenant, platform, place, exam, by, stamp(now)],
    )
  },
  useOnce: async (state, endsAt, now) => {
    await sql.query('delete from lms_used where ends_at <= $1', [stamp(now)])
    const fresh = await rowsOf(
      sql,
      `insert into lms_used (state_sha256, tenant_id, ends_at) values ($1, $2, $3) on conflict do nothing returning 1`,
      [state, tenant, stamp(endsAt)],
    )
    return fresh.length > 0
  },
  wait: async (secret, coming, endsAt, now) => {
    await sql.query('delete from lms_coming where ends_at <= $1', [stamp(now)])
    await sql.query(
      `insert into lms_coming (secret_sha256, tenant_id, platform_id, issuer, subject, called, place, title, exam, answer,
         ends_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        secret,
        tenant,
        coming.platform,
        coming.issuer,
        coming.subject,
        coming.called,
        coming.place,
        coming.title,
        coming.exam,
        coming.answer && JSON.stringify(coming.answer),
        stamp(endsAt),
      ],
    )
  },
  waiting: async (secret, now) => {
    const [row] = await rowsOf<ComingRow>(
      sql,
      `select platform_id, issuer, subject, called, place, title, exam, answer from lms_coming
       where secret_sha256 = $1 and ends_at > $2`,
      [secret, stamp(now)],
    )
    if (!row) return null
    const { platform_id: platform, ...rest } = row
    return { platform, ...rest }
  },
  forget: async (secret) =>
    (await rowsOf(sql, 'delete from lms_coming where secret_sha256 = $1 returning 1', [secret])).length > 0,
  pupilOf: async (learner) => {
    const [row] = await rowsOf<{ id: AccountId }>(
      sql,
      `select a.id from learner l join account a on a.id = l.account_id
       where lower(l.learner_id) = lower($1) and a.disabled_at is null
         and exists (select from account_role r where r.account_id = a.id and r.role = 'examinee')
         and not exists (select from account_role r where r.account_id = a.id and r.role not in ('examinee', 'parent'))`,
      [learner],
    )
    return row?.id ?? null
  },
  sessionOf: async (exam, examinee, now) => {
    // One that is still ahead or runs before one that is over; of those the earliest.
    const [row] = await rowsOf<{ id: SessionId }>(
      sql,
      `select id from session where exam_id = $1 and examinee_id = $2 and state <> 'cancelled'
       order by (deauthorized_at is null and (closes_at > $3 or authorized_at is not null)) desc, opens_at, id limit 1`,
      [exam, examinee, stamp(now)],
    )
    return row?.id ?? null
  },
  launched: async (session, signIn, platform, at) => {
    await sql.query(
      `insert into lms_launch (tenant_id, session_id, sign_in_id, platform, launched_at) values ($1, $2, $3, $4, $5)
       on conflict (session_id, sign_in_id) do update set launched_at = $5`,
      [tenant, session, signIn, platform, stamp(at)],
    )
  },
  cameBy: async (session, signIn) =>
    (
      await rowsOf(sql, 'select 1 from lms_launch where session_id = $1 and sign_in_id = $2', [
        session,
        signIn,
      ])
    ).length > 0,
})

/** Ways in that were used or came to nothing. */
export async function forgetOldLaunches(auth: pg.Pool, now: Instant): Promise<void> {
  await auth.query('delete from lms_coming where ends_at <= $1', [stamp(now)])
  await auth.query('delete from lms_used where ends_at <= $1', [stamp(now)])
}
