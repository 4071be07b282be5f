// Staff set up a passkey on a machine that demands it, sign in with it, and without it by a recovery code.
import { PASSWORD } from '@ochno/testkit/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type NewMachine, newMachine } from './new-machine.ts'
import { picture } from './pictures.ts'
import { desktop, phone, type Visit, visit } from './screens-stand.ts'

let machine: NewMachine
let admin: Visit
let codes: string[] = []
/** What a device keeps of a passkey. */
type Key = {
  credentialId: string
  isResidentCredential: boolean
  privateKey: string
  signCount: number
  rpId?: string
}
let keys: readonly Key[] = []

beforeAll(async () => {
  machine = await newMachine({ staffSecondFactor: 'required' })
  admin = await visit(machine.browser, machine.server.url.replace('127.0.0.1', 'localhost'))
}, 180_000)
afterAll(() => machine?.close())

test('B-23 the first administrator sets up a passkey and keeps the recovery codes before anything else opens', async () => {
  const { page } = admin
  await page.goto(`/setup#${machine.server.setupCode}`)
  await page.getByLabel('Название учреждения').fill('Гимназия № 7')
  await page.getByLabel('Ваше имя полностью').fill('Иванова Мария Сергеевна')
  await page.getByLabel('Логин', { exact: true }).fill('ivanova')
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Создать и войти' }).click()
  await page.getByRole('heading', { name: 'Настройте второй способ входа' }).waitFor()
  await page.goto('/people')
  await page.getByRole('heading', { name: 'Настройте второй способ входа' }).waitFor()
  await page.getByRole('button', { name: 'Подключить приложение' }).click()
  await page.getByRole('img', { name: 'QR-код для приложения' }).waitFor()
  await admin.accessible('second factor to be set up')
  await picture(page, 'second-factor-enrol')
  await page.setViewportSize(phone)
  await admin.accessible('second factor to be set up, phone')
  await picture(page, 'second-factor-enrol-phone')
  await page.setViewportSize(desktop)

  const laptop = await device(true)
  await page.getByLabel('Как назвать это устройство').fill('Рабочий ноутбук')
  await page.getByRole('button', { name: 'Создать ключ входа' }).click()
  await page.getByRole('heading', { name: 'Запасные коды', level: 1 }).waitFor()
  keys = await laptop.keys()
  codes = await page
    .getByRole('list')
    .getByText(/^[a-z2-7]{2}-[a-z2-7]{4}-[a-z2-7]{4}$/)
    .allTextContents()
  expect(codes).toHaveLength(10)
  await admin.accessible('recovery codes')
  await picture(page, 'second-factor-codes')
  await page.getByRole('button', { name: 'Я сохранил(а) коды' }).click()
  await page.getByRole('button', { name: 'Добавить человека' }).waitFor()
})

/** A device with a fingerprint reader, as far as the browser can tell. Taking a picture of the page loses it: one is made where it is used. */
async function device(knowsItsOwner: boolean, keys: readonly Key[] = []) {
  const line = await admin.context.newCDPSession(admin.page)
  await line.send('WebAuthn.enable')
  const { authenticatorId } = await line.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasUserVerification: true,
      isUserVerified: knowsItsOwner,
      automaticPresenceSimulation: true,
    },
  })
  for (const credential of keys) await line.send('WebAuthn.addCredential', { authenticatorId, credential })
  return {
    keys: async () => (await line.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    gone: async () => {
      await line.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    },
  }
}

async function signIn(): Promise<void> {
  const { page } = admin
  await admin.context.clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('Логин').fill('ivanova')
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('heading', { name: 'Подтвердите вход' }).waitFor()
}

test('B-23 after the password the device is asked; whoever it does not know stays outside', async () => {
  const { page } = admin
  await signIn()
  await admin.accessible('second factor to be shown')
  await picture(page, 'second-factor-due')
  const another = await device(false, keys)
  await page.getByRole('button', { name: 'Подтвердить ключом входа' }).click()
  await page.getByText('Ключ не подтверждён').waitFor()
  await another.gone()
  await device(true, keys)
  await page.getByRole('button', { name: 'Подтвердить ключом входа' }).click()
  await page.getByRole('heading', { name: 'Здравствуйте, Иванова Мария Сергеевна' }).waitFor()
})

test('B-23 a recovery code is the way in without the device, and the last factor can not be taken away', async () => {
  const { page } = admin
  await signIn()
  await page.getByLabel('Код из приложения или запасной код').fill('aaaaaaaaaa')
  await page.getByRole('button', { name: 'Подтвердить кодом' }).click()
  await page.getByText('Код не подошёл').waitFor()
  await page.getByLabel('Код из приложения или запасной код').fill(codes[0] as string)
  await page.getByRole('button', { name: 'Подтвердить кодом' }).click()
  await page.getByRole('heading', { name: 'Здравствуйте, Иванова Мария Сергеевна' }).waitFor()
  await page.goto('/me/sign-ins')
  await page.getByText('Осталось кодов: 9').waitFor()
  await page.getByRole('button', { name: 'Удалить ключ входа «Рабочий ноутбук»' }).click()
  await page.getByText('Это последний второй способ входа').waitFor()
  await admin.accessible('own second factors')
  await picture(page, 'second-factor-own')
  await page.setViewportSize(phone)
  await admin.accessible('own second factors, phone')
  await picture(page, 'second-factor-own-phone')
  expect(admin.trouble).toEqual([])
})
