// A mounted file system that forgets what was not fsynced (F-06). Linux with /dev/fuse, python3-fusepy and fuse.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const PYTHON = '/usr/bin/python3'

/** Null when this machine can mount it, else what is missing. */
export function whyNoLosefs(): string | null {
  if (process.platform !== 'linux') return 'losefs needs Linux'
  if (!existsSync('/dev/fuse')) return '/dev/fuse is missing'
  try {
    execFileSync(PYTHON, ['-c', 'import fusepy'], { stdio: 'ignore' })
    return null
  } catch {
    return 'python3-fusepy is missing'
  }
}

export type LosingDisk = {
  readonly path: string
  /** Power cut: forgets what was not fsynced; answers how many files and names were hit. Kill the writers first. */
  readonly cut: (how?: 'clean' | 'torn') => Promise<number>
  readonly close: () => Promise<void>
}

export async function losingDisk(seed = 1): Promise<LosingDisk> {
  const home = await mkdtemp(join(tmpdir(), 'ochno-losefs-'))
  const platter = join(home, 'platter')
  const path = join(home, 'mount')
  await Promise.all([mkdir(platter), mkdir(path)])
  const child = spawn(PYTHON, [join(import.meta.dirname, 'losefs.py'), platter, path], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LOSEFS_SEED: String(seed) },
  })
  const waiting: Array<{ prefix: string; got: (line: string) => void; failed: (why: Error) => void }> = []
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line)
    const at = waiting.findIndex((one) => line.startsWith(one.prefix))
    if (at >= 0) waiting.splice(at, 1)[0]?.got(line)
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  gone.then(() => {
    for (const one of waiting.splice(0)) one.failed(new Error(`losefs ended: ${said.slice(-5).join(' | ')}`))
  })
  const line = (prefix: string) =>
    new Promise<string>((got, failed) => {
      waiting.push({ prefix, got, failed })
    })

  await line('READY')
  const close = async () => {
    await unmount(path, child, gone)
    await rm(home, { recursive: true, force: true })
  }
  // A test that dies must not leave a dead mount behind: every later `ls /tmp` would hang on it.
  const last = () => {
    child.kill('SIGKILL')
    try {
      execFileSync('umount', ['-l', path], { stdio: 'ignore' })
    } catch {}
  }
  process.once('exit', last)
  return {
    path,
    cut: async (how = 'clean') => {
      const told = line('LOST')
      child.kill(how === 'clean' ? 'SIGUSR1' : 'SIGUSR2')
      // Python runs the handler between operations: a look at the disk makes sure there is one.
      await readFile(join(path, '.wake')).catch(() => undefined)
      return Number((await told).slice(5))
    },
    close: async () => {
      process.removeListener('exit', last)
      await close()
    },
  }
}

async function unmount(path: string, child: ChildProcess, gone: Promise<void>): Promise<void> {
  for (const [tool, ...args] of [
    ['fusermount', '-u', path],
    ['umount', path],
    ['umount', '-l', path],
  ] as const) {
    try {
      execFileSync(tool, args, { stdio: 'ignore' })
      break
    } catch {}
  }
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM')
    const hard = setTimeout(() => child.kill('SIGKILL'), 2000)
    await gone
    clearTimeout(hard)
  }
}
