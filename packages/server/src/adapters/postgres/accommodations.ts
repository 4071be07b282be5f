import type { Accommodation } from '@ochno/domain/accommodation/accommodation'
import { automaticAccommodations } from '@ochno/domain/accommodation/automatic'
import { asAccommodation, type DatedCondition, heldOn } from '@ochno/domain/accommodation/standing'
import type { ScanKind } from '@ochno/domain/consent/scan'
import type { AccountId, ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import { schoolLevelOf, schoolPlace } from '@ochno/domain/regulation/programme'
import type { Instant } from '@ochno/domain/time'
import type {
  AccommodationContent,
  AccommodationId,
  Accommodations,
  StoredAccommodation,
} from '../../ports/accommodations.ts'
import type { ScanId } from '../../ports/consents.ts'
import { readPage } from './pages.ts'
import { rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: AccommodationId
  account_id: AccountId
  full_name: string
  exam_id: ExamId | null
  title: string | null
  kind: StoredAccommodation['kind']
  state: StoredAccommodation['state']
  content: AccommodationContent
  from_day: string
  until_day: string | null
  asked_by: AccountId
  asked_at: Date
  decided_by: AccountId | null
  decider: string | null
  decided_at: Date | null
  decision: string
  file_kind: ScanKind | null
  file_bytes: number | null
  uploaded_at: Date | null
}

const COLUMNS = `m.id, m.account_id, a.full_name, m.exam_id, e.title, m.kind, m.state, m.content, m.from_day::text,
    m.until_day::text, m.asked_by, m.asked_at, m.decided_by, d.full_name as decider, m.decided_at, m.decision,
    f.kind as file_kind, f.bytes as file_bytes, f.uploaded_at`
const FROM = `from accommodation m join account a on a.id = m.account_id
  left join exam e on e.id = m.exam_id left join account d on d.id = m.decided_by
  left join accommodation_document f on f.accommodation_id = m.id`
const SELECT = `select ${COLUMNS} ${FROM}`

const storedOf = (row: Row): StoredAccommodation => ({
  id: row.id,
  account: row.account_id,
  name: row.full_name,
  exam: row.exam_id === null ? null : { id: row.exam_id, title: row.title ?? '' },
  kind: row.kind,
  state: row.state,
  content: row.content,
  from: row.from_day,
  until: row.until_day,
  askedBy: row.asked_by,
  askedAt: time(row.asked_at),
  decidedBy: row.decided_by === null ? null : { id: row.decided_by, name: row.decider ?? '' },
  decidedAt: timeOrNull(row.decided_at),
  decision: row.decision,
  file:
    row.file_kind === null || row.uploaded_at === null
      ? null
      : { kind: row.file_kind, bytes: row.file_bytes ?? 0, at: time(row.uploaded_at) },
})

type Place = {
  session: SessionId
  examinee: AccountId
  exam: ExamId
  preset: string | null
  grade: number | null
  zone: string
  parent: string | null
}

export function postgresAccommodations(sql: Sql, tenant: TenantId): Accommodations {
  const one = async (rest: string, id: string) => {
    const [row] = await rowsOf<Row>(sql, `${SELECT} ${rest}`, [id])
    return row ? storedOf(row) : null
  }
  const list = async (account: AccountId) =>
    (
      await rowsOf<Row>(
        sql,
        `${SELECT} where m.account_id = $1 order by m.state = 'requested' desc, m.asked_at desc, m.id limit 2000`,
        [account],
      )
    ).map(storedOf)
  const placesOf = (sessions: readonly SessionId[]) =>
    rowsOf<Place>(
      sql,
      `select s.id as session, s.examinee_id as examinee, s.exam_id as exam, a.preset, g.grade, t.zone,
         (select p.full_name from consent_guardian l join account p on p.id = l.representative_id
          where l.child_id = s.examinee_id and l.verified_at is not null and l.ended_at is null
          order by p.full_name limit 1) as parent
       from session s join tenant t on t.id = s.tenant_id
       left join exam_rules r on r.exam_id = s.exam_id left join act_edition a on a.id = r.act_id
       left join people_group_member m on m.account_id = s.examinee_id left join people_group g on g.id = m.group_id
       where s.id = any ($1)`,
      [sessions],
    )
  const placeOf = async (session: SessionId) => (await placesOf([session]))[0] ?? null
  const held = async (place: Place, now: Instant) => heldAmong(await list(place.examinee), place, now)
  const heldAmong = (own: readonly StoredAccommodation[], place: Place, now: Instant) => {
    const today = now.toZonedDateTimeISO(place.zone).toPlainDate().toString()
    const dated = own.map((stored): DatedCondition & { readonly id: AccommodationId } => ({
      id: stored.id,
      state: stored.state,
      exam: stored.exam?.id ?? null,
      from: stored.from,
      until: stored.until,
      accommodation: asAccommodation(stored.kind, stored.content),
    }))
    return heldOn(dated, place.exam, today)
  }
  const byClass = ({ preset, grade, parent }: Place): readonly Accommodation[] => {
    const level = grade === null ? null : schoolLevelOf(grade)
    const school = grade === null || level === null ? null : schoolPlace(level, grade)
    return preset === '001' ? automaticAccommodations('001', school, parent) : []
  }
  return {
    list,
    page: async (find, page) => {
      const found = await readPage<Row>(
        sql,
        tenant,
        {
          name: 'accommodations',
          select: COLUMNS,
          from: `${FROM} where position(lower($1) in lower(a.full_name)) > 0`,
          values: [find],
          by: [
            { sql: "(m.state = 'requested')", as: 'boolean', down: true },
            { sql: 'm.asked_at', as: 'timestamptz', down: true },
            { sql: 'm.id', as: 'text' },
          ],
        },
        page,
      )
      return found && { ...found, rows: found.rows.map(storedOf) }
    },
    find: (id) => one('where m.id = $1', id),
    hold: (id) => one('where m.id = $1 for no key update of m', id),
    save: async (stored) => {
      await sql.query(
        `insert into accommodation (id, tenant_id, account_id, exam_id, kind, state, content, from_day, until_day, asked_by,
           asked_at, decided_by, decided_at, decision)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         on conflict (id) do update set exam_id = $4, state = $6, content = $7, from_day = $8, until_day = $9,
           decided_by = $12, decided_at = $13, decision = $14`,
        [
          stored.id,
          tenant,
          stored.account,
          stored.exam?.id ?? null,
          stored.kind,
          stored.state,
          JSON.stringify(stored.content),
          stored.from,
          stored.until,
          stored.askedBy,
          stamp(stored.askedAt),
          stored.decidedBy?.id ?? null,
          stamp(stored.decidedAt),
          stored.decision,
        ],
      )
    },
    ground: async (id) => {
      const [row] = await rowsOf<{
        file_id: ScanId
        kind: ScanKind
        bytes: number
        sha256: Buffer
        kek_id: string
        sealed_key: Buffer
        uploaded_by: AccountId
        uploaded_at: Date
      }>(sql, 'select * from accommodation_document where accommodation_id = $1', [id])
      return row
        ? {
            id: row.file_id,
            kind: row.kind,
            bytes: row.bytes,
            sha256: new Uint8Array(row.sha256),
            key: { kek: row.kek_id, wrapped: new Uint8Array(row.sealed_key) },
            by: row.uploaded_by,
            at: time(row.uploaded_at),
          }
        : null
    },
    setGround: async (id, ground) => {
      await sql.query(
        `insert into accommodation_document (accommodation_id, tenant_id, file_id, kind, bytes, sha256, kek_id, sealed_key,
           uploaded_by, uploaded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (accommodation_id) do update set file_id = $3, kind = $4, bytes = $5, sha256 = $6, kek_id = $7,
           sealed_key = $8, uploaded_by = $9, uploaded_at = $10`,
        [
          id,
          tenant,
          ground.id,
          ground.kind,
          ground.bytes,
          Buffer.from(ground.sha256),
          ground.key.kek,
          Buffer.from(ground.key.wrapped),
          ground.by,
          stamp(ground.at),
        ],
      )
    },
    grades: () =>
      rowsOf(sql, 'select id, name, grade from people_group order by name collate "ru-x-icu", id limit 500'),
    setGrade: async (group, grade) =>
      (await rowsOf(sql, 'update people_group set grade = $2 where id = $1 returning id', [group, grade]))
        .length > 0,
    inForce: async (session, now) => {
      const place = await placeOf(session)
      if (!place) return []
      return [...byClass(place), ...(await held(place, now)).map(({ accommodation }) => accommodation)]
    },
    inForceIn: async (sessions, now) => {
      const places = await placesOf(sessions)
      const people = places.map(({ examinee }) => examinee)
      const granted = Map.groupBy(
        (
          await rowsOf<Row>(sql, `${SELECT} where m.account_id = any ($1) order by m.asked_at desc, m.id`, [
            people,
          ])
        ).map(storedOf),
        ({ account }) => account,
      )
      return new Map(
        places.map((place) => [
          place.session,
          [
            ...byClass(place),
            ...heldAmong(granted.get(place.examinee) ?? [], place, now).map(
              ({ accommodation }) => accommodation,
            ),
          ],
        ]),
      )
    },
    use: async (session, now) => {
      const place = await placeOf(session)
      const used = place ? (await held(place, now)).map(({ id }) => id) : []
      if (used.length > 0)
        await sql.query("update accommodation set state = 'used' where id = any ($1)", [used])
      return used
    },
  }
}
