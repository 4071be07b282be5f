// What every command needs before the program itself can run: packages as locked, and the Node they brought. Runs on Node 20 without packages.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const NEEDED = 24

export function say(ru, en) {
  console.log(`${ru}\n${en}`)
}

/** Says what happened and what to do, never a stack trace. */
export function giveUp(ru, en) {
  console.error(`\n✖ ${ru}\n✖ ${en}\n`)
  process.exit(1)
}

export function checkOwnNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20)
    giveUp(
      `Нужен Node.js 20 или новее, чтобы начать; здесь ${process.version}. Дальше Ochno возьмёт свой Node ${NEEDED} из пакетов.`,
      `Node.js 20 or newer is needed to begin; this is ${process.version}. Ochno then brings its own Node ${NEEDED} as a package.`,
    )
}

const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {}

/** Names of packages that the lock file wants and node_modules lacks, or has in another version. */
export function missingPackages() {
  const installed = join('node_modules', '.package-lock.json')
  if (!existsSync(join(root, installed))) return ['node_modules']
  const have = read(installed)
  return Object.entries(read('package-lock.json'))
    .filter(([path, wanted]) => path.includes('node_modules/') && !wanted.optional && !wanted.peer)
    .filter(([path, wanted]) => have[path]?.version !== wanted.version || !existsSync(join(root, path)))
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
}

export function ensurePackages() {
  checkOwnNode()
  const missing = missingPackages()
  if (missing.length === 0) return
  say(
    'Устанавливаю пакеты (в первый раз — около минуты)…',
    'Installing packages (about a minute the first time)…',
  )
  const npm = process.env.npm_execpath
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const run = npm
    ? spawnSync(process.execPath, [npm, ...flags], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', flags, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (run.status !== 0)
    giveUp(
      'Пакеты не установились: причина в строках выше. Чаще всего нет связи с реестром npm, нет места на диске или нет права писать в эту папку.',
      'Packages were not installed: the reason is in the lines above. Usually the npm registry is out of reach, the disk is full, or this folder is not writable.',
    )
}

/** The Node the program runs on: this one if it is new enough, else the one npm brought. */
export function nodeProgram() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath
  const os = process.platform === 'win32' ? 'win' : process.platform
  const exe = process.platform === 'win32' ? 'node.exe' : 'node'
  const brought = join(root, 'node_modules', `node-${os}-${process.arch}`, 'bin', exe)
  if (existsSync(brought)) return brought
  return giveUp(
    `Для ${process.platform}-${process.arch} готового Node ${NEEDED} в пакетах нет: установите Node ${NEEDED} и запустите снова.`,
    `There is no packaged Node ${NEEDED} for ${process.platform}-${process.arch}: install Node ${NEEDED} and start again.`,
  )
}

/** Environment in which `node` and the package programs are ours. */
export function ourEnvironment(node = nodeProgram()) {
  const bin = join(root, 'node_modules', '.bin')
  const separator = process.platform === 'win32' ? ';' : ':'
  return { ...process.env, PATH: [join(node, '..'), bin, process.env.PATH ?? ''].join(separator) }
}

/** Runs one of our TypeScript programs to its end and leaves with its code. */
export function runProgram(file, args = process.argv.slice(2)) {
  ensurePackages()
  const node = nodeProgram()
  const { status } = spawnSync(node, [join(root, file), ...args], {
    stdio: 'inherit',
    env: ourEnvironment(node),
  })
  process.exit(status ?? 1)
}
