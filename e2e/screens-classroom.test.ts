// An exam in a classroom, by the proctor's hand on a phone and a tablet: who came, whose document, begun, marked, handed in, stopped.
import { rmSync } from 'node:fs'
import { readRoom } from '@ochno/contract/classroom'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, phone, visitAs, type Visit } from './screens-stand.ts'

const tablet = { width: 820, height: 1180 } as const

let server: TestServer
let browser: Browser
let web: string
let proctor: TestPerson
let anna: TestSession
let alexander: TestSession

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  await actInForce(server.admin.client, '004')
  proctor = await server.person('proctor', { fullName: 'Орлова Татьяна Юрьевна' })
  const exam = await examUnderAct(
    server.admin.client,
    { mode: 'offline', delivery: { to: 'classroom', address: null, name: 'Кабинет 12' } },
    { title: 'Физика, промежуточная аттестация' },
  )
  const sit = async (fullName: string) =>
    server.session({ exam, proctors: [proctor], examinee: await server.person('examinee', { fullName }) })
  anna = await sit('Белова Анна Игоревна')
  alexander = await sit('Константинопольский Александр Вячеславович')
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

async function everyWidth(here: Visit, name: string) {
  for (const [size, suffix] of [
    [desktop, ''],
    [tablet, '-tablet'],
    [phone, '-phone'],
  ] as const) {
    await here.page.setViewportSize(size)
    await fits(here)
    await picture(here.page, `${name}${suffix}`)
  }
  // As it is held in the hand.
  await here.accessible(name)
}

test('R4-2.14 R4-7.5a in a classroom the proctor notes who came, looks at the document, begins, marks in the first second, stops and takes the work in, all from a phone; the protocol opens and the examinee’s phone only says where to go', async () => {
  const told = await visitAs(browser, server, anna.examinee, { viewport: phone })
  await told.page.goto(`/exam/${anna.id}`)
  await told.page.getByText(/Экзамен проходит в аудитории: Кабинет 12/).waitFor()
  await told.page.getByText(/Возьмите документ с фотографией/).waitFor()
  expect(await told.page.locator('video').count(), 'no camera is asked for').toBe(0)
  await everyWidth(told, 'classroom-where')

  const here = await visitAs(browser, server, proctor, { viewport: phone })
  const { page } = here
  await page.goto('/')
  await page.getByRole('link', { name: 'Открыть список' }).click()
  await page.getByText('пришли: 0 из 2').waitFor()
  await everyWidth(here, 'classroom-expected')

  const seat = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  const press = (name: string, what: string) => seat(name).getByRole('button', { name: what }).click()
  const admit = async (name: string, document: string) => {
    await press(name, 'Пришёл')
    await press(name, 'Проверить документ')
    const sheet = page.getByRole('dialog', { name: new RegExp(name) })
    await sheet.getByLabel('установлена', { exact: true }).check()
    expect(await sheet.getByRole('button', { name: 'Записать' }).isDisabled()).toBe(true)
    await sheet.getByRole('combobox', { name: 'Какой документ показал' }).click()
    await page.getByRole('option', { name: document }).click()
    await sheet.getByLabel(/Документ подлинный/).check()
    if (name === 'Белова') await everyWidth(here, 'classroom-document')
    await sheet.getByRole('button', { name: 'Записать' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await press(name, 'Допустить и начать')
    await seat(name).getByText('пишет', { exact: true }).waitFor()
  }
  await admit('Белова', 'паспорт РФ')
  await admit('Константинопольский', 'водительское удостоверение')
  await page.getByText('пишут: 2').waitFor()
  await everyWidth(here, 'classroom-begun')
  await told.page.reload()
  await told.page.getByText('Экзамен в аудитории идёт').waitFor()
  await told.accessible('a classroom exam that has begun')

  // R4-7.5a: shown on this screen and read aloud, and nothing less is written down.
  await press('Белова', 'Предупредить')
  const warn = page.getByRole('dialog', { name: /Предупреждение/ })
  await warn.getByRole('combobox', { name: 'Готовые слова' }).click()
  await page.getByRole('option', { name: /не разговаривайте/ }).click()
  await warn.getByLabel('За что').fill('Шептала соседу ответ')
  await warn.getByLabel('Текст показан обучающемуся').check()
  expect(await warn.getByRole('button', { name: 'Записать предупреждение' }).isDisabled()).toBe(true)
  await warn.getByLabel('Текст прочитан вслух').check()
  await everyWidth(here, 'classroom-warning')
  await warn.getByRole('button', { name: 'Записать предупреждение' }).click()
  await seat('Белова')
    .getByText(/1 предупреждение/)
    .waitFor()

  // The attempt began within a second; a typed time names that second as a whole.
  const { exams } = await proctor.client.done(readRoom, {})
  const began = exams[0]?.seats.find(({ session }) => session === alexander.id)?.authorizedAt ?? ''
  const second = new Date(began).toLocaleTimeString('ru-RU', { timeZone: 'Europe/Moscow' })
  await press('Константинопольский', 'Отметить нарушение')
  const mark = page.getByRole('dialog', { name: /Нарушение/ })
  await mark.getByRole('combobox', { name: 'Что нарушено' }).fill('гаджет')
  await page.getByRole('option').first().click()
  await mark.getByLabel('С (часы:минуты:секунды)').fill(second)
  await mark.getByLabel('До', { exact: true }).fill(second)
  await mark.getByLabel('Что вы видели').fill('Телефон в руке')
  await everyWidth(here, 'classroom-mark')
  await mark.getByRole('button', { name: 'Отметить' }).click()
  await seat('Константинопольский')
    .getByText(/1 отметка/)
    .waitFor()

  await press('Константинопольский', 'Остановить')
  const stop = page.getByRole('dialog', { name: /Остановить/ })
  await stop.getByLabel('Причина').fill('Списывал с телефона')
  await stop.getByLabel('Почему нельзя ждать повторения').fill('Не отдал телефон и мешал соседям')
  await everyWidth(here, 'classroom-stop')
  await stop.getByRole('button', { name: 'Остановить экзамен' }).click()
  await seat('Константинопольский').getByText('остановлен', { exact: true }).waitFor()
  await press('Белова', 'Сдал работу')
  await seat('Белова').getByText('сдал работу', { exact: true }).waitFor()
  await everyWidth(here, 'classroom-over')

  await seat('Константинопольский').getByRole('link', { name: 'К протоколу' }).click()
  await page.getByRole('heading', { name: 'Строки формы' }).waitFor()
  await page
    .getByText(/Кабинет 12/)
    .first()
    .waitFor()
  await page.getByText('Телефон в руке').first().waitFor()
  await here.accessible('the protocol of a classroom exam')
  await told.page.reload()
  await told.page.getByRole('heading', { name: 'Экзамен завершён' }).waitFor()
  expect([...here.trouble, ...told.trouble]).toEqual([])
  await told.close()
  await here.close()
}, 120_000)
