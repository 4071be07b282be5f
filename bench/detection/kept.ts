// What the eyes saw in a clip, kept in the folder OCHNO_BENCH_GLANCES where there is one: rules are tried again without looking again.
// The folder is good for one version of the eyes and of the clips only.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Glance } from '../../packages/detect/src/see/eye.ts'
import { type LookStand, lookStand } from '../../packages/detect/tests/support/look.ts'

const folder = process.env.OCHNO_BENCH_GLANCES

export async function kept(name: string, look: () => Promise<readonly Glance[]>): Promise<readonly Glance[]> {
  if (!folder) return look()
  const path = join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '_')}.json`)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as readonly Glance[]
  const glances = await look()
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, JSON.stringify(glances))
  return glances
}

/** A browser with the eyes in it, opened when the first clip is looked at. */
export function standOnDemand() {
  let opened: Promise<LookStand> | null = null
  return {
    stand: () => {
      opened ??= lookStand()
      return opened
    },
    close: async () => (await opened)?.close(),
  }
}
