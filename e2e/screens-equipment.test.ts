// The check of a machine before any exam, on the real server with the browser's own devices; the public requirements.
import { createAct, decideParameter, moveAct, readAct } from '@ochno/contract/acts'
import { readMyEquipment } from '@ochno/contract/equipment'
import { proposalOf } from '@ochno/domain/policy/act-policy'
import type { Parameter, Value } from '@ochno/domain/policy/parameter'
import { type PolicyKey, parameters } from '@ochno/domain/policy/schema'
import { PASSWORD, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { picture } from './pictures.ts'
import { phone, visit } from './screens-stand.ts'
import { servedScreens } from './served-screens.ts'

const stand = servedScreens({ whole: true, prepare: appendixInForce })

/** 004 with something of the right kind wherever it leaves a decision. */
async function appendixInForce(server: TestServer): Promise<void> {
  const { client } = server.admin
  const { id } = await client.done(createAct, { body: { from: 'preset', preset: '004' } })
  const params = { aid: id }
  const anyValue = (key: PolicyKey): Value => {
    const { kind, choices, most = 60 } = parameters[key] as Parameter
    const one = choices?.[0] ?? 'По приказу'
    const usual = { flag: true, duty: 'allowed', number: most, text: one, list: [one], date: '09-01' }[kind]
    return proposalOf({ act: '004' }, key) ?? usual
  }
  for (;;) {
    const { settings } = await client.done(readAct, { params })
    const open = settings.flatMap((one) => (one.state === 'open' && one.needed ? [one.key] : []))
    if (open.length === 0) break
    for (const key of open)
      await client.done(decideParameter, {
        params: { ...params, key },
        body: { decided: { value: anyValue(key) as string, ground: 'Приказ № 7' } },
      })
  }
  for (const command of ['consider', 'approve'] as const)
    await client.done(moveAct, { params, body: { command } })
}

async function signIn(page: Page, person: TestPerson): Promise<void> {
  await page.getByLabel('Логин', { exact: true }).fill(person.login)
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
}

const noWider = async (page: Page, width: number) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)

test('R1-4.1a R4-6.2.1f R4-A1.5 the steps are made one by one, told in words, kept, and confirmed', async () => {
  const pupil = await stand.server.person('examinee', { fullName: 'Берёзкин Лев Ильич' })
  const look = await visit(stand.browser, stand.server.url)
  const { page } = look
  await page.goto('/')
  await signIn(page, pupil)
  await page.getByText('Проверок ещё не было').waitFor()
  await page.getByRole('link', { name: 'Проверить оборудование', exact: true }).click()
  await page.getByText('Начните с любого шага').waitFor()
  await look.accessible('the check before its first step')
  const step = (name: string) => page.getByRole('list', { name, exact: true })

  await page.getByRole('button', { name: 'Проверить: Камера и свет' }).click()
  await page
    .getByText(/^(Света достаточно|Темно|Слишком ярко|Свет )/)
    .first()
    .waitFor()
  await picture(page, 'equipment-camera')

  await page.getByRole('button', { name: 'Проверить: Микрофон' }).click()
  await page.getByText('Помолчите две секунды…').waitFor()
  await page.getByText('Теперь скажите вслух').waitFor()
  await page.getByRole('button', { name: 'Проверить: Связь' }).click()
  await page.getByRole('button', { name: 'Проверить: Компьютер и браузер' }).click()
  await step('Микрофон').getByText('Микрофон', { exact: true }).waitFor()
  await step('Связь')
    .getByText(/К вам [\d\s,]+, от вас [\d\s,]+ Мбит\/с/)
    .waitFor({ timeout: 30_000 })
  await step('Компьютер и браузер').getByText('Акт называет Windows, а здесь другая система').waitFor()
  await step('Камера и свет')
    .getByText(/640×480, кадров в секунду: \d/)
    .waitFor()
  await step('Камера и свет').getByText('акт: приложение 1').first().waitFor()
  await page.getByRole('button', { name: 'Включить сигнал: Колонки или наушники' }).click()
  await page.getByRole('button', { name: 'Слышно', exact: true }).click()
  await step('Колонки или наушники').getByText('Подходит').waitFor()
  await page.getByText(/Ещё не проверено: весь экран/).waitFor()
  await page.getByRole('button', { name: 'Показать экран: Показ экрана' }).click()
  await step('Показ экрана').getByText('Подходит').waitFor()
  await page.getByText('Что исправить').waitFor()
  await look.accessible('a check with verdicts')
  await picture(page, 'equipment')

  const confirm = page.getByRole('button', { name: 'Подтвердить и сохранить' })
  await expect.poll(() => confirm.isDisabled(), { timeout: 20_000 }).toBe(true)
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await confirm.click()
  await page.getByText('Подтверждено', { exact: false }).first().waitFor()
  await confirm.waitFor({ state: 'detached' })
  const { last } = await pupil.client.done(readMyEquipment, { query: { place: 'examinee' } })
  expect(last).toMatchObject({ outcome: 'fit', riskTaken: true })
  expect(last?.act).toContain('прокторинга')
  expect(last?.facts.cameras).toHaveLength(1)
  expect(last?.facts.microphone?.autoGain).toBe(false)

  await page.setViewportSize(phone)
  await page.reload()
  await page.getByText('Проверка сохранена, вы продолжаете под свою ответственность').waitFor()
  await look.accessible('a check on a narrow screen')
  await noWider(page, phone.width)
  await picture(page, 'equipment-narrow')
  expect(look.trouble).toEqual([])
  await look.close()
})

