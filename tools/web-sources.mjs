// What the web application is built from, told by one word that changes with any of it.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.mjs'

const inputs = [
  'package-lock.json',
  'packages/web/index.html',
  'packages/web/vite.config.ts',
  ...['web', 'domain', 'contract', 'evidence', 'capture', 'detect'].map((name) => `packages/${name}/src`),
  'packages/web/public',
]

function filesOf(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
}

/** Changes with any file of the sources: by name, size and time, so that it costs milliseconds. */
export function webFingerprint() {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesOf).sort()) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
