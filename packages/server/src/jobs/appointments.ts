// Once an hour each institution with orders comes to its day: whose term is over leaves the public list, and the next order is asked for.
import type { TaskList } from 'graphile-worker'
import { type RemindDeps, turnAppointments } from '../features/institution/remind.ts'
import type { AppointingInstitutions } from '../ports/appointments.ts'
import type { Clock } from '../ports/clock.ts'

export type AppointmentSweep = RemindDeps & {
  readonly clock: Clock
  readonly appointing: AppointingInstitutions
}

export const appointmentTasks = (deps: AppointmentSweep): TaskList => ({
  appointment_sweep: async () => {
    for (const tenant of await deps.appointing()) await turnAppointments(deps, tenant, deps.clock.now())
  },
})

export const appointmentCrontab = '23 * * * * appointment_sweep'
