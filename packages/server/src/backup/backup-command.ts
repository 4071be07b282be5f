// npm run backup -- FOLDER [--keys FOLDER]
import { parseArgs } from 'node:util'
import { startPostgres } from '../adapters/postgres/supervisor.ts'
import { readConfig } from '../config.ts'
import { explain, type Words, wrongSettings } from '../start-up/failures.ts'
import { makeBackup, TargetInUse } from './make-backup.ts'

const usage: Words = {
  ru: 'Куда сохранить: npm run backup -- ПАПКА --keys ДРУГАЯ_ПАПКА (ключи хранят отдельно от данных)',
  en: 'Where to: npm run backup -- FOLDER --keys ANOTHER_FOLDER (keys are kept apart from the data)',
}

async function run(): Promise<Words | null> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { keys: { type: 'string' } } })
  const [target] = positionals
  if (!target) return usage
  const read = readConfig(process.env, null)
  if (!read.ok) return wrongSettings(read.wrong)
  const { dataDir, databaseUrl } = read.config
  if (databaseUrl)
    return {
      ru: 'База данных внешняя (DATABASE_URL): её копируют её же средствами. Порядок — в docs/operating.md.',
      en: 'The database is an outside one (DATABASE_URL): back it up with its own tools. The order is in docs/operating.md.',
    }
  const postgres = await startPostgres(dataDir)
  try {
    const now = new Date()
    const made = await makeBackup({
      url: postgres.url,
      dataDir,
      target,
      keysTarget: values.keys ?? null,
      now,
    })
    const megabytes = Math.round(made.files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 / 1024)
    console.log(
      `✔ ${target}: файлов ${made.files.length}, ${megabytes} МБ / ${made.files.length} files, ${megabytes} MB`,
    )
    if (!values.keys)
      console.log(
        `! Ключи НЕ скопированы. Без ${dataDir}/keys резервная копия не откроется; сохраните их в другом месте.\n! Keys were NOT copied. Without ${dataDir}/keys the backup can not be opened; keep them elsewhere.`,
      )
    return null
  } catch (cause) {
    if (cause instanceof TargetInUse)
      return {
        ru: `Папка ${cause.message} не пуста; ничего не записано.`,
        en: `The folder ${cause.message} is not empty; nothing was written.`,
      }
    const words = explain(cause, { ...read.config, ownDatabase: true })
    if (words) return words
    throw cause
  } finally {
    // A database that was already serving exams goes on serving them.
    if (postgres.how === 'started') await postgres.stop()
  }
}

const words = await run()
if (words) console.error(`✖ ${words.ru}\n✖ ${words.en}`)
process.exit(words ? 1 : 0)
