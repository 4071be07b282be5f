// From `npm start` to the first page: in a fresh clone (packages already in npm's cache), and again with everything in place.
import { execFileSync, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../measure/port.ts'
import { fresh } from '../peers/scratch.ts'
import type { Figures, Say } from '../scenario.ts'
import { median, round } from '../scenario.ts'

export const targets = { cold_s: 60, warm_s: 3 }
const root = join(import.meta.dirname, '../..')

export async function run(say: Say): Promise<Figures> {
  const home = fresh('start')
  const clone = join(home, 'ochno')
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone])
  try {
    const cold = await startOnce(clone, join(home, 'data'))
    say(`cold ${cold.toFixed(1)} s`)
    const warm: number[] = []
    for (let i = 0; i < 3; i++) warm.push(await startOnce(clone, join(home, 'data')))
    say(`warm ${warm.map((s) => s.toFixed(2)).join(', ')} s`)
    return { cold_s: round(cold, 1), warm_s: round(median(warm)) }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** A person's shell: none of what `npm run` put around this benchmark. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|INIT_CWD|OCHNO_)/.test(name))
  const path = (process.env.PATH ?? '').split(':').filter((part) => !part.includes('node_modules'))
  return { ...Object.fromEntries(kept), PATH: path.join(':') }
}

async function startOnce(folder: string, data: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...cleanEnvironment(), OCHNO_PORT: String(port), OCHNO_DATA_DIR: data },
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2000)
  })
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let ended = false
  over.then(() => {
    ended = true
  })
  try {
    for (;;) {
      if (ended) throw new Error(`npm start ended: ${said}`)
      if (performance.now() - began > 300_000) throw new Error(`no page after 5 minutes: ${said}`)
      const page = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
      if (page?.ok && (await page.text()).includes('<html')) return (performance.now() - began) / 1000
      await pause(50)
    }
  } finally {
    if (child.pid && !ended) process.kill(-child.pid, 'SIGTERM')
    await over
    // npm is gone at once; the server under it first answers what it was given.
    while (child.pid && alive(-child.pid)) await pause(50)
  }
}

function alive(group: number): boolean {
  try {
    return process.kill(group, 0)
  } catch {
    return false
  }
}
