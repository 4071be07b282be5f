// An exam under the act 004 as a teacher makes it: three steps, publishing, people placed in slots by themselves.
import { rmSync } from 'node:fs'
import { createGroup } from '@ochno/contract/people-groups'
import { changePerson } from '@ochno/contract/people'
import { actInForce } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, openBrowser, phone, type Visit, visit } from './screens-stand.ts'

const PEOPLE = 8
let server: TestServer
let browser: Browser
let web: string
let teacher: Visit

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  await actInForce(server.admin.client, '004')
  const { client } = server.admin
  const group = await client.done(createGroup, { body: { name: 'ОТ-1', stream: null } })
  for (let no = 1; no <= PEOPLE; no++) {
    const { id } = await server.person('examinee', { fullName: `Ученик Пётр ${no}` })
    await client.done(changePerson, { params: { id }, body: { group: group.id } })
  }
  await server.person('proctor', { fullName: 'Орлова Елена Викторовна' })
  browser = await openBrowser()
  teacher = await visit(browser, server.url.replace('localhost', '127.0.0.1'))
  await signIn(teacher.page, await server.person('teacher', { fullName: 'Петрова Анна Ильинична' }))
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

const signIn = async (page: Page, who: TestPerson) => {
  const [name, value] = who.client.cookie.split('=') as [string, string]
  await page
    .context()
    .addCookies([
      { name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
    ])
}

/** The page as it is on a desk and on a phone: nothing sticks out, nothing is inaccessible. */
async function both(name: string): Promise<void> {
  const { page, accessible } = teacher
  await picture(page, name)
  await page.setViewportSize(phone)
  await accessible(name)
  await picture(page, `${name}-phone`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await page.setViewportSize(desktop)
}

test('a teacher writes the card in three steps, sees what will apply, and publishes it', async () => {
  const { page } = teacher
  await page.goto('/exams')
  await page.getByRole('button', { name: 'Создать экзамен' }).first().click()
  await page.getByRole('heading', { name: 'Шаг 1 из 3. Что и когда' }).waitFor()
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByText('Заполните это поле').waitFor()
  await page.getByLabel('Название').fill('Охрана труда: итоговый экзамен для группы переподготовки')
  await page.getByLabel('Предмет или дисциплина').fill('Охрана труда')
  await page.getByLabel('Минут на выполнение').fill('45')
  await both('exam-card')
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByRole('heading', { name: 'Шаг 2 из 3. Как наблюдают' }).waitFor()
  const automatic = page.getByRole('radio', { name: 'Записывается, человек запись не смотрит' })
  expect(await automatic.isDisabled()).toBe(true)
  await both('exam-card-watch')
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByRole('checkbox', { name: 'Выход из комнаты' }).check()
  await page.getByLabel('Не дольше, минут: Выход из комнаты').fill('5')
  await page.getByRole('checkbox', { name: 'Гаджеты' }).check()
  await page.getByLabel('Дополнительные требования').fill('На столе только вода в прозрачной бутылке')
  await both('exam-card-allowed')
  await page.getByRole('button', { name: 'Сохранить и проверить' }).click()
  await page.getByText('Нужно основание: Гаджеты').waitFor()
  await both('exam-card-draft')
  expect(await page.getByRole('button', { name: 'Опубликовать' }).count()).toBe(0)

  await page.getByRole('link', { name: 'Изменить карточку' }).click()
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByLabel('Основание: Гаджеты').fill('Практическая часть на планшете')
  await page.getByRole('button', { name: 'Сохранить и проверить' }).click()
  await page.getByRole('button', { name: 'Опубликовать' }).click()
  await page.getByText('Если акт изменится, этот экзамен пройдёт по этим правилам.').waitFor()
  await page.getByText('Выход из комнаты, не дольше 5 мин.').waitFor()
  await page.getByText('Экзаменуемому', { exact: true }).click()
  await page.getByText('Одновременно сдают не более 15 человек (п. 3.7).').first().waitFor()
  await both('exam-rules')
  expect(teacher.trouble).toEqual([])
})

test('people are placed in slots by themselves: first what comes out, then it is made so', async () => {
  const { page } = teacher
  await page.getByRole('button', { name: 'Расставить автоматически' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Отметить группу целиком').selectOption({ label: `ОТ-1 (${PEOPLE})` })
  await dialog.getByRole('checkbox', { name: /^Ученик Пётр 8/, checked: true }).waitFor()
  await dialog.getByRole('checkbox', { name: /^Орлова Елена/ }).check()
  await both('exam-plan')
  await dialog.getByRole('button', { name: 'Показать, что получится' }).click()
  await dialog.getByText('Места хватает всем').waitFor()
  await both('exam-plan-proposal')
  await dialog.getByRole('button', { name: `Включить ${PEOPLE} человек` }).click()
  await dialog.waitFor({ state: 'detached' })
  // One proctor watches six at most, so eight people need two slots.
  await page.getByText('4 из 15').first().waitFor()
  expect(await page.getByText('4 из 15').count()).toBe(2)
  await page.getByText('1, назначено 1').waitFor()
  await teacher.accessible('an exam with slots')
  await both('exam-schedule')
  await page.getByRole('button', { name: 'Условия допуска: Ученик Пётр 1' }).click()
  await dialog.getByLabel('Условие', { exact: true }).fill('Практика зачтена')
  await dialog.getByLabel('Откуда это следует').fill('Пункт 3.8, учебный план')
  await both('exam-admission')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Практика зачтена: не проверено').waitFor()
  await page.getByText('Сравнить со списком из системы обучения').click()
  await page.getByLabel('Список из системы обучения').fill('Ученик Пётр 1')
  await page.getByRole('button', { name: 'Сравнить', exact: true }).click()
  await page.getByText(/^Есть только здесь: Ученик Пётр 2/).waitFor()
  await page.getByRole('button', { name: 'Подтвердить: Список экзаменуемых верен' }).click()
  await page.getByText(/^Петрова Анна Ильинична, /).waitFor()
  await both('exam-checklist')
  expect(teacher.trouble).toEqual([])
})
