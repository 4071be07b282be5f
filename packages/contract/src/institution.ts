// The institution itself: its name on every page and the zone its times are told in.
import { z } from 'zod'
import { line } from './ids.ts'
import type { Route } from './route.ts'

export const changeInstitution = {
  method: 'PUT',
  path: '/api/institution',
  can: 'institution.manage',
  stepUp: true,
  body: z.strictObject({ name: line(200), zone: z.string().min(1).max(64) }),
  reply: z.object({ name: z.string(), zone: z.string() }),
  refusals: ['unknown_zone'],
  summary:
    'Change the name and the time zone of the institution; moments already recorded stay what they are',
} as const satisfies Route

export const institutionRoutes = { changeInstitution } as const
