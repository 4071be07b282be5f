// CPU seconds of whole process trees, from the kernel's own accounts. Linux.
import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_S = 100

type Account = { readonly parent: number; readonly ticks: number }

function account(pid: number): Account | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name may hold spaces and brackets: the fields begin after its last bracket.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [parent, user, system, childUser, childSystem] = [1, 11, 12, 13, 14].map((i) => Number(fields[i]))
    return {
      parent: parent ?? 0,
      ticks: (user ?? 0) + (system ?? 0) + (childUser ?? 0) + (childSystem ?? 0),
    }
  } catch {
    return null
  }
}

export function tree(...roots: readonly number[]): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    const found = Number.isInteger(pid) ? account(pid) : null
    if (found) parents.set(pid, found.parent)
  }
  const inside = new Set(roots)
  for (let before = -1; before !== inside.size; ) {
    before = inside.size
    for (const [pid, parent] of parents) if (inside.has(parent)) inside.add(pid)
  }
  return [...inside]
}

/** CPU seconds used so far by these processes, their children and the children they have buried. */
export const cpuSeconds = (...roots: readonly number[]): number =>
  tree(...roots).reduce((sum, pid) => sum + (account(pid)?.ticks ?? 0), 0) / TICKS_PER_S

/** Of one process alone, all its threads, none of its children. */
export const cpuSecondsAlone = (pid: number): number => (own(pid) ?? 0) / TICKS_PER_S

function own(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return null
  }
}

export const rssBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