test('R4-5.5b TR-23 on a phone the page says why the exam needs a computer, and the rest can be tried', async () => {
  const pupil = await stand.server.person('examinee', { fullName: 'Соколова Вера' })
  const look = await visit(stand.browser, stand.server.url, {
    viewport: phone,
    isMobile: true,
    userAgent: 'Mozilla/5.0 (Linux; Android 14; Mobile) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36',
  })
  const { page } = look
  await page.goto('/exam/equipment')
  await signIn(page, pupil)
  await page.getByText('Экзамен сдают с компьютера').waitFor()
  expect(await page.getByText('Показ экрана').count()).toBe(0)
  await page.getByRole('button', { name: 'Проверить: Компьютер и браузер' }).click()
  await page.getByText('С этого устройства экзамен не начать').waitFor()
  await page.getByText('Откройте эту страницу на компьютере').waitFor()
  await look.accessible('the check on a phone')
  await noWider(page, phone.width)
  await picture(page, 'equipment-phone')
  expect(look.trouble).toEqual([])
  await look.close()
})

test('R4-3.4 R4-7.1c a proctor checks the workplace before the wall, without what only an examinee shows', async () => {
  const proctor = await stand.server.person('proctor', { fullName: 'Орлова Нина Петровна' })
  const look = await visit(stand.browser, stand.server.url)
  const { page } = look
  await page.goto('/')
  await signIn(page, proctor)
  const cards = page.locator('h2')
  await cards.filter({ hasText: 'Проверка рабочего места' }).waitFor()
  await page.getByRole('link', { name: 'Проверить оборудование', exact: true }).click()
  await page.getByRole('button', { name: 'Проверить: Связь' }).click()
  await page.getByRole('list', { name: 'Связь' }).getByText('акт: приложение 1').waitFor({ timeout: 30_000 })
  expect(await page.getByText('Показ экрана').count()).toBe(0)
  await look.accessible('a workplace')
  await picture(page, 'equipment-workplace')
  const { last } = await proctor.client.done(readMyEquipment, { query: { place: 'staff' } })
  expect(last?.facts.network?.upMbps).toBeGreaterThan(0)
  expect(look.trouble).toEqual([])
  await look.close()
})

test('staff see how machines stand and keep the versions of browsers; the requirements are read without a sign-in', async () => {
  const look = await visit(stand.browser, stand.server.url)
  const { page } = look
  await page.goto('/technical-requirements')
  await page.getByText('Скорость интернета: не менее 5 Мбит/с в обе стороны').waitFor()
  await page.getByText('Веб-камера: не хуже 640×480, 15 кадров в секунду').waitFor()
  await page.getByText('Оперативная память: не менее 3 ГБ').waitFor()
  await look.accessible('the technical requirements')
  await picture(page, 'technical-requirements')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Скачать страницу для сайта' }).click()
  expect((await downloading).suggestedFilename()).toBe('technical-requirements.html')
  await page.setViewportSize(phone)
  await noWider(page, phone.width)
  await picture(page, 'technical-requirements-phone')

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/equipment')
  await signIn(page, stand.server.admin)
  await page.getByRole('cell', { name: 'Берёзкин Лев Ильич' }).waitFor()
  await page.getByText('Продолжает под свою ответственность').waitFor()
  await page.getByLabel('Chrome').fill('142')
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.getByText('Изменено').waitFor()
  await look.accessible('checks of people')
  await picture(page, 'equipment-checks')
  await page.getByLabel('Найти по имени').fill('Соколова')
  await page.getByRole('cell', { name: 'Берёзкин Лев Ильич' }).waitFor({ state: 'detached' })
  await page.getByRole('cell', { name: 'Соколова Вера' }).waitFor()
  await page.setViewportSize(phone)
  await look.accessible('checks of people on a phone')
  await noWider(page, phone.width)
  await picture(page, 'equipment-checks-phone')
  expect(look.trouble).toEqual([])
  await look.close()
})
