// What a server process holds, from the kernel: for tests that nothing leaks.
import { readdirSync, readFileSync } from 'node:fs'

export const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length
export const residentBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024

/** A process and everything below it: PostgreSQL's workers lead sessions of their own, so no signal to a group reaches them. */
export function processTree(root: number): number[] {
  const found = [root]
  for (let at = 0; at < found.length; at++)
    found.push(
      ...readFileSync(`/proc/${found[at]}/task/${found[at]}/children`, 'utf8')
        .split(' ')
        .filter(Boolean)
        .map(Number),
    )
  return found
}
