// The web application as it is served, built for the test files that look at it.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inject } from 'vitest'

const web = fileURLToPath(new URL('../packages/web/', import.meta.url))
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url))

/** `demo` also carries the gallery. The folder is a copy of its own, the caller's to remove. */
export async function builtWeb(mode: 'production' | 'demo'): Promise<string> {
  const built = join(inject('webBuilds'), mode)
  while (!existsSync(built)) {
    if (!(await isMine(`${built}.taken`))) await setTimeout(250)
    else if (!existsSync(built)) await build(mode, built).finally(() => rm(`${built}.taken`, { force: true }))
  }
  const outDir = await mkdtemp(join(tmpdir(), 'ochno-web-'))
  await cp(built, outDir, { recursive: true })
  return outDir
}

/** The first to ask builds, the others wait; whoever was ended while building leaves it to the next. */
async function isMine(taken: string): Promise<boolean> {
  const mine = await writeFile(taken, String(process.pid), { flag: 'wx' }).then(
    () => true,
    () => false,
  )
  if (mine) return true
  const builder = Number(await readFile(taken, 'utf8').catch(() => '0'))
  if (builder > 0 && !runs(builder)) await rm(taken, { force: true })
  return false
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A process of its own: the test runner's NODE_ENV would make another bundle than the one people get. */
async function build(mode: string, built: string): Promise<void> {
  const outDir = `${built}.making-${process.pid}`
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--mode', mode, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: web, env: { ...process.env, NODE_ENV: 'production' } },
  )
  await rename(outDir, built)
}
