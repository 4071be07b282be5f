// A registry that lacks a package for another system makes npm leave it out of the lock file, and then refuse `npm ci` for that very reason.
// node tools/complete-lock.mjs --write: name those packages in the lock, as a complete registry would have.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '..', 'package-lock.json')
const cpus = ['riscv64', 's390x', 'ppc64', 'loong64', 'arm64', 'ia32', 'x64', 'arm']
const systems = [
  'android',
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'openharmony',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
]
const oneOf = (words, name) => words.find((word) => name.split(/[/-]/).includes(word))

/** Optional packages of other systems that something locked asks for and the lock does not name. */
export function missingOptional(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev, engines }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && !reachable(packages, path, name))
      .map(([name, version]) => [
        `node_modules/${name}`,
        {
          version,
          cpu: [oneOf(cpus, name)],
          ...(dev ? { dev } : {}),
          ...(oneOf(systems, name) === 'linux' ? { libc: [name.includes('musl') ? 'musl' : 'glibc'] } : {}),
          optional: true,
          os: [oneOf(systems, name)],
          ...(engines ? { engines } : {}),
        },
      ]),
  )
}

function reachable(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at && `${at}/`}node_modules/${name}`]) return true
    if (!at) return false
  }
}

export const readLock = () => JSON.parse(readFileSync(file, 'utf8'))

if (process.argv.includes('--write')) {
  const lock = readLock()
  const { '': root, ...rest } = lock.packages
  const all = [...Object.entries(rest), ...missingOptional(lock.packages)]
  lock.packages = { '': root, ...Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
