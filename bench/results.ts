import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Figures } from './scenario.ts'

const results = join(import.meta.dirname, 'results')
const accepted = join(import.meta.dirname, 'accepted.json')

const readAccepted = (): Record<string, Figures> =>
  existsSync(accepted) ? (JSON.parse(readFileSync(accepted, 'utf8')) as Record<string, Figures>) : {}

export const lastAccepted = (name: string): Figures => readAccepted()[name] ?? {}

export function lastSaved(name: string): Figures {
  const file = join(results, `${name}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { figures: Figures }).figures : {}
}

export function save(name: string, figures: Figures): void {
  mkdirSync(results, { recursive: true })
  const machine = { cpu: cpus()[0]?.model.trim() ?? '', cores: cpus().length, node: process.version }
  const text = JSON.stringify({ name, figures, machine }, null, 2)
  writeFileSync(join(results, `${name}.json`), `${text}\n`)
}

export function accept(name: string, figures: Figures): void {
  const all = { ...readAccepted(), [name]: figures }
  writeFileSync(accepted, `${JSON.stringify(Object.fromEntries(Object.entries(all).sort()), null, 2)}\n`)
}
