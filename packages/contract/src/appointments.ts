// Who is responsible for what by an order of the head (000 6.3), published for everybody (000 6.4); papers of proctors.
import { ownWords } from '@ochno/domain/appointment/own-word'
import { proctorDocuments, proctorRefusals } from '@ochno/domain/appointment/proctor-rules'
import { standingDeeds } from '@ochno/domain/appointment/standing'
import { z } from 'zod'
import { accountId, examId, line, moment, paragraphs, partId } from './ids.ts'
import type { Route } from './route.ts'

const day = z.iso.date().refine((iso) => iso >= '2000' && iso < '2101')
const orderId = z.string().regex(/^ord_[a-z2-7]{26}$/)
const appointmentId = z.string().regex(/^apt_[a-z2-7]{26}$/)
const text = (max: number) => line(max).or(z.literal(''))

export const duties = ['technology', 'programme', 'service_technical', 'service_organisational'] as const
const duty = z.object({ for: z.enum(duties), of: z.string() })
const contact = {
  phone: text(100),
  email: z.email().max(200).or(z.literal('')),
  hours: text(200),
}

export const appointmentView = z.object({
  id: appointmentId,
  person: z.object({ id: accountId, name: z.string() }),
  post: z.string(),
  duty: z.enum(duties),
  part: z.object({ id: partId, name: z.string() }),
  phone: z.string(),
  email: z.string(),
  hours: z.string(),
  revokedOn: day.nullable(),
  held: z.boolean(),
})
export type AppointmentView = z.output<typeof appointmentView>

export const orderView = z.object({
  id: orderId,
  number: z.string(),
  signedOn: day,
  from: day.nullable(),
  to: day.nullable(),
  state: z.enum(['coming', 'running', 'over']),
  rows: z.array(appointmentView),
})
export type OrderView = z.output<typeof orderView>

export const appointmentsView = z.object({
  today: day,
  /** This academic year and the next one, to propose. */
  year: z.object({ from: day, to: day }),
  next: z.object({ from: day, to: day }),
  /** The act in force wants these persons named by an order. */
  demanded: z.boolean(),
  orders: z.array(orderView),
  /** Duties nobody holds today (a blocking warning), and those the next year's order does not name yet. */
  gaps: z.array(duty),
  dueForNextYear: z.array(duty),
  published: z.object({ at: moment, lines: z.number() }).nullable(),
  publicPath: z.string(),
})
export type AppointmentsView = z.output<typeof appointmentsView>

export const listAppointments = {
  method: 'GET',
  path: '/api/appointments',
  can: 'institution.read',
  reply: appointmentsView,
  refusals: [],
  summary: 'Orders with the persons they name, duties that nobody holds, and what was published when',
} as const satisfies Route

export const addOrder = {
  method: 'POST',
  path: '/api/appointments/orders',
  can: 'institution.manage',
  body: z.strictObject({
    number: line(100),
    signedOn: day,
    /** Null: until revoked. */
    term: z.strictObject({ from: day, to: day }).nullable(),
    rows: z
      .array(
        z.strictObject({
          person: accountId,
          post: line(200),
          duty: z.enum(duties),
          part: partId,
          ...contact,
        }),
      )
      .min(1)
      .max(200),
  }),
  reply: appointmentsView,
  refusals: ['not_found', 'not_staff', 'ends_before_it_begins', 'appointed_twice', 'wrong_duty'],
  summary: 'R0-6.3: an order names who is responsible; the public list is published anew',
} as const satisfies Route

export const changeContact = {
  method: 'PUT',
  path: '/api/appointments/:apt/contact',
  can: 'institution.manage',
  params: z.strictObject({ apt: appointmentId }),
  body: z.strictObject(contact),
  reply: appointmentsView,
  refusals: ['not_found'],
  summary: 'Change how one of them is reached',
} as const satisfies Route

export const revokeAppointment = {
  method: 'POST',
  path: '/api/appointments/:apt/revoke',
  can: 'institution.manage',
  params: z.strictObject({ apt: appointmentId }),
  body: z.strictObject({ on: day }),
  reply: appointmentsView,
  refusals: ['not_found', 'already_revoked'],
  summary: 'One of them is responsible no more from a day on',
} as const satisfies Route

