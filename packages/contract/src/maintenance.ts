// 002 13: services are there day and night; what has to be done to them is announced beforehand.
import { z } from 'zod'
import { givenMoment, line, moment } from './ids.ts'
import type { Route } from './route.ts'

const workId = z.string().regex(/^mnt_[a-z2-7]{26}$/)

const work = z.object({
  id: workId,
  from: moment,
  until: moment,
  what: z.string(),
  announcedAt: moment,
})
export type MaintenanceView = z.output<typeof work>
const coming = z.object({ now: moment, rows: z.array(work) })

export const listMaintenance = {
  method: 'GET',
  path: '/api/maintenance',
  can: 'signed-in',
  reply: coming,
  refusals: [],
  summary: 'Works that are announced or under way, the nearest first',
} as const satisfies Route

export const announceMaintenance = {
  method: 'POST',
  path: '/api/maintenance',
  can: 'maintenance.announce',
  body: z.strictObject({ from: givenMoment, until: givenMoment, what: line(500) }),
  /** Sessions whose time the works touch, so that the exam is moved or the works are. */
  reply: z.object({ now: moment, rows: z.array(work), told: z.number(), sessions: z.number() }),
  refusals: ['wrong_window', 'too_soon'],
  summary: 'R2-13b: everybody is told in their notices and by a line on every page',
} as const satisfies Route

export const cancelMaintenance = {
  method: 'DELETE',
  path: '/api/maintenance/:mid',
  can: 'maintenance.announce',
  params: z.strictObject({ mid: workId }),
  reply: coming,
  refusals: ['not_found'],
  summary: 'The works are not done at that time; the line goes away',
} as const satisfies Route

export const maintenanceRoutes = { listMaintenance, announceMaintenance, cancelMaintenance } as const
