// Programs of the system that tests need and npm can not bring: installed on Debian and Ubuntu when we are root, else named.
import { spawnSync } from 'node:child_process'
import { giveUp, say } from './runtime.mjs'

const works = (program, ...args) => spawnSync(program, args, { stdio: 'ignore' }).error === undefined
const needed = [
  { package: 'chromium', there: () => works('chromium', '--version') },
  { package: 'firefox-esr', there: () => works('firefox-esr', '--version') },
  { package: 'ffmpeg', there: () => works('ffmpeg', '-version') },
  { package: 'strace', there: () => works('strace', '-V') },
  { package: 'fuse', there: () => works('fusermount', '-V') },
  {
    package: 'python3-fusepy',
    there: () => spawnSync('/usr/bin/python3', ['-c', 'import fusepy'], { stdio: 'ignore' }).status === 0,
  },
  { package: 'nginx-light', there: () => works('nginx', '-v') || works('/usr/sbin/nginx', '-v') },
  { package: 'poppler-utils', there: () => works('pdftotext', '-v') },
  { package: 'xvfb', there: () => works('Xvfb', '-help') },
  // A real S3 store (Ceph's gateway) for the suite of object stores.
  ...['ceph-mon', 'ceph-osd', 'ceph-mgr', 'radosgw'].map((name) => ({
    package: name,
    there: () => works(name, '--version'),
  })),
  // A real LDAP directory for signing in with its passwords.
  { package: 'slapd', there: () => works('/usr/sbin/slapd', '-VV') },
  { package: 'faketime', there: () => works('faketime', '--version') },
]

export function ensureSystemPrograms() {
  const missing = needed.filter(({ there }) => !there()).map((one) => one.package)
  if (missing.length === 0) return
  const names = missing.join(' ')
  if (process.getuid?.() !== 0 || !works('apt-get', '--version'))
    giveUp(
      `Для тестов нужны программы: ${names}. Установите их (Debian, Ubuntu): sudo apt-get install ${names}`,
      `The tests need these programs: ${names}. Install them (Debian, Ubuntu): sudo apt-get install ${names}`,
    )
  say(`Устанавливаю программы для тестов: ${names}`, `Installing programs for the tests: ${names}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status
  if (apt('update') !== 0 || apt('install', '-y', '--no-install-recommends', ...missing) !== 0)
    giveUp(`apt-get не установил: ${names}`, `apt-get did not install: ${names}`)
}
