import type { AccountId, GroupId, TenantId } from '@ochno/domain/ids'
import type { RoomKind } from '@ochno/domain/rooms/plan'
import type { Instant } from '@ochno/domain/time'
import type pg from 'pg'
import type { Ids } from '../../ports/ids.ts'
import type { RoomId, RoomLink, Rooms, Seat, StoredRoom } from '../../ports/rooms.ts'
import { asTenant, rowsOf, type Sql, stamp, time, timeOrNull } from './transaction.ts'

type Row = {
  id: RoomId
  kind: RoomKind
  title: string
  group_id: GroupId | null
  group_name: string | null
  invited: AccountId[]
  starts_at: Date
  minutes: number
  lobby: boolean
  leader_id: AccountId
  leader_name: string
  locked: boolean
  ended_at: Date | null
  cancelled_at: Date | null
  people: number
}

/** Everybody of a room today: the group, the named, and who leads; nobody whose account is closed. */
const MEMBERS = `select a.id from account a where a.disabled_at is null and (a.id = r.leader_id
  or exists (select from people_group_member m where m.group_id = r.group_id and m.account_id = a.id)
  or exists (select from room_invited i where i.room_id = r.id and i.account_id = a.id))`

const SELECT = `select r.id, r.kind, r.title, r.group_id, g.name as group_name,
  array(select i.account_id from room_invited i where i.room_id = r.id order by 1) as invited,
  r.starts_at, r.minutes, r.lobby, r.leader_id, l.full_name as leader_name, r.locked, r.ended_at, r.cancelled_at,
  (select count(*)::int from (${MEMBERS}) everybody) as people
  from room r join account l on l.id = r.leader_id left join people_group g on g.id = r.group_id`

const roomOf = (row: Row): StoredRoom => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  group: row.group_id,
  groupName: row.group_name,
  invited: row.invited,
  startsAt: time(row.starts_at),
  minutes: row.minutes,
  lobby: row.lobby,
  leader: row.leader_id,
  leaderName: row.leader_name,
  locked: row.locked,
  endedAt: timeOrNull(row.ended_at),
  cancelledAt: timeOrNull(row.cancelled_at),
  people: row.people,
})

type SeatRow = {
  room_id: RoomId
  account_id: AccountId
  full_name: string
  link: RoomLink
  moderator: boolean
  invited: boolean
  admitted_at: Date | null
  removed_at: Date | null
  first_in: Date | null
  last_out: Date | null
}

const SEAT = `select s.room_id, s.account_id, a.full_name, s.link, s.account_id = r.leader_id as moderator,
  s.account_id in (${MEMBERS}) as invited, s.admitted_at, s.removed_at, s.first_in, s.last_out
  from room_seat s join room r on r.id = s.room_id join account a on a.id = s.account_id`

const seatOf = (row: SeatRow): Seat => ({
  room: row.room_id,
  account: row.account_id,
  name: row.full_name,
  link: row.link,
  moderator: row.moderator,
  invited: row.invited,
  admittedAt: timeOrNull(row.admitted_at),
  removedAt: timeOrNull(row.removed_at),
  firstIn: timeOrNull(row.first_in),
  lastOut: timeOrNull(row.last_out),
})

/** Of a list that nobody pages through. */
const MOST = 300