export const readContacts = {
  method: 'GET',
  path: '/api/public/contacts/:tid',
  can: 'public',
  params: z.strictObject({ tid: z.string().regex(/^ten_[a-z2-7]{26}$/) }),
  reply: 'octets',
  refusals: ['not_found'],
  summary: 'R0-6.4: a page of contacts without a sign-in, which other sites may show in a frame',
} as const satisfies Route

export const readInstruction = {
  method: 'GET',
  path: '/api/public/instruction/:tid',
  can: 'public',
  params: z.strictObject({ tid: z.string().regex(/^ten_[a-z2-7]{26}$/) }),
  reply: 'octets',
  refusals: ['not_found'],
  summary:
    'R1-7.5a: the instruction F-001-4 as a page without a sign-in, which other sites may show in a frame',
} as const satisfies Route

const paperKinds = ['pdf', 'docx'] as const

export const printOrder = {
  method: 'GET',
  path: '/api/appointments/orders/:oid/paper',
  can: 'institution.read',
  params: z.strictObject({ oid: orderId }),
  query: z.strictObject({ as: z.enum(paperKinds) }),
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin', 'busy', 'print_failed', 'paper_lacks'],
  summary: 'F-000-2: the order on responsible persons of an academic year',
} as const satisfies Route

export const printContacts = {
  method: 'GET',
  path: '/api/appointments/contacts/paper',
  can: 'institution.read',
  query: z.strictObject({ as: z.enum(paperKinds) }),
  reply: 'octets',
  refusals: ['not_same_origin', 'busy', 'print_failed', 'paper_lacks'],
  summary: 'F-000-3: the list of contacts for the site',
} as const satisfies Route

const document = z.strictObject({ number: line(100), date: day })

/** A sheet or a journal with the proctor's own signature; without one he says it himself in his account. */
const sheet = { sheet: line(200).optional() }

const papersGiven = {
  employer: z.enum(['institution', 'provider', 'other_organisation']),
  contract: z.strictObject({ provider: line(300), number: line(100), from: day, to: day }).nullable(),
  order: document.nullable(),
  acknowledged: z
    .array(z.strictObject({ document: z.enum(proctorDocuments), on: day, ...sheet }))
    .max(proctorDocuments.length),
  instructed: z.strictObject({ on: day, by: line(200), ...sheet }).nullable(),
  trained: z
    .array(z.strictObject({ variant: z.enum(['sync', 'async', 'offline']), on: day, ...sheet }))
    .max(3),
  secrecy: z.strictObject({ on: day, act: line(200), ...sheet }).nullable(),
  qualifications: z.array(z.strictObject({ on: day, document: line(300) })).max(50),
  furtherEducation: line(300).nullable(),
}
const proctorCard = z.strictObject(papersGiven)
export type ProctorCardGiven = z.output<typeof proctorCard>

/** `own`: true, said by the proctor himself; false, the office waits for his word. */
const word = { on: day, sheet: z.string().optional(), own: z.boolean().optional() }
const proctorCardKept = z.object({
  ...papersGiven,
  acknowledged: z.array(z.object({ document: z.enum(proctorDocuments), ...word })),
  instructed: z.object({ by: z.string(), ...word }).nullable(),
  trained: z.array(z.object({ variant: z.enum(['sync', 'async', 'offline']), ...word })),
  secrecy: z.object({ act: z.string(), ...word }).nullable(),
})
export type ProctorCardKept = z.output<typeof proctorCardKept>

const standingView = z.object({
  deed: z.enum(standingDeeds),
  from: day,
  why: z.string(),
  by: z.string(),
  at: moment,
})

const ahead = z.object({
  exam: z.object({ id: examId, title: z.string() }),
  opensAt: moment,
  people: z.number(),
})

const lacks = z.enum(Object.values(proctorRefusals) as [string, ...string[]])

