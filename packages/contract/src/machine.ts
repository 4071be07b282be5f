// The health of the machine, for its administrator: what an exam day depends on, in figures without names.
import { z } from 'zod'
import { moment } from './ids.ts'
import type { Route } from './route.ts'

export const machineView = z.object({
  now: moment,
  version: z.string(),
  /** Every area can do its work. */
  ready: z.boolean(),
  database: z.boolean(),
  disk: z.object({
    freeBytes: z.number(),
    usedShare: z.number(),
    /** `filling`: an alarm; `no_new`: new recordings are refused; `full`: running ones have to wait (ING-34). */
    state: z.enum(['ok', 'filling', 'no_new', 'full']),
  }),
})
export type MachineView = z.output<typeof machineView>

export const readMachine = {
  method: 'GET',
  path: '/api/machine',
  can: 'machine.read',
  reply: machineView,
  refusals: [],
  summary: 'Health of the machine: database, disk, readiness',
} as const satisfies Route

export const machineRoutes = { readMachine } as const
