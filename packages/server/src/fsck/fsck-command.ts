// npm run fsck: whether rows, spool and objects tell the same story (ING-33). Reads only; may run beside the server.
import { join } from 'node:path'
import { sha256 } from '@ochno/evidence/node/hash'
import pg from 'pg'
import { openKeyFiles } from '../adapters/key-files/key-files.ts'
import { mediaKeys } from '../adapters/media-crypto/media-keys.ts'
import { diskObjects } from '../adapters/objects/disk.ts'
import { s3Objects } from '../adapters/objects/s3.ts'
import { startPostgres } from '../adapters/postgres/supervisor.ts'
import { fsckRows } from '../adapters/recordings/fsck-rows.ts'
import { spoolReader } from '../adapters/spool/spool.ts'
import { readConfig } from '../config.ts'
import { fsck } from '../features/ingest/fsck.ts'
import { wrongSettings } from '../start-up/failures.ts'

const read = readConfig(process.env, null)
if (!read.ok) {
  const words = wrongSettings(read.wrong)
  console.error(`✖ ${words.ru}\n✖ ${words.en}`)
  process.exit(78)
}
const { config } = read
const embedded = config.databaseUrl ? null : await startPostgres(config.dataDir)
const url = new URL(config.databaseUrl ?? embedded?.url ?? '')
if (embedded) url.pathname = '/ochno'
const pool = new pg.Pool({ connectionString: url.href, max: 2 })
pool.on('error', () => {})
try {
  const keys = mediaKeys(pool, openKeyFiles(join(config.dataDir, 'keys')).kek)
  const spool = spoolReader(join(config.dataDir, 'spool'))
  const objects = config.s3 ? s3Objects(config.s3) : await diskObjects(join(config.dataDir, 'objects'))
  const report = await fsck({ ...fsckRows(pool, keys), objects, readSpool: spool.read, digest: sha256 })
  await spool.close()
  for (const [kind, keysOf] of [
    ['нет / missing', report.missing],
    ['лишнее / orphan', report.orphan],
    ['испорчено / corrupt', report.corrupt],
  ] as const) {
    console.log(`${kind}: ${keysOf.length}`)
    for (const key of keysOf) console.log(`  ${key}`)
  }
  console.log(`проверено / checked: ${report.checked}`)
  process.exitCode = report.missing.length + report.corrupt.length > 0 ? 1 : 0
} finally {
  await pool.end()
  // A database that was running before us goes on running.
  if (embedded?.how === 'started') await embedded.stop()
}
