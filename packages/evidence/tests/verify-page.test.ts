import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesOf, keys, recording, zipped } from './recording.ts'

const run = promisify(execFile)
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
let dir: string
let browser: Browser
const path = (name: string) => join(dir, name)

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ochno-verifier-'))
  await run(process.execPath, [join(import.meta.dirname, '../build.mjs'), dir])
  const good = recording(1, { fragments: 30 })
  const changed = await filesOf(good.input)
  const media = Uint8Array.from(changed.get('media/cam-0.webm') as Uint8Array)
  media[100] = (media[100] as number) ^ 1
  changed.set('media/cam-0.webm', media)
  await writeFile(path('keys.json'), JSON.stringify({ keys }, null, 2))
  await writeFile(path('head.txt'), good.log.checkpoint(16))
  await writeFile(path('other-head.txt'), recording(2).log.checkpoint(16))
  await writeFile(path('good.zip'), await zipped(await filesOf(good.input)))
  await writeFile(
    path('gap.zip'),
    await zipped(await filesOf(recording(2, { fragments: 30, lose: [5, 6] }).input)),
  )
  await writeFile(path('changed.zip'), await zipped(changed))
  await writeFile(path('noise.zip'), 'not a ZIP')
  browser = await chromium.launch({
    executablePath: process.env.OCHNO_CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
  })
})
afterAll(async () => {
  await browser?.close()
  await rm(dir, { recursive: true })
})

async function opened(width: number, locale = 'ru-RU'): Promise<{ page: Page; requests: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale })
  const page = await context.newPage()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => requests.push(`error ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && requests.push(`console ${message.text()}`))
  await page.goto(pathToFileURL(path('verify.html')).href)
  return { page, requests }
}

const cases = [
  ['valid', ['good.zip', 'keys.json', 'head.txt'], 0],
  ['incomplete', ['gap.zip', 'keys.json'], 2],
  ['incomplete', ['good.zip'], 2],
  ['invalid', ['changed.zip', 'keys.json'], 1],
  ['invalid', ['good.zip', 'keys.json', 'other-head.txt'], 1],
  ['unreadable', ['noise.zip', 'keys.json'], 3],
] as const

for (const [verdict, files, exit] of cases)
  test(`E-08 the page from a disk and the one-file command agree: ${files.join(' + ')} is ${verdict}`, async () => {
    const { page, requests } = await opened(1280)
    await page.setInputFiles('input[type=file]', files.map(path))
    await page.waitForSelector('[data-verdict]')
    expect(await page.getAttribute('[data-verdict]', 'data-verdict')).toBe(verdict)
    expect(requests).toEqual([pathToFileURL(path('verify.html')).href])
    const shot = process.env.OCHNO_SCREENSHOTS
    if (shot) {
      const name = join(shot, `verify-${files.join('-').replaceAll('.', '_')}`)
      await page.screenshot({ path: `${name}-desktop.png`, fullPage: true })
      await page.setViewportSize({ width: 360, height: 780 })
      await page.screenshot({ path: `${name}-phone.png`, fullPage: true })
    }
    await page.context().close()

    const [bundle, ...others] = files
    const args = others.flatMap((name) =>
      name.endsWith('.json') ? ['--trust', path(name)] : ['--sth', path(name)],
    )
    const code = await run(process.execPath, [path('ochno-verify.mjs'), path(bundle), ...args]).then(
      () => 0,
      (failed: { code: number }) => failed.code,
    )
    expect(code).toBe(exit)
  })

test('E-08 the packed package runs by npx in an empty folder without a network: the exit codes, and the report in Russian', async () => {
  const empty = await mkdtemp(join(dir, 'empty-'))
  // A registry that is not there and a cache with nothing in it: whatever it needs must be in the package.
  const env = {
    ...process.env,
    npm_config_cache: join(dir, 'npm'),
    npm_config_registry: 'http://127.0.0.1:9/',
  }
  const npm = (program: string, args: string[], cwd: string) =>
    run(program, args, { cwd, env }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    )
  const staged = path('package')
  await cp(join(import.meta.dirname, '../package.json'), join(staged, 'package.json'))
  for (const name of ['ochno-verify.mjs', 'verify.html']) await cp(path(name), join(staged, 'dist', name))
  expect((await npm('npm', ['pack', '--offline', '--pack-destination', dir], staged)).code).toBe(0)
  const tarball = (await readdir(dir)).find((name) => name.endsWith('.tgz')) ?? ''
  const verify = (...args: string[]) =>
    npm('npx', ['--offline', '--yes', `--package=file:${path(tarball)}`, 'ochno-verify', ...args], empty)
  const trust = ['--trust', path('keys.json')]

  const good = await verify(path('good.zip'), ...trust, '--sth', path('head.txt'))
  expect(good.code).toBe(0)
  const changed = await verify(path('changed.zip'), ...trust)
  expect(changed.code).toBe(1)
  const gap = await verify(path('gap.zip'), ...trust)
  expect(gap.code).toBe(2)
  expect((await verify(path('noise.zip'), ...trust)).code).toBe(3)
  for (const [{ stdout }, said] of [
    [good, 'ПОДЛИННА И ПОЛНА'],
    [changed, 'НЕ ПОДЛИННА ИЛИ ИЗМЕНЕНА'],
    [gap, 'ЗАПИСЬ ИЛИ ПРОВЕРКА НЕПОЛНА'],
  ] as const)
    expect(stdout).toContain(said)
  expect(await readdir(empty)).toEqual([])
})

test('E-08 a phone-wide page does not scroll sideways, and speaks English to an English browser', async () => {
  const { page } = await opened(360, 'en-GB')
  await page.setInputFiles('input[type=file]', ['gap.zip', 'keys.json'].map(path))
  await page.waitForSelector('[data-verdict]')
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(await overflow()).toBeLessThanOrEqual(0)
  expect(await page.textContent('h1')).toBe('Check of an exam recording')
  await page.click('header button')
  expect(await page.textContent('h1')).toBe('Проверка записи экзамена')
  expect(await overflow()).toBeLessThanOrEqual(0)
  expect(await page.getAttribute('[data-verdict]', 'data-verdict')).toBe('incomplete')
  await page.context().close()
})

test('E-08 files may be dropped, one after the other', async () => {
  const { page } = await opened(1280)
  const drop = (name: string, bytes: readonly number[]) =>
    page.evaluate(
      ([name, bytes]) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(bytes)], name))
        document
          .querySelector('.drop')
          ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }))
      },
      [name, bytes] as const,
    )
  const bytes = async (name: string) => [...(await readFile(path(name)))]
  await drop('good.zip', await bytes('good.zip'))
  await page.waitForSelector('[data-verdict=incomplete]')
  await drop('keys.json', await bytes('keys.json'))
  await page.waitForSelector('[data-verdict=valid]')
  await page.context().close()
})
