// A real S3 store for tests: Ceph's RADOS gateway from Debian, one node, in memory, on loopback. Gone with the test.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'

export const radosInstalled =
  existsSync('/usr/bin/radosgw') && existsSync('/usr/bin/ceph-osd') && process.getuid?.() === 0

export type Rados = {
  readonly endpoint: string
  readonly accessKey: string
  readonly secretKey: string
  readonly bucket: string
  readonly close: () => void
}

export async function startRados(): Promise<Rados> {
  const dir = mkdtempSync(join(tmpdir(), 'ochno-rados-'))
  const [mon, gateway] = [await freePort(), await freePort()]
  const id = randomUUID()
  const conf = join(dir, 'ceph.conf')
  const at = (name: string) => join(dir, name)
  for (const folder of ['mon', 'osd', 'mgr', 'rgw', 'run']) mkdirSync(at(folder))
  writeFileSync(
    conf,
    `[global]
fsid = ${id}
mon_host = 127.0.0.1:${mon}
mon_initial_members = a
public_addr = 127.0.0.1
auth_cluster_required = cephx
auth_service_required = cephx
auth_client_required = cephx
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 4
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_warn_on_pool_no_redundancy = false
mon_osd_full_ratio = .99
mon_data_avail_crit = 1
run_dir = ${at('run')}
admin_socket = ${at('run')}/$name.sock
log_file = ${at('run')}/$name.log
pid_file = ${at('run')}/$name.pid
keyring = ${at('keyring')}
[mon.a]
mon_data = ${at('mon')}
[osd.0]
osd_data = ${at('osd')}
osd_objectstore = memstore
memstore_device_bytes = 1073741824
[client.admin]
rgw_frontends = beast endpoint=127.0.0.1:${gateway}
rgw_data = ${at('rgw')}
rgw_thread_pool_size = 16
`,
  )
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, ['-c', conf, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    }).toString()
  const tool = (program: string, ...args: string[]) =>
    execFileSync(program, args, { stdio: 'pipe', timeout: 60_000 })
  const started: number[] = []
  const daemon = (program: string, ...args: string[]) => {
    const child = spawn(program, ['-c', conf, '-f', ...args], { stdio: 'ignore', detached: true })
    if (child.pid) started.push(child.pid)
  }
  const close = () => {
    for (const pid of started.reverse()) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It ended by itself.
      }
    }
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  try {
    const caps = [
      '--cap',
      'mon',
      'allow *',
      '--cap',
      'osd',
      'allow *',
      '--cap',
      'mgr',
      'allow *',
      '--cap',
      'mds',
      'allow *',
    ]
    tool('ceph-authtool', '--create-keyring', at('keyring'), '--gen-key', '-n', 'client.admin', ...caps)
    tool(
      'ceph-authtool',
      '--create-keyring',
      at('mon.keyring'),
      '--gen-key',
      '-n',
      'mon.',
      '--cap',
      'mon',
      'allow *',
    )
    tool('ceph-authtool', at('mon.keyring'), '--import-keyring', at('keyring'))
    tool('monmaptool', '--create', '--add', 'a', `127.0.0.1:${mon}`, '--fsid', id, at('monmap'))
    run('ceph-mon', '--mkfs', '-i', 'a', '--monmap', at('monmap'), '--keyring', at('mon.keyring'))
    daemon('ceph-mon', '-i', 'a')
    await until(() => run('ceph', '--connect-timeout', '2', 'mon', 'stat').includes('quorum'))
    writeFileSync(
      at('mgr/keyring'),
      run('ceph', 'auth', 'get-or-create', 'mgr.x', 'mon', 'allow *', 'osd', 'allow *'),
    )
    daemon('ceph-mgr', '-i', 'x', '--mgr-data', at('mgr'), '--keyring', at('mgr/keyring'))
    const uuid = randomUUID()
    run('ceph', 'osd', 'new', uuid)
    writeFileSync(
      at('osd/keyring'),
      run('ceph', 'auth', 'get-or-create', 'osd.0', 'mon', 'allow *', 'osd', 'allow *', 'mgr', 'allow *'),
    )
    const osd = ['-i', '0', '--osd-data', at('osd'), '--osd-uuid', uuid, '--keyring', at('osd/keyring')]
    run('ceph-osd', '--mkfs', ...osd)
    daemon('ceph-osd', ...osd)
    await until(() => run('ceph', '--connect-timeout', '2', 'osd', 'stat').includes('1 up'))
    daemon('radosgw', '-n', 'client.admin')
    const [accessKey, secretKey, bucket] = ['TESTKEY', 'TESTSECRET', 'recordings']
    run(
      'radosgw-admin',
      'user',
      'create',
      '--uid=test',
      '--display-name=test',
      `--access-key=${accessKey}`,
      `--secret-key=${secretKey}`,
    )
    const endpoint = `http://127.0.0.1:${gateway}`
    await until(async () => (await fetch(endpoint)).status > 0)
    return { endpoint, accessKey, secretKey, bucket, close }
  } catch (cause) {
    close()
    throw cause
  }
}

async function until(ready: () => boolean | Promise<boolean>, tries = 120): Promise<void> {
  for (let i = 0; i < tries; i++) {
    try {
      if (await ready()) return
    } catch {
      // Not up yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('the RADOS gateway did not come up')
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