export const proctorLine = z.object({
  person: z.object({ id: accountId, name: z.string() }),
  card: proctorCardKept,
  /** The way of SM-14. */
  state: z.enum([
    'candidate',
    'documents_acknowledged',
    'trained',
    'appointed',
    'eligible',
    'qualification_due',
    'suspended',
    'dismissed',
  ]),
  /** The newest first. */
  standing: z.array(standingView),
  /** Of somebody who may not watch: exams whose people are still his and need another proctor. */
  ahead: z.array(ahead),
  /** Per variant: what keeps this person from watching. Empty lists: the act in force lets him. */
  missing: z.object({ sync: z.array(lacks), async: z.array(lacks), offline: z.array(lacks) }),
  warnings: z.array(
    z.enum(['no_further_education', 'qualification_due_soon', 'qualification_period_not_set']),
  ),
})
export type ProctorLine = z.output<typeof proctorLine>

export const listProctors = {
  method: 'GET',
  path: '/api/proctors',
  can: 'proctors.read',
  query: z.strictObject({ branch: partId.optional() }),
  reply: z.object({ today: day, demanded: z.boolean(), rows: z.array(proctorLine) }),
  refusals: [],
  summary: 'Proctors with their papers, and whom the act in force lets watch',
} as const satisfies Route

export const setProctorCard = {
  method: 'PUT',
  path: '/api/proctors/:id/card',
  can: 'institution.manage',
  params: z.strictObject({ id: accountId }),
  body: proctorCard,
  reply: proctorLine,
  refusals: [
    'not_found',
    'not_a_proctor',
    'external_has_roles',
    'ends_before_it_begins',
    'own_word_needed',
    'proctor_dismissed',
  ],
  summary: 'The papers of a proctor: order, contract, training, documents, non-disclosure, qualification',
} as const satisfies Route

export const setStanding = {
  method: 'POST',
  path: '/api/proctors/:id/standing',
  can: 'proctors.bar',
  params: z.strictObject({ id: accountId }),
  body: z.strictObject({ deed: z.enum(standingDeeds), from: day, why: paragraphs(1000).min(1) }),
  reply: proctorLine,
  refusals: ['not_found', 'not_a_proctor', 'not_now', 'not_yours', 'no_reason', 'standing_in_the_past'],
  summary:
    'SM-14: suspend, reinstate or dismiss a proctor from a day on; what was to be watched is told to the organisers',
} as const satisfies Route

const wordView = z.object({
  word: z.enum(ownWords),
  said: z
    .object({ on: day, how: z.enum(['own', 'paper', 'office']), sheet: z.string().nullable() })
    .nullable(),
  /** What the office entered to be confirmed: the day, and who held it or which act. */
  about: z.object({ on: day, what: z.string() }).nullable(),
})

export const myPapers = z.object({
  today: day,
  state: proctorLine.shape.state,
  missing: proctorLine.shape.missing,
  words: z.array(wordView),
  /** The act that is read before it is acknowledged; null: none is in force. */
  act: z.object({ id: z.string(), quote: z.string() }).nullable(),
  standing: standingView.omit({ by: true, at: true }).nullable(),
})
export type MyPapers = z.output<typeof myPapers>

export const readMyPapers = {
  method: 'GET',
  path: '/api/proctors/me',
  can: 'signed-in',
  reply: myPapers,
  refusals: ['not_a_proctor'],
  summary: 'SM-14: what a proctor acknowledges himself, and whether he may watch',
} as const satisfies Route

export const sayOwnWord = {
  method: 'PUT',
  path: '/api/proctors/me/words/:word',
  can: 'signed-in',
  params: z.strictObject({ word: z.enum(ownWords) }),
  /** The edition that was shown: another one is read first. */
  body: z.strictObject({ act: z.string().max(100).nullable() }),
  reply: myPapers,
  refusals: ['not_a_proctor', 'not_asked', 'requirements_changed', 'proctor_suspended', 'proctor_dismissed'],
  summary: 'SM-14: the proctor himself acknowledges a document, a training or the non-disclosure',
} as const satisfies Route

export const appointmentRoutes = {
  setStanding,
  readMyPapers,
  sayOwnWord,
  listAppointments,
  addOrder,
  changeContact,
  revokeAppointment,
  readContacts,
  readInstruction,
  listProctors,
  setProctorCard,
} as const

export const appointmentPaperRoutes = { printOrder, printContacts } as const
