// nginx writing each body to a file of its own (client_body_in_file_only and a rename by its DAV module): no hash, no fsync.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exited } from '@ochno/testkit/chaos/load'
import { freePort, untilOpen } from '../measure/port.ts'
import type { Peer } from './peer.ts'
import { fresh } from './scratch.ts'

const BINARY = '/usr/sbin/nginx'

export async function nginx(): Promise<Peer> {
  if (!existsSync(BINARY))
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'nginx-light'])
  const home = fresh('nginx')
  const [bodies, store, port] = [join(home, 'bodies'), join(home, 'store'), await freePort()]
  for (const path of [home, bodies, store]) {
    mkdirSync(path, { recursive: true })
    chmodSync(path, 0o777)
  }
  const config = join(home, 'nginx.conf')
  writeFileSync(
    config,
    `worker_processes 1; pid ${home}/pid; error_log ${home}/error.log crit; daemon off;
     events { worker_connections 1024; }
     http {
       access_log off; keepalive_requests 1000000; client_max_body_size 8m;
       client_body_temp_path ${bodies}; client_body_in_file_only on;
       server { listen 127.0.0.1:${port}; location / { root ${store}; dav_methods PUT; create_full_put_path on; } }
     }`,
  )
  const child = spawn(BINARY, ['-c', config, '-p', home], { stdio: ['ignore', 'ignore', 'inherit'] })
  await untilOpen(port)
  return {
    name: 'nginx',
    origin: `http://127.0.0.1:${port}`,
    pids: () => [child.pid ?? 0],
    close: async () => {
      child.kill('SIGTERM')
      await exited(child)
      rmSync(home, { recursive: true, force: true })
    },
  }
}
