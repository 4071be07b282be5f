// One real object of every kind an address of the API names, of the institution given: made where the test made none.
import { randomBytes } from 'node:crypto'
import { idFrom } from '@ochno/domain/ids'
import type { TestDatabase } from '@ochno/testkit/database'

/** The table of each tag of an id; a new tag in an address has to be named here. */
const tables: Readonly<Record<string, string>> = {
  acc: 'account',
  acm: 'accommodation',
  act: 'act_edition',
  apl: 'appeal',
  apt: 'appointment',
  bgl: 'break_glass',
  chk: 'equipment_check',
  cns: 'consent',
  cpp: 'consent_paper',
  csc: 'home_task_file',
  dst: 'destruction',
  evi: 'identity_evidence',
  exm: 'exam',
  exp: 'export',
  fid: 'federated_identity',
  grp: 'people_group',
  hld: 'retention_hold',
  imp: 'people_import',
  lmp: 'lms_platform',
  lnk: 'room_seat',
  mnt: 'maintenance',
  ntc: 'notice',
  ord: 'appointment_order',
  pky: 'factor_passkey',
  ppr: 'session_paper',
  prd: 'assessment_period',
  prt: 'institution_part',
  rom: 'room',
  rvw: 'review',
  ses: 'session',
  sgn: 'sign_in',
  sod: 'service_order',
  srv: 'service',
  sxp: 'subject_export',
  tkt: 'support_ticket',
  tsk: 'home_task',
  viw: 'recording_view',
  wdr: 'withdrawal_effect',
  wpl: 'workplace',
}

type Of = {
  readonly tenant: string
  readonly session: string
  readonly exam: string
  readonly account: string
}
type Column = { readonly name: string; readonly type: string; readonly allowed: string | null }

function value(tag: string, column: Column, of: Of, found: ReadonlyMap<string, string>): unknown {
  const { name, type, allowed } = column
  if (name === 'id' || (tag === 'lnk' && name === 'link')) return idFrom(tag, randomBytes(16))
  if (name === 'tenant_id') return of.tenant
  if (name === 'session_id') return of.session
  if (name === 'exam_id') return of.exam
  if (name === 'room_id') return found.get('rom')
  if (allowed !== null) return allowed
  if (/^(account_id|examinee_id|to_account|.*_by)$/.test(name)) return of.account
  if (name === 'until_at') return '2026-12-03T09:00:00Z'
  if (name === 'closes') return 'y'
  if (type === 'timestamp with time zone' || type === 'date') return '2026-12-02T09:00:00Z'
  if (type === 'bytea') return randomBytes(32)
  if (type === 'jsonb') return '{}'
  if (type === 'boolean') return false
  if (/int|numeric/.test(type)) return 1
  return type === 'ARRAY' ? [] : 'x'
}

export async function objectsOf(database: TestDatabase, of: Of): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>([['ten', of.tenant]])
  const past = (text: string, values: unknown[] = []) => database.owner(text, values)
  // What a row points at is not looked for here: that a row is there is all that matters.
  for (const tag of Object.keys(tables).sort((a, b) => Number(a === 'lnk') - Number(b === 'lnk'))) {
    const table = tables[tag] as string
    const own = tag === 'lnk' ? 'link' : 'id'
    const one = async () =>
      (await past(`select ${own} as id from ${table} where tenant_id = $1 limit 1`, [of.tenant])).rows[0]?.id
    const there = await one()
    if (!there) {
      const { rows: columns } = await past(
        `select c.column_name as name, c.data_type as type,
           (select (regexp_match(pg_get_constraintdef(k.oid), '\\(' || c.column_name || ' = ANY \\(ARRAY\\[''([^'']*)'''))[1]
            from pg_constraint k where k.conrelid = c.table_name::regclass and k.contype = 'c'
              and pg_get_constraintdef(k.oid) ~ ('\\(' || c.column_name || ' = ANY \\(ARRAY\\[') limit 1) as allowed
         from information_schema.columns c
         where c.table_schema = 'public' and c.table_name = $1 and c.column_default is null
           and (c.is_nullable = 'NO' or c.table_name = 'identity_evidence' and c.column_name = 'sealed_key')
           and c.is_generated = 'NEVER' and c.is_identity = 'NO'`,
        [table],
      )
      await past(
        `with alone as (select set_config('session_replication_role', 'replica', true))
         insert into ${table} (${columns.map((column) => column.name)})
         select ${columns.map((column, at) => `$${at + 1}::${column.type === 'ARRAY' ? 'text[]' : column.type}`)} from alone`,
        columns.map((column) => value(tag, column as Column, of, found)),
      )
    }
    found.set(tag, String(there ?? (await one())))
  }
  return found
}
