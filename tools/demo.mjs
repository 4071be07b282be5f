// npm run demo [-- --no-story | --once]: the demonstration school on a data folder of its own, gone when it stops, with the gallery of screens;
// a browser with a fake camera then sits a whole exam in it, from the check to a verified evidence file.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureWeb } from './build-web.mjs'
import { ensurePackages, nodeProgram, ourEnvironment, root, say } from './runtime.mjs'

ensurePackages()
const node = nodeProgram()
const webDir = ensureWeb(node, 'demo')
const dataDir = mkdtempSync(join(tmpdir(), 'ochno-demo-'))
const port = process.env.OCHNO_PORT ?? '8080'
const url = `http://localhost:${port}`
const env = { ...ourEnvironment(node), OCHNO_DATA_DIR: dataDir, OCHNO_PORT: port, OCHNO_WEB_DIR: webDir }

const school = spawn(node, [join(root, 'tools/start.mjs'), '--demo'], { stdio: 'inherit', env })
let story = null
const stop = () => {
  story?.kill('SIGTERM')
  school.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
school.once('exit', (code) => {
  story?.kill('SIGTERM')
  rmSync(dataDir, { recursive: true, force: true })
  process.exit(code ?? 0)
})

/** The list of sign-ins is written when the school is complete. */
async function opened() {
  const list = join(dataDir, 'demo-sign-ins.txt')
  while (!existsSync(list)) await new Promise((resolve) => setTimeout(resolve, 300))
  return list
}

const list = await opened()
say(`  Галерея экранов: ${url}/gallery`, `  Gallery of screens: ${url}/gallery\n`)
if (!process.argv.includes('--no-story')) {
  story = spawn(node, [join(root, 'tools/demo-story.ts'), url, list, join(root, 'demo-result')], {
    stdio: 'inherit',
    env,
  })
  story.once('exit', (code) => {
    if (code === null) return
    if (process.argv.includes('--once')) {
      school.removeAllListeners('exit')
      school.once('exit', () => {
        rmSync(dataDir, { recursive: true, force: true })
        process.exit(code)
      })
      school.kill('SIGTERM')
      return
    }
    say('  Школа открыта дальше; Ctrl-C закроет её.', '  The school stays open; Ctrl-C closes it.\n')
  })
}
