// Faults at the border between a process and its kernel (F-07), and what it asked of the kernel in which order.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export function whyNoStrace(): string | null {
  try {
    execFileSync('strace', ['-qq', '-o', '/dev/null', 'true'], { stdio: 'ignore' })
    return null
  } catch {
    return 'strace is missing or may not trace'
  }
}

export type Injection = {
  readonly call: string
  /** `error=EIO`, `error=ENOSPC`, `signal=KILL` */
  readonly fault: string
  /** The n-th such call of the traced threads, counted from attaching. */
  readonly when: number
}

/** Attaches to a running process and all its threads; resolves when it is being traced. */
export async function straceOn(pid: number, args: readonly string[]): Promise<ChildProcess> {
  const child = spawn('strace', ['-f', '-p', String(pid), ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('attached')) resolve()
    })
    child.once('exit', () => reject(new Error(`strace: ${said}`)))
  })
  return child
}

export const injectInto = (pid: number, { call, fault, when }: Injection): Promise<ChildProcess> =>
  straceOn(pid, ['-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:${fault}:when=${when}`])

export async function detach(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await gone
}

export type Call = {
  readonly thread: number
  readonly began: number
  readonly ended: number
  readonly name: string
  readonly fd: number
  /** The file or socket behind the descriptor, as `strace -y` prints it. */
  readonly target: string
  readonly result: number
  readonly text: string
}

/** Reads `strace -f -y -ttt -T` output; calls that were split by others are put together again. */
export function readTrace(path: string): Call[] {
  const open = new Map<string, { began: number; text: string }>()
  const calls: Call[] = []
  for (const raw of readFileSync(path, 'utf8').split('\n')) {
    const line = /^(\d+)\s+(\d+\.\d+)\s+(.*)$/.exec(raw)
    if (!line) continue
    const [, pid = '', time = '', rest = ''] = line
    const at = Number(time)
    const resumed = /^<\.\.\. (\w+) resumed>(.*)$/.exec(rest)
    const key = `${pid}`
    if (rest.endsWith('<unfinished ...>')) {
      open.set(key, { began: at, text: rest.slice(0, -'<unfinished ...>'.length) })
      continue
    }
    const begun = resumed ? open.get(key) : undefined
    const text = resumed ? `${begun?.text ?? `${resumed[1]}(`}${resumed[2]}` : rest
    if (resumed) open.delete(key)
    const call = /^(\w+)\((\d+)<([^>]*)>/.exec(text)
    const took = Number(/<(\d+\.\d+)>$/.exec(text)?.[1] ?? 0)
    if (!call) continue
    calls.push({
      thread: Number(pid),
      began: begun?.began ?? at,
      ended: resumed ? at + (begun ? 0 : took) : at + took,
      name: call[1] ?? '',
      fd: Number(call[2]),
      target: call[3] ?? '',
      result: Number(/\)\s+= (-?\d+)/.exec(text)?.[1] ?? Number.NaN),
      text,
    })
  }
  return calls
}
