import type { ScanKind } from '@ochno/domain/consent/scan'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { ServiceState } from '@ochno/domain/lifecycle/service'
import type { ServiceCard } from '@ochno/domain/services/card'
import type { Signer } from '@ochno/domain/services/order'
import type pg from 'pg'
import type { ScanId } from '../../ports/consents.ts'
import type {
  InstitutionsWithServices,
  RulesEdition,
  ServiceFile,
  ServiceId,
  ServiceOrderId,
  Services,
  ServiceSetting,
  StoredService,
  StoredServiceOrder,
} from '../../ports/services.ts'
import { rowsOf, type Sql, stamp, time } from './transaction.ts'

type Row = {
  id: ServiceId
  code: string | null
  card: ServiceCard
  state: ServiceState
  reason: string | null
  order_id: ServiceOrderId | null
  changed_at: Date
}

const serviceOf = (row: Row): StoredService => ({
  id: row.id,
  code: row.code,
  card: row.card,
  state: row.state,
  reason: row.reason,
  order: row.order_id,
  changedAt: time(row.changed_at),
})

type RulesRow = {
  service_id: ServiceId
  version: number
  body: string
  requirements: string
  protection: string
  published_by: AccountId
  full_name: string
  published_at: Date
}

const rulesOf = (row: RulesRow): RulesEdition => ({
  version: row.version,
  text: row.body,
  requirements: row.requirements,
  protection: row.protection,
  at: time(row.published_at),
  by: { id: row.published_by, name: row.full_name },
})

type OrderRow = {
  id: ServiceOrderId
  number: string | null
  signedOn: string | null
  technical_id: AccountId
  technical: string
  organisational_id: AccountId
  organisational: string
  signer: Signer
  authorised: boolean
  services: { id: ServiceId; name: string }[]
}

const orderOf = (row: OrderRow): StoredServiceOrder => ({
  id: row.id,
  number: row.number,
  signedOn: row.signedOn,
  services: row.services,
  technical: { id: row.technical_id, name: row.technical },
  organisational: { id: row.organisational_id, name: row.organisational },
  signer: row.signer,
  authorised: row.authorised,
})

type FileRow = {
  id: ScanId
  owner_id: string
  purpose: ServiceFile['purpose']
  kind: ScanKind
  bytes: number
  sha256: Buffer
  kek_id: string
  sealed_key: Buffer
  uploaded_by: AccountId
  uploaded_at: Date
}

const fileOf = (row: FileRow): ServiceFile => ({
  id: row.id,
  owner: row.owner_id,
  purpose: row.purpose,
  kind: row.kind,
  bytes: row.bytes,
  sha256: new Uint8Array(row.sha256),
  key: { kek: row.kek_id, wrapped: new Uint8Array(row.sealed_key) },
  by: row.uploaded_by,
  at: time(row.uploaded_at),
})

const register = (
  sql: Sql,
  tenant: TenantId,
): Pick<Services, 'list' | 'find' | 'own' | 'save' | 'remove'> => ({
  list: async () =>
    (
      await rowsOf<Row>(
        sql,
        `select id, code, card, state, reason, order_id, changed_at from service order by name collate "ru-x-icu", id`,
      )
    ).map(serviceOf),
  find: async (id) => {
    const [row] = await rowsOf<Row>(
      sql,
      'select id, code, card, state, reason, order_id, changed_at from service where id = $1',
      [id],
    )
    return row ? serviceOf(row) : null
  },
  own: async () => {
    await sql.query("select pg_advisory_xact_lock(hashtextextended('service ' || $1, 0))", [tenant])
  },
  save: async ({ id, code, card, state, reason, order, changedAt }) => {
    const taken = await rowsOf(sql, 'select 1 from service where name = $1 and id <> $2', [card.name, id])
    if (taken.length > 0) return false
    await sql.query(
      `insert into service (id, tenant_id, code, name, state, card, reason, order_id, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (id) do update set name = $4, state = $5, card = $6, reason = $7, order_id = $8, changed_at = $9`,
      [id, tenant, code, card.name, state, JSON.stringify(card), reason, order, stamp(changedAt)],
    )
    return true
  },
  remove: async (id) => {
    await sql.query('delete from service where id = $1', [id])
  },
})

const use = (
  sql: Sql,
  tenant: TenantId,
): Pick<
  Services,
  'rules' | 'publishRules' | 'acknowledge' | 'acknowledgedBy' | 'acknowledgements' | 'acknowledgedCounts'
