// npm run bench [-- NAME] [--json] [--accept]: bench/main.ts under the Node of this folder.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../bench/main.ts')
const { status } = spawnSync(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 1)
