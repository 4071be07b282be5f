// A whole exam in the demonstration school, through the pages: examinee with a fake camera, proctor, commission, who answers for
// personal data, evidence file. Pictures, file and report stay in the folder named.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

const [url = '', signIns = '', out = ''] = process.argv.slice(2)
const program = [
  process.env.OCHNO_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
].find((path) => path && existsSync(path))
const passwords = new Map(
  readFileSync(signIns, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/) as [string, string]),
)

const say = (ru: string, en: string) => console.log(`  ${ru}\n  ${en}`)
const picture = (page: Page, name: string) => page.screenshot({ path: join(out, `${name}.png`) })

async function enter(browser: Browser, login: string, to: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'ru-RU',
    viewport: { width: 1440, height: 900 },
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  await page.goto(to)
  await page.getByLabel('Логин', { exact: true }).fill(login)
  await page.getByLabel('Пароль', { exact: true }).fill(passwords.get(login) ?? '')
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  return page
}

async function beginExam(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Перейти к экзамену' }).click()
  await page.getByRole('button', { name: 'Начать проверку' }).click()
  await page.getByRole('button', { name: 'Показать экран' }).click({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Включить сигнал' }).click()
  await page.getByRole('button', { name: 'Слышно', exact: true }).click()
  const submit = page.getByRole('button', { name: 'Подтвердить и сохранить' })
  await submit.or(page.getByText('Всё готово к экзамену')).first().waitFor()
  if (await submit.isVisible()) {
    const card = page.locator('section').filter({ has: submit })
    for (const box of await card.getByRole('checkbox').all()) await box.check()
    await submit.click()
  }
  await page.getByLabel('Понимаю, что будет записано').check()
  await page.getByRole('button', { name: 'Начать экзамен' }).click()
  await page.getByText('Идёт запись', { exact: true }).waitFor()
  await page.getByText('Связь есть, всё отправлено').waitFor()
}

async function endExam(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Завершить экзамен' }).click()
  await page.getByRole('button', { name: 'Завершить', exact: true }).click()
  await page.getByText('Запись принята полностью').first().waitFor()
}

const NAME = 'Берёзкин Лев Ильич'

async function watch(page: Page): Promise<void> {
  const tile = page.getByRole('article', { name: NAME })
  await tile.locator('video').first().waitFor()
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('video')].filter((one) => one.videoWidth > 0 && one.currentTime > 0)
        .length >= 2,
  )
}

/** Opens the closed recording for an appeal and asks for the bundle. */
async function review(page: Page): Promise<void> {
  await page.getByRole('link', { name: `Открыть запись: ${NAME}` }).click()
  await page.getByRole('radio', { name: 'Рассмотрение апелляции' }).check()
  await page.getByRole('button', { name: 'Открыть запись' }).click()
  await page.getByRole('button', { name: 'Смотреть' }).click()
  await page.waitForFunction(() => [...document.querySelectorAll('video')].some((one) => one.currentTime > 2))
  await picture(page, '4-review')
  await page.getByRole('button', { name: 'Запросить выгрузку' }).click()
  const form = page.getByRole('dialog', { name: 'Запросить выгрузку' })
  await form.getByRole('radio', { name: 'Рассмотрение апелляции' }).check()
  await form.getByLabel('Основание').fill('Демонстрация')
  await form.getByRole('button', { name: 'Запросить выгрузку' }).click()
  await page.getByText('Запрос отправлен').waitFor()
}

async function grant(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Разрешить' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Разрешить' }).click()
  await page.getByText('Скачать может').waitFor()
  await picture(page, '5-granted')
}

async function takeVerified(page: Page): Promise<boolean> {
  const bundle = join(out, 'evidence.zip')
  const trusted = join(out, 'keys.json')
  writeFileSync(trusted, await (await fetch(`${url}/api/keys`)).text())
  const verifier = join(import.meta.dirname, 'verify.mjs')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать пакет' }).click(),
  ])
  await download.saveAs(bundle)
  const { status, stdout } = spawnSync(
    process.execPath,
    [verifier, bundle, '--trust', trusted, '--lang', 'ru'],
    { encoding: 'utf8' },
  )
  writeFileSync(join(out, 'report.txt'), stdout)
  return status === 0
}

async function play(browser: Browser): Promise<boolean> {
  say('Экзаменуемый проверяет камеру и начинает…', 'The examinee checks the camera and begins…')
  const examinee = await enter(browser, 'examinee1', '/')
  await beginExam(examinee)
  await picture(examinee, '1-exam')
  say('Проктор смотрит, с задержкой меньше секунды…', 'The proctor watches, less than a second behind…')
  const proctor = await enter(browser, 'proctor', '/wall')
  await watch(proctor)
  await picture(proctor, '2-wall')
  await examinee.waitForTimeout(6_000)
  await endExam(examinee)
  await picture(examinee, '3-over')
  say('Комиссия смотрит запись и просит пакет…', 'The commission reviews and asks for the bundle…')
  const commission = await enter(browser, 'commission', '/recordings')
  await review(commission)
  say('Второй человек разрешает…', 'A second person allows it…')
  await grant(await enter(browser, 'dpo', '/exports'))
  say('Пакет скачан и проверяется без сервера…', 'The bundle is taken and verified without the server…')
  await commission.goto('/exports')
  return takeVerified(commission)
}

if (!program) {
  say(
    'Показать целый экзамен нечем: нет Chromium (OCHNO_CHROMIUM=путь).',
    'No Chromium to show a whole exam with (OCHNO_CHROMIUM=path).',
  )
  process.exit(0)
}
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: program,
  args: [
    '--headless=new',
    '--disable-gpu',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
})
process.on('SIGTERM', () => void browser.close().then(() => process.exit(1)))
const whole = await play(browser).finally(() => browser.close())
if (whole)
  say(
    `✔ Подлинна и полна. Снимки, пакет и отчёт: ${out}`,
    `✔ Authentic and complete. Pictures, bundle and report: ${out}`,
  )
else say(`✖ Пакет не подтвердился: ${out}/report.txt`, `✖ The bundle did not verify: ${out}/report.txt`)
process.exit(whole ? 0 : 1)
