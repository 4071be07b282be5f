// npm run rotate-keys -- receipt|manifest|log|all: new signing keys; the server must be stopped (EVD-2).
import { type KeyUse, keyUses } from '@ochno/evidence/keys'
import type { Words } from '../start-up/failures.ts'
import { leave, type Stopped, withStoppedServer } from './stopped-server.ts'

const usage: Words = {
  ru: `Какой ключ сменить: npm run rotate-keys -- ${keyUses.join('|')}|all`,
  en: `Which key to change: npm run rotate-keys -- ${keyUses.join('|')}|all`,
}

async function rotate({ keys, tell, dataDir }: Stopped, uses: readonly KeyUse[]): Promise<null> {
  for (const use of uses) {
    const before = keys.current(use)
    const now = await keys.rotate(use)
    await tell('key.rotate', now.id, { use, before: before.id, after: now.id })
    console.log(`✔ ${use}: ${before.id} → ${now.id}`)
  }
  console.log(
    `  Подписанное раньше проверяется по-прежнему: открытые ключи хранятся все. Сохраните копию ${dataDir}/keys отдельно\n` +
      '  от данных и передайте комиссии новый список: GET /api/keys. Теперь запустите сервер: npm start\n' +
      `  What was signed before still verifies: every public key is kept. Keep a copy of ${dataDir}/keys apart\n` +
      '  from the data and give the commission the new list: GET /api/keys. Now start the server: npm start',
  )
  return null
}

const asked = process.argv.slice(2)
const [name] = asked
const uses = name === 'all' ? keyUses : keyUses.filter((use) => use === name)
leave(
  asked.length === 1 && uses.length > 0 ? await withStoppedServer((server) => rotate(server, uses)) : usage,
)
