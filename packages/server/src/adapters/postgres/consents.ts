import type { Wording } from '@ochno/domain/consent/wording'
import type { ConsentKind } from '@ochno/domain/consent/rules'
import type { InformedPart } from '@ochno/domain/consent/text'
import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import { type EffectivePolicy, unruled } from '@ochno/domain/policy/effective'
import type pg from 'pg'
import type {
  ConsentId,
  ConsentLife,
  Consents,
  ConsentSettings,
  ExamAhead,
  InstitutionsUnderAct,
  KeptText,
  PaperId,
  Signature,
  TextId,
} from '../../ports/consents.ts'
import { consentPapers } from './consent-papers.ts'
import { among, consentSubjects } from './consent-subjects.ts'
import { readPage } from './pages.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type TextRow = { id: TextId; kind: ConsentKind; sha256: Buffer; body: Wording; created_at: Date }
const textOf = (row: TextRow): KeptText => ({
  id: row.id,
  kind: row.kind,
  sha256: new Uint8Array(row.sha256),
  wording: row.body,
  createdAt: time(row.created_at),
})

type LifeRow = {
  id: ConsentId
  account_id: AccountId
  kind: ConsentKind
  state: ConsentLife['state']
  wording_id: TextId
  signatures: Signature[]
  signed_on: string | null
  signed_at: Date | null
  programme: string | null
  paper_id: PaperId | null
  declined_by: AccountId | null
  withdrawal_asked_on: string | null
  withdrawal_no: string | null
  withdrawn_on: string | null
  expelled_on: string | null
  created_at: Date
  changed_at: Date
}
const LIFE = `select id, account_id, kind, state, wording_id, signatures, signed_on::text, signed_at, programme, paper_id,
  declined_by, withdrawal_asked_on::text, withdrawal_no, withdrawn_on::text, expelled_on::text, created_at, changed_at from consent`
const lifeOf = (row: LifeRow): ConsentLife => ({
  id: row.id,
  account: row.account_id,
  kind: row.kind,
  state: row.state,
  text: row.wording_id,
  signatures: row.signatures,
  signedOn: row.signed_on,
  signedAt: timeOrNull(row.signed_at),
  programme: row.programme,
  paper: row.paper_id,
  declinedBy: row.declined_by,
  withdrawalAskedOn: row.withdrawal_asked_on,
  withdrawalNo: row.withdrawal_no,
  withdrawnOn: row.withdrawn_on,
  expelledOn: row.expelled_on,
  createdAt: time(row.created_at),
  changedAt: time(row.changed_at),
})

type AheadRow = {
  session: SessionId
  exam: ExamId
  title: string
  examinee_id: AccountId
  opens_at: Date
}
const AHEAD = `select s.id as session, e.id as exam, e.title, s.examinee_id, s.opens_at
  from session s join exam e on e.id = s.exam_id`
const IS_AHEAD = 's.closes_at > $1 and s.deauthorized_at is null'

type Policies = ReadonlyMap<ExamId, EffectivePolicy>

/** The rules are read once for each exam, not once for each of its people. */
async function policiesOf(sql: Sql, exams: readonly ExamId[]): Promise<Policies> {
  const rows = await rowsOf<{ exam_id: ExamId; policy: Partial<EffectivePolicy> | null }>(
    sql,
    'select exam_id, policy from exam_rules where exam_id = any ($1)',
    [[...new Set(exams)]],
  )
  return new Map(rows.map((row) => [row.exam_id, { ...unruled, ...row.policy }]))
}

const aheadOf = (row: AheadRow, policies: Policies): ExamAhead => ({
  session: row.session,
  exam: row.exam,
  title: row.title,
  examinee: row.examinee_id,
  opensAt: time(row.opens_at),
  policy: policies.get(row.exam) ?? unruled,
})