export const postgresRooms = (sql: Sql, tenant: TenantId, ids: Ids): Rooms => {
  const rooms = async (rest: string, values: unknown[]) =>
    (await rowsOf<Row>(sql, `${SELECT} ${rest}`, values)).map(roomOf)
  const seats = async (rest: string, values: unknown[]) =>
    (await rowsOf<SeatRow>(sql, `${SEAT} ${rest}`, values)).map(seatOf)
  const invite = async (id: RoomId, invited: readonly AccountId[]) => {
    await sql.query('delete from room_invited where room_id = $1 and account_id <> all ($2::text[])', [
      id,
      invited,
    ])
    await sql.query(
      `insert into room_invited (tenant_id, room_id, account_id)
       select $1, $2, unnest($3::text[]) on conflict do nothing`,
      [tenant, id, invited],
    )
  }
  const note = (set: string) => async (id: RoomId, account: AccountId, at: Instant) => {
    await sql.query(`update room_seat set ${set} where room_id = $1 and account_id = $2`, [
      id,
      account,
      stamp(at),
    ])
  }
  return {
    add: async (room, at) => {
      await sql.query(
        `insert into room (id, tenant_id, kind, title, group_id, starts_at, minutes, lobby, leader_id, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          room.id,
          tenant,
          room.kind,
          room.title,
          room.group,
          stamp(room.startsAt),
          room.minutes,
          room.lobby,
          room.leader,
          stamp(at),
        ],
      )
      await invite(room.id, room.invited)
    },
    save: async (room) => {
      await sql.query(
        `update room set kind = $2, title = $3, group_id = $4, starts_at = $5, minutes = $6, lobby = $7, locked = $8,
           ended_at = $9, cancelled_at = $10 where id = $1`,
        [
          room.id,
          room.kind,
          room.title,
          room.group,
          stamp(room.startsAt),
          room.minutes,
          room.lobby,
          room.locked,
          stamp(room.endedAt),
          stamp(room.cancelledAt),
        ],
      )
      await invite(room.id, room.invited)
    },
    find: async (id) => (await rooms('where r.id = $1', [id]))[0] ?? null,
    hold: async (id) => (await rooms('where r.id = $1 for no key update of r', [id]))[0] ?? null,
    list: (leader, since, past) =>
      rooms(
        `where ($1::text is null or r.leader_id = $1)
           and (coalesce(r.ended_at, r.cancelled_at, r.starts_at + make_interval(mins => r.minutes)) < $2) = $3
         order by r.starts_at ${past ? 'desc' : 'asc'}, r.id limit ${MOST}`,
        [leader, stamp(since), past],
      ),
    invitedTo: (account, since) =>
      rooms(
        `where $1 in (${MEMBERS})
           and coalesce(r.ended_at, r.cancelled_at, r.starts_at + make_interval(mins => r.minutes)) >= $2
         order by r.starts_at, r.id limit ${MOST}`,
        [account, stamp(since)],
      ),
    count: async (group, invited, leader) => {
      const [row] = await rowsOf<{ known: boolean; people: number }>(
        sql,
        `select
           ($1::text is null or exists (select from people_group where id = $1))
             and (select count(*) from account where id = any ($2::text[]) and disabled_at is null)
               = cardinality(array(select distinct unnest($2::text[]))) as known,
           (select count(*)::int from account a where a.disabled_at is null and (a.id = $3 or a.id = any ($2::text[])
             or exists (select from people_group_member m where m.group_id = $1 and m.account_id = a.id))) as people`,
        [group, invited, leader],
      )
      return row ?? { known: false, people: 0 }
    },
    seat: async (id, at) => {
      const missing = await rowsOf<{ id: AccountId }>(
        sql,
        `select e.id from room r cross join lateral (${MEMBERS}) e
         where r.id = $1 and not exists (select from room_seat s where s.room_id = r.id and s.account_id = e.id)`,
        [id],
      )
      if (missing.length === 0) return
      await sql.query(
        `insert into room_seat (tenant_id, room_id, account_id, link, made_at)
         select $1, $2, account, link, $5 from unnest($3::text[], $4::text[]) as given(account, link)
         on conflict do nothing`,
        [tenant, id, missing.map((one) => one.id), missing.map(() => ids.make('lnk')), stamp(at)],
      )
    },
    seats: (id) => seats('where s.room_id = $1 order by moderator desc, a.full_name, a.id', [id]),
    seatOf: async (link) => (await seats('where s.link = $1', [link]))[0] ?? null,
    mine: async (id, account) =>
      (await seats('where s.room_id = $1 and s.account_id = $2', [id, account]))[0] ?? null,
    renew: async (id, account) => {
      await sql.query(
        `update room_seat set link = $3, removed_at = null, admitted_at = null where room_id = $1 and account_id = $2`,
        [id, account, ids.make('lnk')],
      )
    },
    admitted: note('admitted_at = $3'),
    removed: note(
      'admitted_at = null, removed_at = $3, last_out = case when first_in is null then null else coalesce(last_out, $3) end',
    ),
    cameIn: note(
      'first_in = coalesce(first_in, $3), last_out = null, admitted_at = coalesce(admitted_at, $3)',
    ),
    wentOut: note('last_out = $3'),
    rulesRead: async (account) =>
      (
        await rowsOf<{ edition: string; at: Date }>(
          sql,
          'select edition, at from room_rules_read where account_id = $1 order by at desc',
          [account],
        )
      ).map(({ edition, at }) => ({ edition, at: time(at) })),
    readRules: async (account, edition, at) => {
      await sql.query(
        `insert into room_rules_read (tenant_id, account_id, edition, at) values ($1, $2, $3, $4) on conflict do nothing`,
        [tenant, account, edition, stamp(at)],
      )
    },
  }
}

/** A server that has just begun has nobody inside: whoever was when it broke off went out then, at the latest when the room closed. */
export async function endPresences(
  pools: { readonly app: pg.Pool; readonly auth: pg.Pool },
  overrunMinutes: number,
  at: Instant,
): Promise<void> {
  for (const { id } of await rowsOf<{ id: TenantId }>(pools.auth, 'select id from tenant order by id'))
    await asTenant(pools.app, id, (sql) =>
      sql.query(
        `update room_seat s set last_out = greatest(s.first_in, least($1::timestamptz,
           coalesce(r.ended_at, r.cancelled_at, r.starts_at + make_interval(mins => r.minutes + $2))))
         from room r where r.id = s.room_id and s.first_in is not null and s.last_out is null`,
        [stamp(at), overrunMinutes],
      ),
    )
}
