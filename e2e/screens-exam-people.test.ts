// One large exam: its people come as one scrolls, under their slots; whoever is not on the page is found and acted upon.
import { rmSync } from 'node:fs'
import { listSessions } from '@ochno/contract/sessions'
import type { ExamId } from '@ochno/domain/ids'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { bootServer, type TestServer } from '@ochno/testkit/server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { picture } from './pictures.ts'
import { fits, openBrowser, phone, visitAs } from './screens-stand.ts'

const PEOPLE = 1_000
const SLOTS = 70
let webDir: string
let server: TestServer
let browser: Browser
let exam: ExamId
const ID = (tag: string, n: string) => `'${tag}_' || lpad(translate(to_hex(${n}), '0189', 'wxyz'), 26, 'q')`

beforeAll(async () => {
  webDir = await builtWeb('production')
  server = await bootServer({ config: { webDir } })
  await actInForce(server.admin.client, '004')
  await server.person('proctor', { fullName: 'Орлова Елена Викторовна' })
  exam = await examUnderAct(server.admin.client)
  const { owner } = server.database
  await owner(
    `with made as (insert into account (id, tenant_id, login, full_name, created_at)
       select ${ID('acc', 'i')}, $1, 'list' || i, 'Списков Номер' || lpad(i::text, 5, '0') || ' Ильич', now()
       from generate_series(1, $2::int) i returning id)
     insert into account_role (tenant_id, account_id, role) select $1, id, 'examinee' from made`,
    [server.id, PEOPLE],
  )
  await owner(
    `insert into exam_slot (id, tenant_id, exam_id, opens_at, closes_at, created_at)
     select ${ID('slt', 'i')}, $1, $2, now() + i * interval '1 hour', now() + i * interval '1 hour' + interval '15 minutes', now()
     from generate_series(1, $3::int) i`,
    [server.id, exam, SLOTS],
  )
  // The last slot stays empty.
  await owner(
    `insert into session (id, tenant_id, exam_id, examinee_id, state, opens_at, closes_at, length_minutes, slot_id, created_at)
     select ${ID('ses', 'i')}, $1, $2, ${ID('acc', 'i')}, 'admitted', o.opens_at, o.closes_at, 45, o.id, now()
     from generate_series(1, $3::int) i join exam_slot o on o.id = ${ID('slt', '1 + (i - 1) / 15')}`,
    [server.id, exam, PEOPLE],
  )
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (webDir) rmSync(webDir, { recursive: true, force: true })
})

const drawn = (page: Page) => page.locator('tbody tr[data-row]').count()

test('R4-3.6a R4-3.8d a thousand people of an exam: pages as one scrolls, slots above them, a search of the server, acts on whoever was not on the page', async () => {
  const look = await visitAs(browser, server, server.admin)
  const { page } = look
  await page.goto(`/exams/${exam}`)
  await page.getByText('Показано 100 из 1000').waitFor()
  const table = page.getByRole('table', { name: 'Экзаменуемые' })
  // A hundred people stand in seven slots; the row of names counts, too.
  expect(await table.getAttribute('aria-rowcount')).toBe('1008')
  await page.getByText('15 из 15', { exact: true }).first().waitFor()
  await look.accessible('a large exam')
  await picture(page, 'exam-large')
  for (const shown of [200, 300]) {
    await table.evaluate((one) => one.scrollIntoView({ block: 'end' }))
    await page.getByText(`Показано ${shown} из 1000`).waitFor()
  }
  expect(await drawn(page)).toBeLessThan(130)

  await page.getByRole('searchbox', { name: 'Найти по имени' }).fill('номер00991')
  const row = page.getByRole('row').filter({ hasText: 'Списков Номер00991' })
  await row.waitFor()
  await page.getByText('10 из 15', { exact: true }).waitFor()
  await row.getByRole('combobox').selectOption({ label: 'Орлова Елена Викторовна' })
  await row.getByRole('button', { name: 'Снять проктора Орлова Елена Викторовна' }).waitFor()
  await page.getByRole('button', { name: /^Условия допуска: Списков Номер00991/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Условие', { exact: true }).fill('Практика зачтена')
  await dialog.getByLabel('Откуда это следует').fill('Пункт 3.8, учебный план')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await row.getByText('Практика зачтена: не проверено').waitFor()
  await picture(page, 'exam-large-found')

  // Of the slot, not of the page: who watches there is asked of the server.
  await page.getByRole('button', { name: /^Изменить слот:/ }).click()
  await page.getByRole('button', { name: 'Сменить проктора' }).click()
  const whom = dialog.getByRole('combobox', { name: 'Кого сменить' })
  await whom.locator('option', { hasText: 'Орлова' }).waitFor({ state: 'attached' })
  await dialog.getByRole('button', { name: 'Отмена' }).click()

  await page.getByRole('button', { name: 'Изменить: Списков Номер00991 Ильич' }).click()
  await page.getByRole('button', { name: 'Снять с экзамена' }).click()
  await dialog.getByLabel('Причина').fill('Перевод в другую школу')
  await dialog.getByRole('button', { name: 'Снять и известить' }).click()
  await page.getByText('Никто не найден').waitFor()
  await page.getByRole('searchbox', { name: 'Найти по имени' }).fill('')
  await page.getByText(/^Показано \d+ из 999$/).waitFor()
  const { total } = await server.admin.client.done(listSessions, { params: { eid: exam } })
  expect(total).toBe(999)

  await page.setViewportSize(phone)
  await fits(look)
  await look.accessible('a large exam on a narrow screen')
  await picture(page, 'exam-large-phone')
  expect(look.trouble).toEqual([])
  await look.close()
})

test('R4-3.6b who of a thousand was told: pages, a search, and one button for all of them', async () => {
  const look = await visitAs(browser, server, server.admin)
  const { page } = look
  await page.goto(`/exams/${exam}/notices`)
  await page.getByText(/^Показано 100 из (999|1000)$/).waitFor()
  await look.accessible('who of a large exam was told')
  await picture(page, 'exam-large-told')
  await page.getByRole('searchbox').fill('номер00500')
  await page.getByText('Списков Номер00500').waitFor()
  await page.setViewportSize(phone)
  await fits(look)
  await picture(page, 'exam-large-told-phone')
  expect(look.trouble).toEqual([])
  await look.close()
})