export const postgresConsents = (sql: Sql, tenant: TenantId): Consents => {
  const lives = async (rest: string, values: unknown[]) =>
    (await rowsOf<LifeRow>(sql, `${LIFE} ${rest}`, values)).map(lifeOf)
  const ahead = async (rest: string, values: unknown[]) => {
    const rows = await rowsOf<AheadRow>(sql, `${AHEAD} ${rest}`, values)
    const policies = await policiesOf(
      sql,
      rows.map(({ exam }) => exam),
    )
    return rows.map((row) => aheadOf(row, policies))
  }
  return {
    ...consentPapers(sql, tenant),
    ...consentSubjects(sql, tenant),
    settings: async () => {
      const [row] = await rowsOf<{ settings: ConsentSettings }>(sql, 'select settings from consent_settings')
      return row?.settings ?? null
    },
    saveSettings: async (settings, at) => {
      await sql.query(
        `insert into consent_settings (tenant_id, settings, changed_at) values ($1, $2, $3)
         on conflict (tenant_id) do update set settings = excluded.settings, changed_at = excluded.changed_at`,
        [tenant, JSON.stringify(settings), stamp(at)],
      )
    },
    keepText: async (text) => {
      const sha = Buffer.from(text.sha256)
      await sql.query(
        `insert into consent_text (id, tenant_id, kind, sha256, body, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, kind, sha256) do nothing`,
        [text.id, tenant, text.kind, sha, JSON.stringify(text.wording), stamp(text.createdAt)],
      )
      const [row] = await rowsOf<TextRow>(
        sql,
        'select id, kind, sha256, body, created_at from consent_text where kind = $1 and sha256 = $2',
        [text.kind, sha],
      )
      return row ? textOf(row) : text
    },
    text: async (id) => {
      const [row] = await rowsOf<TextRow>(
        sql,
        'select id, kind, sha256, body, created_at from consent_text where id = $1',
        [id],
      )
      return row ? textOf(row) : null
    },
    shown: async (account) =>
      (
        await rowsOf<{ wording_id: TextId; shown_to: AccountId; part: InformedPart; at: Date }>(
          sql,
          'select wording_id, shown_to, part, at from consent_shown where account_id = $1',
          [account],
        )
      ).map((row) => ({ text: row.wording_id, to: row.shown_to, part: row.part, at: time(row.at) })),
    markShown: async (account, { text, to, part, at }) => {
      await sql.query(
        `insert into consent_shown (tenant_id, wording_id, account_id, shown_to, part, at) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing`,
        [tenant, text, account, to, part, stamp(at)],
      )
    },
    hold: async (account) => {
      await sql.query(`select pg_advisory_xact_lock(hashtext('consent'), hashtext($1))`, [account])
    },
    lives: (account) =>
      lives('where $1::text[] is null or account_id = any ($1) order by created_at, id', [among(account)]),
    life: async (id) => (await lives('where id = $1', [id]))[0] ?? null,
    save: async (life) => {
      await sql.query(
        `insert into consent (id, tenant_id, account_id, kind, state, wording_id, signatures, signed_on, signed_at, programme,
           paper_id, declined_by, withdrawal_asked_on, withdrawal_no, withdrawn_on, expelled_on, created_at, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         on conflict (id) do update set state = $5, signatures = $7, signed_on = $8, signed_at = $9, programme = $10,
           paper_id = $11, declined_by = $12, withdrawal_asked_on = $13, withdrawal_no = $14, withdrawn_on = $15,
           expelled_on = $16, changed_at = $18`,
        [
          life.id,
          tenant,
          life.account,
          life.kind,
          life.state,
          life.text,
          JSON.stringify(life.signatures),
          life.signedOn,
          stamp(life.signedAt),
          life.programme,
          life.paper,
          life.declinedBy,
          life.withdrawalAskedOn,
          life.withdrawalNo,
          life.withdrawnOn,
          life.expelledOn,
          stamp(life.createdAt),
          stamp(life.changedAt),
        ],
      )
    },
    ahead: (now, account) =>
      ahead(
        `where ($2::text[] is null or s.examinee_id = any ($2)) and ${IS_AHEAD} order by s.opens_at, s.id`,
        [stamp(now), among(account)],
      ),
    rulesAhead: async (now) => {
      const rows = await rowsOf<{ exam_id: ExamId }>(
        sql,
        `select distinct s.exam_id from session s where ${IS_AHEAD}`,
        [stamp(now)],
      )
      const exams = rows.map(({ exam_id }) => exam_id)
      const policies = await policiesOf(sql, exams)
      return exams.map((exam) => ({ exam, policy: policies.get(exam) ?? unruled }))
    },
    seatsPage: async ({ exam, find }, page) => {
      const found = await readPage<AheadRow & { full_name: string; to_come: boolean }>(
        sql,
        tenant,
        {
          name: 'exam_consents',
          select: `s.id as session, e.id as exam, e.title, s.examinee_id, s.opens_at, a.full_name,
            s.state = 'admitted' as to_come`,
          from: `from session s join exam e on e.id = s.exam_id join account a on a.id = s.examinee_id
            where e.id = $1 and position(lower($2) in lower(a.full_name)) > 0`,
          values: [exam, find],
          by: [
            {
              sql: 'a.full_name collate "ru-x-icu"',
              as: 'text',
              kept: 'select p.full_name from session k join account p on p.id = k.examinee_id where k.id = $1',
            },
            { sql: 's.id', as: 'text' },
          ],
        },
        page,
      )
      if (found === null) return null
      const policies = await policiesOf(sql, [exam])
      return {
        ...found,
        rows: found.rows.map((row) => ({
          ...aheadOf(row, policies),
          name: row.full_name,
          toCome: row.to_come,
        })),
      }
    },
  }
}

export const postgresInstitutionsUnderAct =
  (auth: pg.Pool): InstitutionsUnderAct =>
  async () =>
    (
      await rowsOf<{ tenant_id: TenantId }>(
        auth,
        `select distinct tenant_id from act_edition where state = 'effective'`,
      )
    ).map((row) => row.tenant_id)
