// The dashboards as the organiser sees them: the day that keeps itself up to date, the reviewers, fairness, an exam in plots.
import { readFileSync, rmSync } from 'node:fs'
import { fromMs } from '@ochno/domain/time'
import { figuresSeed } from '@ochno/testkit/figures-day'
import { FIGURES_NOW } from '@ochno/testkit/figures-rows'
import { bootServer, type TestPerson, type TestServer } from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { desktop, fits, openBrowser, openSection, phone, visitAs } from './screens-stand.ts'

const clock = { ms: () => FIGURES_NOW, now: () => fromMs(FIGURES_NOW), mono: () => performance.now() }
let server: TestServer
let browser: Browser
let web: string
let methodist: TestPerson
let teacher: TestPerson
let may: string

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ clock, config: { webDir: web } })
  browser = await openBrowser()
  methodist = await server.person('methodist', { fullName: 'Ясенева Ирина' })
  teacher = await server.person('teacher', { courses: 'own' })
  const proctor = await server.person('proctor', { fullName: 'Орлова Елена' })
  const second = await server.person('proctor')
  may = (await figuresSeed({ server, methodist, teacher, proctor, second })).may
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

const onPhone = async (here: Awaited<ReturnType<typeof visitAs>>, name: string) => {
  await here.page.setViewportSize(phone)
  await fits(here)
  await picture(here.page, `${name}-phone`)
  await here.page.setViewportSize(desktop)
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

test('P-28 the day keeps itself up to date, shows what needs a person first, and nobody’s name where others look on; each page is taken away as a sheet', async () => {
  const here = await visitAs(browser, server, methodist, { viewport: desktop })
  const { page, trouble, accessible, close } = here
  await page.goto('/')
  await openSection(here, 'Сегодня')
  await heading(page, 'Экзамены сегодня')
  await page.getByText('7 случаев').waitFor()
  await page.getByText('3 из 6').waitFor()
  await accessible('the day of the organiser')
  await picture(page, 'dashboard-today')
  await onPhone(here, 'dashboard-today')

  // Nobody presses anything: the proctor answered, and the page says so.
  await server.database.owner(
    `insert into conduct (tenant_id, session_id, seq, at, said_by, party, kind, facts)
     select tenant_id, session_id, 6, at, said_by, 'proctor', 'chat', '{"kind":"chat","text":"скоро"}' from conduct where kind = 'trouble'`,
  )
  await page.getByText('6 случаев').waitFor({ timeout: 60_000 })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать Excel' }).click(),
  ])
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  // P-28: a screen that others look at too.
  const main = page.getByRole('main')
  await main.getByText('Рябинин Лев Андреевич').first().waitFor()
  await page.getByRole('switch', { name: 'Без имён' }).click()
  await main.getByText('Проктор № 1', { exact: true }).waitFor()
  const { rows } = await server.database.owner('select full_name from account where tenant_id = $1', [
    server.id,
  ])
  const shown = await main.innerHTML()
  expect(rows.map(({ full_name: name }) => String(name)).filter((name) => shown.includes(name))).toEqual([])
  await accessible('the day without names')
  await picture(page, 'dashboard-today-nameless')
  await onPhone(here, 'dashboard-today-nameless')
  await page.getByRole('switch', { name: 'Без имён' }).click()
  const open = page.getByRole('link', { name: 'Открыть экзамен: Алгебра, 9 класс, Рябинин Лев Андреевич' })
  await open.first().click()
  await page.waitForURL(/\/exams\/exm_/)

  await page.goto('/dashboards/reviews')
  await heading(page, 'Сколько записей ждёт проверки')
  await page.getByText('При нынешнем темпе 1 запись не успеют проверить к сроку').waitFor()
  await accessible('the load of reviewers')
  await picture(page, 'dashboard-reviews')
  await onPhone(here, 'dashboard-reviews')
  expect(trouble).toEqual([])
  await close()
})

test('R0-2.2.3b the fairness report says what a number means, and shows no group of two', async () => {
  const here = await visitAs(browser, server, methodist, { viewport: desktop })
  const { page, trouble, accessible, close } = here
  await page.goto('/dashboards/fairness')
  await heading(page, 'Справедливость подсказок')
  const light = page.getByRole('table', { name: 'По свету' })
  await light.getByText('75 % (9 из 12)').waitFor()
  await page.getByText('Разница может быть случайной').first().waitFor()
  await page.getByText('Показать нечего: в одной из групп меньше 5 человек').first().waitFor()
  expect(await page.getByText('Есть по документу').count()).toBe(0)
  await accessible('the fairness report')
  await picture(page, 'dashboard-fairness')
  await light.scrollIntoViewIfNeeded()
  await picture(page, 'dashboard-fairness-groups')
  await onPhone(here, 'dashboard-fairness-groups')
  expect(trouble).toEqual([])
  await close()
})

test('a teacher has the statistics of the own exam in plots, and in tables for who can not see them', async () => {
  const here = await visitAs(browser, server, teacher, { viewport: desktop })
  const { page, trouble, accessible, close } = here
  await page.goto('/')
  await openSection(here, 'Статистика')
  await heading(page, 'Статистика экзаменов')
  await page.getByRole('link', { name: 'Физика, 11 класс' }).waitFor()
  await picture(page, 'dashboard-exams')
  expect(await page.getByText('Алгебра, 9 класс').count()).toBe(0)
  await page.getByRole('link', { name: 'Физика, 11 класс' }).click()
  await page.waitForURL(`**/dashboards/exams/${may}`)
  const plot = page.getByRole('img', { name: 'Подсказки по ходу экзамена' })
  await plot.waitFor()
  await accessible('the figures of an exam')
  await picture(page, 'dashboard-exam')
  await onPhone(here, 'dashboard-exam')
  const figure = page.getByRole('figure').filter({ has: plot })
  await figure.getByText('Показать таблицей').press('Enter')
  await figure.getByRole('table').waitFor()
  await accessible('the figures of an exam as tables')
  await plot.scrollIntoViewIfNeeded()
  await picture(page, 'dashboard-exam-table')
  await page.getByRole('heading', { name: 'Апелляции' }).scrollIntoViewIfNeeded()
  await picture(page, 'dashboard-exam-decided')
  expect(trouble).toEqual([])
  await close()
})
