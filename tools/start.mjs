// npm start [-- --demo]: packages, our Node, the web application, then the server, which is started again if it falls.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureWeb } from './build-web.mjs'
import { keepRunning } from './keep-running.mjs'
import { ensurePackages, nodeProgram, root } from './runtime.mjs'

// Recordings pass through memory in large buffers that die young: marking beside the work cost half of it (docs/benchmarks.md).
const flags = JSON.parse(readFileSync(join(root, 'packages/server/node-flags.json'), 'utf8'))

ensurePackages()
const node = nodeProgram()
// Who names another folder of pages has built them.
if (!process.env.OCHNO_WEB_DIR) ensureWeb(node)
keepRunning(node, [...flags, join(root, 'packages/server/src/main.ts'), ...process.argv.slice(2)])
