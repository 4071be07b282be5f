// @tus/server with its file store: one upload per stream, one PATCH per fragment; no hash, no fsync.
import { execFileSync, fork } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exited } from '@ochno/testkit/chaos/load'
import { freePort, untilOpen } from '../measure/port.ts'
import type { Peer } from './peer.ts'
import { fresh, kept } from './scratch.ts'

const VERSIONS = { '@tus/server': '2.4.5', '@tus/file-store': '2.1.1' }

const SERVER = `
import http from 'node:http'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
const [port, directory] = process.argv.slice(2)
const tus = new Server({ path: '/files', datastore: new FileStore({ directory }) })
http.createServer((request, reply) => tus.handle(request, reply)).listen(Number(port), '127.0.0.1')
`

export async function tus(): Promise<Peer> {
  const home = kept('tus')
  if (!existsSync(join(home, 'node_modules/@tus/server'))) {
    writeFileSync(
      join(home, 'package.json'),
      JSON.stringify({ private: true, type: 'module', dependencies: VERSIONS }),
    )
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
      cwd: home,
      stdio: 'inherit',
    })
  }
  writeFileSync(join(home, 'server.mjs'), SERVER)
  const [store, port] = [fresh('tus'), await freePort()]
  const child = fork(join(home, 'server.mjs'), [String(port), store], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await untilOpen(port)
  return {
    name: 'tus',
    origin: `http://127.0.0.1:${port}`,
    pids: () => [child.pid ?? 0],
    close: async () => {
      child.kill('SIGKILL')
      await exited(child)
      rmSync(store, { recursive: true, force: true })
    },
  }
}
