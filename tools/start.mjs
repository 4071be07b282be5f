// npm start [-- --demo]: packages, our Node, the web application, then the server, which is started again if it falls.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureWeb } from './build-web.mjs'
import { ensurePackages, giveUp, nodeProgram, ourEnvironment, root, say } from './runtime.mjs'

const MANY = { falls: 5, withinMs: 60_000 }

// Recordings pass through memory in large buffers that die young: marking beside the work cost half of it (docs/benchmarks.md).
const flags = JSON.parse(readFileSync(join(root, 'packages/server/node-flags.json'), 'utf8'))

ensurePackages()
const node = nodeProgram()
ensureWeb(node)

let child = null
let stopping = false
/** A server that never came up said why; starting it again would only repeat it. */
let wasUp = false
const falls = []

function stop() {
  stopping = true
  // A Ctrl-C reaches the server by itself; saying it twice is harmless.
  child?.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
// A signal sent to npm ends npm and its shell and is not passed on: without them nobody wants this server any more.
const npm = process.ppid
if (process.env.npm_lifecycle_event)
  setInterval(() => {
    if (process.ppid !== npm && !stopping) stop()
  }, 300).unref()

function run() {
  child = spawn(node, [...flags, join(root, 'packages/server/src/main.ts'), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: ourEnvironment(node),
    cwd: root,
  })
  child.on('message', () => {
    wasUp = true
  })
  child.once('exit', (code, signal) => {
    if (stopping) process.exit(code ?? 0)
    if (code === 0) process.exit(0)
    if (!wasUp) process.exit(1)
    fell(code ?? signal)
  })
}

function fell(how) {
  const now = Date.now()
  falls.push(now)
  const recent = falls.filter((at) => now - at < MANY.withinMs).length
  if (recent >= MANY.falls)
    giveUp(
      `Сервер упал ${recent} раз за минуту (${how}); больше не поднимаю. Причина в строках выше. Записанное сохранено.`,
      `The server fell ${recent} times in a minute (${how}); giving up. The reason is in the lines above. What was recorded is safe.`,
    )
  say(
    `Сервер остановился (${how}); поднимаю снова. Записанное сохранено.`,
    `The server stopped (${how}); starting it again. What was recorded is safe.`,
  )
  setTimeout(() => (stopping ? process.exit(1) : run()), 500 * recent)
}

run()
