import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type RunAs = { readonly uid: number; readonly gid: number }

const USER = 'ochno-pg'

/** As root PostgreSQL must run as somebody else; as anyone else, as ourselves (null). */
export function runAs(): RunAs | null {
  if (process.getuid?.() !== 0) return null
  const found = lookUp(USER)
  if (found) return found
  execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', USER], {
    stdio: 'pipe',
  })
  const made = lookUp(USER)
  if (!made) throw new Error(`could not create the system user ${USER}`)
  return made
}

function lookUp(user: string): RunAs | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${user}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}
