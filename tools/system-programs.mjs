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

/** Not every system has it; screens are looked at in Chromium where it is missing, which takes longer. */
const faster = {
  package: 'chromium-headless-shell',
  there: () => works('chromium-headless-shell', '--version'),
}

const mayInstall = () => process.getuid?.() === 0 && works('apt-get', '--version')

function apt(args, errors = 'inherit') {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', errors] }).status === 0
}
const install = (packages, errors) => apt(['install', '-y', '--no-install-recommends', ...packages], errors)

export function ensureSystemPrograms() {
  const missing = needed.filter(({ there }) => !there()).map((one) => one.package)
  if (missing.length > 0) installNeeded(missing)
  if (faster.there() || !mayInstall()) return
  if (missing.length === 0) apt(['update', '-o', 'Acquire::http::Timeout=20'], 'ignore')
  if (!install([faster.package], 'ignore'))
    say(
      `Здесь нет ${faster.package}: тесты экранов пойдут дольше`,
      `There is no ${faster.package} here: tests of screens take longer`,
    )
}

function installNeeded(missing) {
  const names = missing.join(' ')
  if (!mayInstall())
    giveUp(
      `Для тестов нужны программы: ${names}. Установите их (Debian, Ubuntu): sudo apt-get install ${names}`,
      `The tests need these programs: ${names}. Install them (Debian, Ubuntu): sudo apt-get install ${names}`,
    )
  say(`Устанавливаю программы для тестов: ${names}`, `Installing programs for the tests: ${names}`)
  if (!apt(['update']) || !install(missing))
    giveUp(`apt-get не установил: ${names}`, `apt-get did not install: ${names}`)
}
