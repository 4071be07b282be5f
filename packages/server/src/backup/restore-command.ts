// npm run restore -- FOLDER --keys FOLDER: into OCHNO_DATA_DIR, which must be empty.
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { explain, type Words, wrongSettings } from '../start-up/failures.ts'
import { type RestoreRefusal, restoreBackup } from './restore-backup.ts'

const usage: Words = {
  ru: 'Откуда восстановить: npm run restore -- ПАПКА --keys ПАПКА_КЛЮЧЕЙ',
  en: 'Where from: npm run restore -- FOLDER --keys FOLDER_OF_KEYS',
}

async function run(): Promise<Words | null> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { keys: { type: 'string' } } })
  const [source] = positionals
  if (!source || !values.keys) return usage
  const read = readConfig(process.env, null)
  if (!read.ok) return wrongSettings(read.wrong)
  const { dataDir } = read.config
  try {
    const done = await restoreBackup({ source, keys: values.keys, dataDir, database: 'ochno' })
    if (!done.ok) return refused(done, dataDir)
    console.log(
      `✔ ${dataDir}: состояние на ${done.manifest.madeAt}; стёртое после копии стёрто снова: ${done.erasedAgain}. Проверьте: npm run fsck\n` +
        `✔ ${dataDir}: as of ${done.manifest.madeAt}; erased again: ${done.erasedAgain}. Check it: npm run fsck`,
    )
    return null
  } catch (cause) {
    const words = explain(cause, { ...read.config, ownDatabase: true })
    if (words) return words
    throw cause
  }
}

function refused(refusal: RestoreRefusal, dataDir: string): Words {
  switch (refusal.why) {
    case 'folder_in_use':
      return {
        ru: `Папка ${dataDir} не пуста; она не тронута. Восстанавливают в пустую: OCHNO_DATA_DIR=…`,
        en: `The folder ${dataDir} is not empty and was not touched. Restore into an empty one: OCHNO_DATA_DIR=…`,
      }
    case 'no_manifest':
      return {
        ru: 'Здесь нет резервной копии (manifest.json).',
        en: 'There is no backup here (manifest.json).',
      }
    case 'damaged_manifest':
      return {
        ru: 'Опись копии (manifest.json) повреждена; копии нельзя верить.',
        en: 'The list of the backup (manifest.json) is damaged; it can not be trusted.',
      }
    case 'damaged':
    case 'missing': {
      const list = refusal.files.slice(0, 10).join(', ')
      const count = refusal.files.length
      return refusal.why === 'damaged'
        ? {
            ru: `Копия повреждена, файлов: ${count}: ${list}`,
            en: `The backup is damaged, files: ${count}: ${list}`,
          }
        : {
            ru: `В копии недостаёт файлов: ${count}: ${list}`,
            en: `The backup lacks files: ${count}: ${list}`,
          }
    }
    case 'no_keys':
      return { ru: 'В папке ключей нет ключей.', en: 'The folder of keys holds no keys.' }
    case 'wrong_keys':
      return {
        ru: 'Ключи от другой установки: записи этой копии ими не открыть.',
        en: 'These keys are of another installation: they do not open the recordings of this backup.',
      }
  }
}

const words = await run()
if (words) console.error(`✖ ${words.ru}\n✖ ${words.en}`)
process.exit(words ? 1 : 0)
