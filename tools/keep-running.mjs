// Keeps a program running: started again when it falls, given up when it falls too often, stopped when its starter is.
import { spawn } from 'node:child_process'
import { giveUp, ourEnvironment, root, say } from './runtime.mjs'

const MANY = { falls: 5, withinMs: 60_000 }

/** The program says over its channel when it is up; until then a fall is its own last word. */
export function keepRunning(node, args) {
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
    child = spawn(node, args, {
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
}