> => ({
  rules: async () =>
    new Map(
      (
        await rowsOf<RulesRow>(
          sql,
          `select distinct on (r.service_id) r.service_id, r.version, r.body, r.requirements, r.protection,
             r.published_by, p.full_name, r.published_at
           from service_rules r join account p on p.id = r.published_by order by r.service_id, r.version desc`,
        )
      ).map((row) => [row.service_id, rulesOf(row)]),
    ),
  publishRules: async (id, { version, text, requirements, protection, at, by }) => {
    await sql.query(
      `insert into service_rules
         (tenant_id, service_id, version, body, requirements, protection, published_by, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tenant, id, version, text, requirements, protection, by.id, stamp(at)],
    )
  },
  acknowledge: async (id, version, by, at) => {
    await sql.query(
      `insert into service_acknowledgement (tenant_id, service_id, version, account_id, at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [tenant, id, version, by, stamp(at)],
    )
  },
  acknowledgedBy: async (account) =>
    new Map(
      (
        await rowsOf<{ service_id: ServiceId; version: number }>(
          sql,
          `select service_id, max(version) as version from service_acknowledgement where account_id = $1
           group by service_id`,
          [account],
        )
      ).map((row) => [row.service_id, row.version]),
    ),
  acknowledgements: async (id) =>
    (
      await rowsOf<{ account_id: AccountId; full_name: string; version: number; at: Date }>(
        sql,
        `select k.account_id, a.full_name, k.version, k.at from service_acknowledgement k
         join account a on a.id = k.account_id where k.service_id = $1 order by k.at desc, k.version desc, k.account_id limit 5000`,
        [id],
      )
    ).map((row) => ({
      person: { id: row.account_id, name: row.full_name },
      version: row.version,
      at: time(row.at),
    })),
  acknowledgedCounts: async () =>
    new Map(
      (
        await rowsOf<{ service_id: ServiceId; count: number }>(
          sql,
          `select k.service_id, count(*)::int as count from service_acknowledgement k
           where k.version = (select max(version) from service_rules r where r.service_id = k.service_id)
           group by k.service_id`,
        )
      ).map((row) => [row.service_id, row.count]),
    ),
})

const orders = (sql: Sql, tenant: TenantId): Pick<Services, 'orders' | 'saveOrder' | 'removeOrder'> => ({
  orders: async () =>
    (
      await rowsOf<OrderRow>(
        sql,
        `select o.id, o.number, o.signed_on::text as "signedOn", o.technical_id, t.full_name as technical,
           o.organisational_id, g.full_name as organisational, o.signer, o.authorised,
           coalesce((select json_agg(json_build_object('id', s.id, 'name', coalesce(l.name, s.name))
             order by coalesce(l.name, s.name))
             from service_order_line l join service s on s.id = l.service_id where l.order_id = o.id), '[]') as services
         from service_order o join account t on t.id = o.technical_id join account g on g.id = o.organisational_id
         order by o.signed_on desc nulls first, o.entered_at desc, o.id limit 200`,
      )
    ).map(orderOf),
  saveOrder: async (order, by, at) => {
    await sql.query(
      `insert into service_order (id, tenant_id, number, signed_on, technical_id, organisational_id, signer, authorised,
         entered_by, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (id) do update set number = $3, signed_on = $4`,
      [
        order.id,
        tenant,
        order.number,
        order.signedOn,
        order.technical.id,
        order.organisational.id,
        JSON.stringify(order.signer),
        order.authorised,
        by,
        stamp(at),
      ],
    )
    for (const { id, name } of order.services)
      await sql.query(
        `insert into service_order_line (tenant_id, order_id, service_id, name) values ($1, $2, $3, $4)
         on conflict (order_id, service_id) do update set name = $4`,
        [tenant, order.id, id, order.number === null ? null : name],
      )
  },
  removeOrder: async (id) => {
    await sql.query('delete from service_order where id = $1', [id])
  },
})

const NO_SETTING: ServiceSetting = { off: [], prohibited: [], accounts: null }

const kept = (
  sql: Sql,
  tenant: TenantId,
): Pick<Services, 'files' | 'setFile' | 'removeFiles' | 'setting' | 'setSetting'> => ({
  files: async () =>
    (
      await rowsOf<FileRow>(
        sql,
        `select * from service_file f where exists (select from service s where s.id = f.owner_id)
           or exists (select from service_order o where o.id = f.owner_id)`,
      )
    ).map(fileOf),
  removeFiles: async (owner, purpose) =>
    (
      await rowsOf<{ id: ScanId }>(
        sql,
        'delete from service_file where owner_id = $1 and ($2::text is null or purpose = $2) returning id',
        [owner, purpose ?? null],
      )
    ).map(({ id }) => id),
  setFile: async (file) => {
    await sql.query(
      `insert into service_file (id, tenant_id, owner_id, purpose, kind, bytes, sha256, kek_id, sealed_key, uploaded_by,
         uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (owner_id, purpose) do update set id = $1, kind = $5, bytes = $6, sha256 = $7, kek_id = $8,
         sealed_key = $9, uploaded_by = $10, uploaded_at = $11`,
      [
        file.id,
        tenant,
        file.owner,
        file.purpose,
        file.kind,
        file.bytes,
        Buffer.from(file.sha256),
        file.key.kek,
        Buffer.from(file.key.wrapped),
        file.by,
        stamp(file.at),
      ],
    )
  },
  setting: async () => {
    const [row] = await rowsOf<ServiceSetting>(
      sql,
      'select families_off as off, prohibited, accounts from service_setting',
    )
    return row ?? NO_SETTING
  },
  setSetting: async ({ off, prohibited, accounts }, by, at) => {
    await sql.query(
      `insert into service_setting (tenant_id, families_off, prohibited, accounts, saved_by, saved_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id) do update set families_off = $2, prohibited = $3, accounts = $4, saved_by = $5, saved_at = $6`,
      [
        tenant,
        JSON.stringify(off),
        JSON.stringify(prohibited),
        accounts === null ? null : JSON.stringify(accounts),
        by,
        stamp(at),
      ],
    )
  },
})

export const postgresServices = (sql: Sql, tenant: TenantId): Services => ({
  ...register(sql, tenant),
  ...use(sql, tenant),
  ...orders(sql, tenant),
  ...kept(sql, tenant),
})

export const postgresInstitutionsWithServices =
  (auth: pg.Pool): InstitutionsWithServices =>
  async () =>
    (
      await rowsOf<{ tenant_id: TenantId }>(
        auth,
        `select distinct tenant_id from service where state = 'active'`,
      )
    ).map((row) => row.tenant_id)
