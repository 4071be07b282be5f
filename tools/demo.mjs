// npm run demo: the demonstration school on a data folder of its own, gone when it stops.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './runtime.mjs'

const dataDir = mkdtempSync(join(tmpdir(), 'ochno-demo-'))
const child = spawn(process.execPath, [join(root, 'tools/start.mjs'), '--demo'], {
  stdio: 'inherit',
  env: { ...process.env, OCHNO_DATA_DIR: dataDir },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
child.once('exit', (code) => {
  rmSync(dataDir, { recursive: true, force: true })
  process.exit(code ?? 0)
})
