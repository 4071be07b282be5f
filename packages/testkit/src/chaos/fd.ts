// What a server process holds, from the kernel: for tests that nothing leaks.
import { readdirSync, readFileSync } from 'node:fs'

export const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length
export const residentBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
