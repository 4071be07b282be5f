// The web application as it is served, built for the test files that look at it.
import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const web = fileURLToPath(new URL('../packages/web/', import.meta.url))
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url))

/**
 * `demo` also carries the gallery. The folder is the caller's to remove.
 * A process of its own: the test runner's NODE_ENV would make another bundle than the one people get.
 */
export async function builtWeb(mode: 'production' | 'demo'): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'ochno-web-'))
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--mode', mode, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: web, env },
  )
  return outDir
}
