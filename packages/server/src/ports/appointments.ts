import type { Duty } from '@ochno/domain/appointment/order'
import type { ProctorPapers } from '@ochno/domain/appointment/papers'
import type { StandingDeed } from '@ochno/domain/appointment/standing'
import type { RegisterLine } from '@ochno/domain/appointment/register'
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

/** Days are of the calendar, `2026-09-01`. */
export type StoredOrder = {
  readonly id: string
  readonly number: string
  readonly signedOn: string
  readonly from: string | null
  readonly to: string | null
}
export type StoredAppointment = {
  readonly id: string
  readonly order: string
  readonly person: AccountId
  readonly post: string
  readonly duty: Duty['for']
  readonly part: string
  readonly phone: string
  readonly email: string
  readonly hours: string
  readonly revokedOn: string | null
}
export type NamedAppointment = StoredAppointment & { readonly name: string; readonly partName: string }

/** A step of SM-14 that a person made; `from` is the day it holds from. */
export type StoredStanding = {
  readonly deed: StandingDeed
  readonly from: string
  readonly why: string
  readonly byName: string
  readonly at: Instant
}

/** People of one exam whom somebody was to watch. */
export type WatchAhead = {
  readonly exam: ExamId
  readonly title: string
  readonly opensAt: Instant
  readonly people: number
}

export type Published = { readonly at: Instant; readonly lines: readonly RegisterLine[] }

export type Appointments = {
  readonly orders: () => Promise<readonly StoredOrder[]>
  readonly all: () => Promise<readonly NamedAppointment[]>
  readonly addOrder: (
    order: StoredOrder,
    rows: readonly StoredAppointment[],
    by: AccountId,
    at: Instant,
  ) => Promise<void>
  readonly setContact: (
    id: string,
    contact: { readonly phone: string; readonly email: string; readonly hours: string },
  ) => Promise<void>
  readonly revoke: (id: string, on: string) => Promise<void>
  readonly published: () => Promise<Published | null>
  readonly publish: (publication: Published) => Promise<void>
  readonly papers: (proctor: AccountId) => Promise<ProctorPapers | null>
  /** Exams this proctor has a session in. */
  readonly watchedExams: (proctor: AccountId) => Promise<ReadonlySet<ExamId>>
  /** In the order they were written. */
  readonly standing: (proctor: AccountId) => Promise<readonly StoredStanding[]>
  readonly addStanding: (
    proctor: AccountId,
    step: Omit<StoredStanding, 'byName' | 'at'> & { readonly fromAt: Instant },
    by: AccountId,
    at: Instant,
  ) => Promise<void>
  /** Whoever is suspended or dismissed at this moment. */
  readonly barred: (at: Instant) => Promise<ReadonlySet<AccountId>>
  /** Whom this proctor alone is still to watch from a moment on (and, unless null, before another), the nearest first. */
  readonly ahead: (
    proctor: AccountId,
    since: Instant,
    until: Instant | null,
  ) => Promise<readonly WatchAhead[]>
  readonly setPapers: (proctor: AccountId, papers: ProctorPapers, by: AccountId, at: Instant) => Promise<void>
}

/** Institutions where somebody is responsible by an order. */
export type AppointingInstitutions = () => Promise<readonly TenantId[]>
