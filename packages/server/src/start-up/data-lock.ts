// One server per data folder: two would write one spool and one database at once.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export class AlreadyRunning extends Error {
  readonly pid: number
  constructor(pid: number) {
    super('another server uses this data folder')
    this.pid = pid
  }
}

/** Returns how to let go. What a killed server left behind is taken over. */
export function lockDataFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'server.pid')
  const mine = `${process.pid} ${startOf(process.pid) ?? ''}\n`
  try {
    writeFileSync(file, mine, { flag: 'wx' })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
    const [pid, start] = readFileSync(file, 'utf8').trim().split(' ')
    if (pid && Number(pid) !== process.pid && sameProcess(Number(pid), start))
      throw new AlreadyRunning(Number(pid))
    writeFileSync(file, mine)
  }
  return () => rmSync(file, { force: true })
}

/** A number is given again to another program after a reboot; the moment it began tells them apart. */
function sameProcess(pid: number, start: string | undefined): boolean {
  try {
    process.kill(pid, 0)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const now = startOf(pid)
  return now === null || !start || now === start
}

function startOf(pid: number): string | null {
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return null
  return readFileSync(stat, 'utf8').split(') ')[1]?.split(' ')[19] ?? null
}
