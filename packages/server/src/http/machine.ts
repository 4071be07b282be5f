import type { MachineView, machineRoutes } from '@ochno/contract/machine'
import type { DiskState } from '../ports/disk.ts'
import type { Handlers } from './seam.ts'

const diskWord = (disk: DiskState): MachineView['disk']['state'] => {
  if (!disk.takesExams) return 'full'
  if (!disk.takesNew) return 'no_new'
  return disk.alarm ? 'filling' : 'ok'
}

export const machineHandlers = (from: {
  readonly disk: () => DiskState
  readonly unready: () => Promise<Readonly<Record<string, string>>>
  readonly version: string
}): Handlers<typeof machineRoutes> => ({
  readMachine: async ({ now }) => {
    const unready = await from.unready()
    const disk = from.disk()
    return {
      ok: true,
      body: {
        now: now.toString(),
        version: from.version,
        ready: Object.keys(unready).length === 0,
        database: !('database' in unready),
        disk: { freeBytes: disk.freeBytes, usedShare: disk.usedShare, state: diskWord(disk) },
      },
    }
  },
})
