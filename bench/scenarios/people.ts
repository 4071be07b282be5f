// A school of 5,000: its list from a file, looked at and applied, then searched, and scrolled through in a browser.
import { applyImport, checkImport } from '@ochno/contract/people-import'
import { listPeople } from '@ochno/contract/people'
import type { Page } from 'playwright-core'
import { type WebStand, webStand } from '../client/web-stand.ts'
import { type Figures, median, percentile, round, type Say } from '../scenario.ts'

export const targets = {
  import_5000_s: 30,
  import_vs_limit: 1,
  first_page_ms: 200,
  search_p95_ms: 200,
  search_vs_limit: 1,
  scroll_dropped_pct: 5,
  scroll_vs_plain: 1.05,
}

const PEOPLE = 5_000
const SEARCHES = 60
/** As often as the browser draws. */
const FRAME_MS = 1_000 / 60

function list(): Uint8Array {
  const lines = ['ФИО;Логин;Роль;Класс;ID;Дата рождения;Родитель']
  for (let i = 0; i < PEOPLE / 2; i++)
    lines.push(
      `Берёзкин Номер${i} Ильич;pupil${i};ученик;${(i % 11) + 1}${'АБВГД'[i % 5]};L-${i};${String((i % 28) + 1).padStart(2, '0')}.05.2012;Берёзкина Номер${i} Олеговна <parent${i}@mail.example>`,
    )
  return new TextEncoder().encode(lines.join('\n'))
}

/** Points a frame: a hard fling, and the bar at the side pulled down by a hand. */
const FLING = 120
const PULL = 400

/** Down the whole list; a frame that comes later than the next but one was due is dropped. */
async function scroll(page: Page, step: number, name: string, say: Say) {
  const told = await page.evaluate(
    async ([people, step]) => {
      const gaps: number[] = []
      let most = 0
      let before = performance.now()
      let quiet = 0
      window.scrollTo(0, 0)
      while (quiet < 120) {
        const at = window.scrollY
        window.scrollBy(0, step)
        await new Promise(requestAnimationFrame)
        const now = performance.now()
        gaps.push(now - before)
        before = now
        // Seldom: to count thousands takes a part of the frame.
        if (gaps.length % 50 === 1) most = Math.max(most, document.querySelectorAll('tr[data-row]').length)
        quiet = window.scrollY === at ? quiet + 1 : 0
      }
      const last = document.querySelector(`tr[data-row="${people - 1}"]`) !== null
      return { gaps: gaps.slice(1, -120), most, last }
    },
    [PEOPLE, step] as const,
  )
  if (!told.last) throw new Error('the end of the list was not reached')
  const frames = told.gaps.length
  const usual = Math.min(FRAME_MS, median(told.gaps))
  const dropped = told.gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / usual) - 1), 0)
  say(`${name}: ${frames} frames, ${dropped} dropped, at most ${told.most} rows drawn`)
  return {
    frames,
    dropped: round((100 * dropped) / (frames + dropped)),
    p99: round(percentile(told.gaps, 0.99), 1),
    most: told.most,
  }
}

/** Where the rows of the plain table go. */
const HERE = 'all rows here'

/** Every row as the page draws it, taken in passes of their own that are not timed. */
const rowsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async (people) => {
    const rows = new Map<number, string>()
    for (let at = 0; rows.size < people; at += 400) {
      if (at > document.body.scrollHeight) throw new Error(`only ${rows.size} rows were drawn`)
      window.scrollTo(0, at)
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
      for (const row of document.querySelectorAll<HTMLElement>('tr[data-row]'))
        rows.set(Number(row.dataset.row), row.outerHTML)
    }
    return [...rows.entries()].toSorted(([a], [b]) => a - b).map(([, row]) => row)
  }, PEOPLE)

/** The peer: the same page in the same dress with the same rows, all of them standing in one plain table, without a script. */
async function plainTable(stand: WebStand, page: Page): Promise<Page> {
  const rows = await rowsOf(page)
  const around = await page.evaluate((mark) => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement
    for (const script of copy.querySelectorAll('script, link[rel="modulepreload"]')) script.remove()
    const body = copy.querySelector('tr[data-row]')?.parentElement
    if (!body) throw new Error('no table')
    body.textContent = mark
    return `<!doctype html>${copy.outerHTML}`
  }, HERE)
  const html = around.replace(HERE, () => rows.join(''))
  const plain = await page.context().newPage()
  const address = `http://127.0.0.1:${stand.port}/plain-table`
  await plain.route(address, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  )
  await plain.goto(address)
  await plain.locator(`tr[data-row="${PEOPLE - 1}"]`).waitFor()
  return plain
}

async function scrolls(stand: WebStand, say: Say) {
  const browser = await stand.browser()
  const page = await stand.page(browser, stand.server.admin)
  await page.goto('/people')
  await page.locator('tr[data-row="0"]').waitFor()
  const first = await scroll(page, FLING, 'as pages come', say)
  const again = await scroll(page, FLING, 'once they are there', say)
  const pulled = await scroll(page, PULL, 'pulled down by the bar', say)
  await page.reload()
  await page.locator('tr[data-row="0"]').waitFor()
  const rushed = await scroll(page, PULL, 'pulled down as pages come', say)
  const peer = await plainTable(stand, page)
  await page.close()
  const plain = await scroll(peer, FLING, 'the same rows as a plain table', say)
  return {
    scroll_frames: first.frames,
    scroll_dropped_pct: first.dropped,
    scroll_again_dropped_pct: again.dropped,
    scroll_pulled_dropped_pct: pulled.dropped,
    scroll_rushed_dropped_pct: rushed.dropped,
    scroll_plain_dropped_pct: plain.dropped,
    // Of the frames that were due, those that came: the plain table's against ours.
    scroll_vs_plain: round((100 - plain.dropped) / (100 - first.dropped), 3),
    scroll_frame_p99_ms: first.p99,
    scroll_plain_p99_ms: plain.p99,
    scroll_rows_drawn: first.most,
  }
}

export async function run(say: Say): Promise<Figures> {
  const stand = await webStand()
  try {
    const { client } = stand.server.admin
    const body = list()
    const began = performance.now()
    const seen = await client.done(checkImport, { body })
    const looked = performance.now()
    const done = await client.done(applyImport, { query: { plan: seen.plan ?? '', verified: 'yes' }, body })
    const ended = performance.now()
    if (done.counts.added !== PEOPLE) throw new Error(`added ${done.counts.added}`)
    say(`looked at in ${round(looked - began, 0)} ms, applied in ${round(ended - looked, 0)} ms`)
    const time = async (find: string) => {
      const from = performance.now()
      await client.done(listPeople, { query: find ? { find } : {} })
      return performance.now() - from
    }
    const first: number[] = []
    const took: number[] = []
    for (let i = 0; i < SEARCHES; i++) {
      first.push(await time(''))
      took.push(await time(['номер1', 'pupil', 'l-24', 'олеговна', 'никого'][i % 5] as string))
    }
    const seconds = (ended - began) / 1000
    const p95 = percentile(took, 0.95)
    return {
      import_5000_s: round(seconds),
      import_vs_limit: round(seconds / 30, 3),
      first_page_ms: round(percentile(first, 0.95), 0),
      search_p95_ms: round(p95, 0),
      search_vs_limit: round(p95 / 200, 3),
      ...(await scrolls(stand, say)),
    }
  } finally {
    await stand.close()
  }
}
