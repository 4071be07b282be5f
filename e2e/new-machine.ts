// A server as it is on a machine where nobody has signed in yet, with a browser before it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeyFiles } from '@ochno/server/adapters/key-files/key-files'
import { compose, type Composed } from '@ochno/server/compose'
import { type Config, defaultRooms, defaultStorage } from '@ochno/server/config'
import type { Clock } from '@ochno/server/ports/clock'
import { type TestDatabase, testDatabase } from '@ochno/testkit/database'
import { cheapPasswords, PASSWORD } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { builtWeb } from './built-web.ts'
import { openBrowser, type Visit, visit } from './screens-stand.ts'

export type NewMachine = {
  readonly browser: Browser
  readonly server: Composed
  readonly database: TestDatabase
  readonly close: () => Promise<void>
}

type Given = {
  /** Several machines may be looked at with one; it stays open after them. */
  readonly browser?: Browser
  readonly clock?: Clock
}

export async function newMachine(changed: Partial<Config> = {}, given: Given = {}): Promise<NewMachine> {
  const webDir = await builtWeb('production')
  const dataDir = mkdtempSync(join(tmpdir(), 'ochno-new-'))
  const database = await testDatabase()
  const server = await compose(
    {
      config: {
        dataDir,
        host: '127.0.0.1',
        port: 0,
        origins: [],
        tls: null,
        databaseUrl: database.url,
        s3: null,
        trustedProxies: [],
        webDir,
        // The reserve of a real machine would fill the disk of one that runs many servers.
        storage: { ...defaultStorage, reserveBytes: 4 * 1024 * 1024 },
        staffSecondFactor: 'offered',
        calls: { iceUrls: [], turnSecret: null, relayOnly: false },
        malwareScan: null,
        rooms: { ...defaultRooms, media: { port: 0, host: '127.0.0.1', addresses: [] } },
        clockSettlesMs: 600_000,
        logLevel: 'error',
        ...changed,
      },
      pools: database.pools,
      ownerUrl: database.url,
      keys: openKeyFiles(join(dataDir, 'keys')),
    },
    { passwordCosts: cheapPasswords, ...(given.clock ? { clock: given.clock } : {}) },
  )
  const browser = given.browser ?? (await openBrowser())
  return {
    browser,
    server,
    database,
    close: async () => {
      if (!given.browser) await browser.close()
      await server.stop()
      await database.close()
      for (const folder of [webDir, dataDir]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The first person there: the administrator. */
export async function firstAdmin(
  { browser, server }: NewMachine,
  name = 'Гимназия № 7',
  zone = 'Europe/Moscow',
): Promise<Visit> {
  const admin = await visit(browser, server.url, { zone })
  const { page } = admin
  await page.goto(`/setup#${server.setupCode}`)
  await page.getByLabel('Название учреждения').fill(name)
  await page.getByLabel('Ваше имя полностью').fill('Иванова Мария Сергеевна')
  await page.getByLabel('Логин', { exact: true }).fill('ivanova')
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Создать и войти' }).click()
  await page.getByText('Первые шаги').waitFor()
  return admin
}
