import type { PlainDate } from '../calendar/working-days.ts'
import { type Appointment, type Duty, isHeldOn } from './order.ts'

/** A line of «Перечень лиц, ответственных за поддержку применяемых технологий» and of the public contact list. */
export type RegisterLine = {
  readonly person: string
  readonly area: string
  readonly phone: string
  readonly email: string
  readonly hours: string
  readonly order: string
  readonly period: string
}

/** 002 п. 12 names two people for one service: without its side nobody knows whom to ask. */
const sides: Readonly<Partial<Record<Duty['for'], string>>> = {
  service_technical: 'техническое обеспечение',
  service_organisational: 'организационное обеспечение',
}
const areaOf = (duty: Duty): string => {
  const side = sides[duty.for]
  return side ? `${duty.of} (${side})` : duty.of
}

/** Whoever is responsible on the day, by area and person; the same register serves the list and the site. */
export const registerOn = (appointments: readonly Appointment[], day: PlainDate): readonly RegisterLine[] =>
  appointments
    .filter((appointment) => isHeldOn(appointment, day))
    .map(({ person, duty, contact, order, year }) => ({
      person,
      area: areaOf(duty),
      ...contact,
      order: `${order.number} ${order.date}`,
      period: year ? `${year.from}/${year.to}` : `${order.date}/`,
    }))
    .sort((a, b) => (a.area === b.area ? (a.person < b.person ? -1 : 1) : a.area < b.area ? -1 : 1))

export type Publication = { readonly on: PlainDate; readonly lines: readonly RegisterLine[] }

/** A change of an appointment, or its mere end, makes the published list stale. */
export const isStale = (
  published: Publication | null,
  appointments: readonly Appointment[],
  day: PlainDate,
): boolean =>
  published === null || JSON.stringify(published.lines) !== JSON.stringify(registerOn(appointments, day))
