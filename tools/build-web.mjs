// Builds the web application when its sources changed since the last build.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, ourEnvironment, root, say } from './runtime.mjs'
import { webFingerprint } from './web-sources.mjs'

/** `demo` also carries the gallery, in a folder of its own (B-33). Gives the folder. */
export function ensureWeb(node, mode = 'production') {
  const out = join(root, 'packages/web', mode === 'demo' ? 'dist-demo' : 'dist')
  if (!existsSync(join(root, 'packages/web/index.html'))) return out
  const mark = join(root, `node_modules/.cache/ochno-web-built-from${mode === 'demo' ? '-demo' : ''}`)
  const now = webFingerprint()
  const built = existsSync(join(out, 'index.html'))
  if (built && existsSync(mark) && readFileSync(mark, 'utf8') === now) return out
  say('Собираю веб-приложение…', 'Building the web application…')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const run = spawnSync(node, [vite, 'build', '--mode', mode, '--logLevel', 'warn'], {
    cwd: join(root, 'packages/web'),
    env: ourEnvironment(node),
    encoding: 'utf8',
  })
  if (run.status !== 0) {
    console.error(`${run.stdout}${run.stderr}`)
    giveUp(
      'Веб-приложение не собралось: причина в строках выше.',
      'The web application was not built: the reason is in the lines above.',
    )
  }
  // The verifier's page lies beside the application, to be saved and used without it.
  const verifier = join(root, 'packages/evidence/build.mjs')
  const made = spawnSync(node, [verifier, out], { encoding: 'utf8' })
  if (made.status !== 0) console.error(made.stderr)
  mkdirSync(join(mark, '..'), { recursive: true })
  writeFileSync(mark, now)
  return out
}
