// Where peers are installed and write: outside the workspaces, kept between runs.
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const kept = (name: string): string => {
  const path = join(process.env.OCHNO_BENCH_DIR ?? join(tmpdir(), 'ochno-bench'), name)
  mkdirSync(path, { recursive: true })
  return path
}
export const fresh = (name: string): string => mkdtempSync(join(kept('runs'), `${name}-`))
