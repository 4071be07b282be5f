// The protocol answered, signed and handed over by the proctor; the result decided, agreed by a second person, published and read.
import { rmSync } from 'node:fs'
import { sayToExaminee } from '@ochno/contract/conduct'
import { actInForce, examUnderAct } from '@ochno/testkit/act-in-force'
import { bootServer, type TestPerson, type TestServer, type TestSession } from '@ochno/testkit/server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtWeb } from './built-web.ts'
import { both, openBrowser, visitAs } from './screens-stand.ts'

const MINUTE = 60_000
let server: TestServer
let browser: Browser
let web: string
let proctor: TestPerson
let teacher: TestPerson
let session: TestSession
let began: number

beforeAll(async () => {
  web = await builtWeb('production')
  server = await bootServer({ config: { webDir: web } })
  browser = await openBrowser()
  await actInForce(server.admin.client, '004')
  proctor = await server.person('proctor', { fullName: 'Орлова Татьяна Юрьевна' })
  teacher = await server.person('teacher', { fullName: 'Кузнецова Ирина Львовна' })
  const exam = await examUnderAct(server.admin.client, {}, { title: 'Электробезопасность, III группа' })
  session = await server.session({
    exam,
    proctors: [proctor],
    examinee: await server.person('examinee', { fullName: 'Константинопольский Александр Вячеславович' }),
  })
  began = Date.now() - 40 * MINUTE
  await server.database.owner(
    `update session set state = 'in_progress', authorized_at = $2, started_at = $2, deadline = $3 where id = $1`,
    [session.id, new Date(began), new Date(began + 90 * MINUTE)],
  )
  const say = (body: Record<string, unknown>) =>
    proctor.client.done(sayToExaminee, { params: { sid: session.id }, body: body as never })
  const failure = await say({ kind: 'pause', cause: 'failure', reason: 'В доме погас свет' })
  await say({ kind: 'resume', of: failure.seq })
  await say({ kind: 'warning', text: 'Уберите телефон со стола', reason: 'Телефон рядом с клавиатурой' })
  const scan = await say({ kind: 'scan', reason: 'Слышен второй голос' })
  await say({ kind: 'scan_end', of: scan.seq, is: 'technical', reason: 'Провод камеры короткий' })
  await server.database.owner(
    `update session set state = 'deauthorized', deadline = $2, deauthorized_at = $2, end_cause = 'auto' where id = $1`,
    [session.id, new Date()],
  )
  for (const [i, code] of ['outsider_in_frame', 'focus_switch'].entries())
    await proctor.client.done(sayToExaminee, {
      params: { sid: session.id },
      body: {
        kind: 'mark',
        code,
        from: new Date(began + (i + 3) * MINUTE).toISOString(),
        to: new Date(began + (i + 3) * MINUTE + 36_000).toISOString(),
        note: 'в дверях появился взрослый, разговаривал с обучающимся',
      },
    })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (web) rmSync(web, { recursive: true, force: true })
})

