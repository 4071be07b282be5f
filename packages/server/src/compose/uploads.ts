// Files that are sent: what is taken, and the program that looks them through.
import { uploadRoutes } from '@ochno/contract/uploads'
import { clamd } from '../adapters/malware/clamd.ts'
import { scanCommand } from '../adapters/malware/command.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import type { MalwareScan } from '../config.ts'
import { lookThrough, type UploadDeps } from '../features/uploads/look-through.ts'
import type { LookThrough } from '../http/app.ts'
import { uploadHandlers } from '../http/uploads.ts'
import type { Scanner } from '../ports/uploads.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

/** Longer nobody waits for a file to be sent. */
const SCAN_MS = 20_000

const scannerOf = (named: MalwareScan): Scanner =>
  'clamd' in named ? clamd(named.clamd, SCAN_MS) : scanCommand(named.program, SCAN_MS)

export function composeUploads({
  pools,
  ids,
  log,
  config,
}: Base): Part & { readonly lookThrough: LookThrough } {
  const scanner = config.malwareScan && scannerOf(config.malwareScan)
  let silent = false
  const deps: UploadDeps = {
    store: postgresStore(pools.app, ids),
    log,
    scan:
      scanner &&
      (async (bytes) => {
        const found = await scanner(bytes)
        silent = found === 'unavailable'
        return found
      }),
    silent: () => silent,
  }
  return {
    routes: mounted(uploadRoutes, uploadHandlers(deps)),
    lookThrough: (actor, sent, now) => lookThrough(deps, actor, sent, now),
  }
}