test('TR-73 TR-04 T-17 R4-4.6a a protocol is answered row by row, signed and handed over; rules stand side by side, two people annul, and the examinee reads it when it is published', async () => {
  const desk = await visitAs(browser, server, proctor)
  const { page } = desk
  await page.goto('/protocols')
  await page.getByRole('link', { name: /Константинопольский/ }).click()
  await page.getByRole('heading', { name: 'Строки формы' }).waitFor()
  expect(await page.getByRole('radio', { checked: true }).count(), 'nothing is answered beforehand').toBe(0)
  expect(await page.getByRole('button', { name: 'Подписать' }).isDisabled()).toBe(true)
  // What the log says is there to be read, and answers nothing.
  await page.getByText('Предупреждение: Уберите телефон со стола').waitFor()
  await page.getByText(/не получилось технически/).waitFor()
  await both(desk, 'protocol-open', 'an empty protocol')
  await page.getByRole('button', { name: 'Внести в протокол' }).click()
  await page.getByRole('textbox', { name: 'Что произошло' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Что произошло' }).inputValue()).toBe('В доме погас свет')

  // Both marks count, their rows are «да», everything else is answered with «нет».
  for (const mark of ['наличие постороннего', 'переключение фокуса'])
    await page
      .getByRole('radiogroup', { name: new RegExp(`${mark}.*Орлова`, 'i') })
      .getByLabel('учесть')
      .check()
  const rows = page.getByRole('radiogroup').filter({ has: page.getByLabel('нет', { exact: true }) })
  for (const row of await rows.all()) await row.getByLabel('нет', { exact: true }).check()
  for (const row of ['переключение фокуса.*1 отметка', 'посторонних лиц.*1 отметка'])
    await page
      .getByRole('radiogroup', { name: new RegExp(row, 'i') })
      .getByLabel(/^да/)
      .check()
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('Всё заполнено, можно подписывать').waitFor()
  await both(desk, 'protocol-whole', 'a whole protocol')
  await page.getByRole('button', { name: 'Подписать' }).click()
  const sheet = page.getByRole('dialog', { name: 'Подпись протокола' })
  await sheet.getByLabel(/Подтверждаю объективность/).check()
  await desk.accessible('the signature of a protocol')
  await sheet.getByRole('button', { name: 'Подписать протокол' }).click()
  await page.getByText('Протокол подписан').waitFor({ timeout: 120_000 })
  await page
    .getByText(/SHA-256 [0-9a-f]{64}/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Передать на решение' }).click()
  await page.getByText('Протокол передан').waitFor()
  await both(desk, 'protocol-handed-over', 'a protocol that was handed over')

  // A browser told of something after the signature: the edition does not say it, and a person answers it.
  await server.database.owner(
    `insert into hint_run (tenant_id, session_id, run, lag_ms, began_at, heard_at)
     values ((select tenant_id from session where id = $1), $1, 'page0000', 0, $2, $2)`,
    [session.id, new Date()],
  )
  await server.database.owner(
    `insert into hint (tenant_id, session_id, no, run, own_id, seq, rule, code, from_ms, to_ms, ongoing, strength, made, heard_at)
     values ((select tenant_id from session where id = $1), $1, 1, 'page0000', 'late1', 1, 'phone', 'gadgets', $2, $2, false, 1, '[]', $3)`,
    [session.id, began + 5 * MINUTE, new Date()],
  )
  await page.reload()
  await page.getByText('После подписи появилось новое').waitFor()
  await page.getByRole('heading', { name: 'Подсказки, которые никто не разобрал' }).waitFor()
  await both(desk, 'protocol-late-hint', 'a protocol with a hint that came late')
  await page.getByLabel('Что это было').fill('Калькулятор, он разрешён')
  await page.getByRole('button', { name: 'Не нарушение' }).click()
  await page.getByText('После подписи появилось новое').waitFor({ state: 'hidden' })

  const room = await visitAs(browser, server, teacher)
  await room.page.goto('/decisions')
  await room.page.getByRole('link', { name: /Константинопольский/ }).waitFor()
  await room.accessible('the list of decisions')
  await room.page.getByRole('link', { name: /Константинопольский/ }).click()
  await room.page.getByText('Нарушение из перечня акта').waitFor()
  await room.page.getByRole('combobox', { name: 'Результат' }).click()
  await room.page.getByRole('option', { name: 'попытка аннулируется' }).click()
  await room.page.getByLabel('нет').last().check()
  await room.page.getByLabel('Основание').fill('В комнате был взрослый и подсказывал ответы.')
  await both(room, 'decision', 'a decision')
  await room.page.getByRole('button', { name: 'Предложить аннулирование' }).click()
  await room.page.getByText('Предложено аннулирование').first().waitFor()

  const head = await visitAs(browser, server, server.admin)
  await head.page.goto(`/decisions/${session.id}`)
  await head.page.getByRole('button', { name: 'Согласен, аннулировать' }).click()
  await head.page.getByText('Принятое решение').waitFor({ timeout: 30_000 })
  await head.accessible('an agreed annulment')

  await room.page.reload()
  await room.page
    .getByLabel('Объяснение для обучающегося')
    .fill('На записи видно, что вам помогали. Попытку можно пройти ещё раз.')
  await room.page.getByRole('button', { name: 'Объявить результат' }).click()
  await room.page.getByText(/^Результат объявлен: /).waitFor()
  await both(room, 'decision-published', 'a published decision')

  const own = await visitAs(browser, server, session.examinee)
  await own.page.goto(`/results/${session.id}`)
  await own.page.getByText('попытка аннулируется').waitFor()
  await both(own, 'own-result', 'the own result')
  for (const here of [desk, room, head, own]) expect(here.trouble).toEqual([])
})
