// A school of 5,000: its list from a file, looked at and applied, then searched, and scrolled through in a browser.
import { applyImport, checkImport } from '@ochno/contract/people-import'
import { listPeople } from '@ochno/contract/people'
import { type WebStand, webStand } from '../client/web-stand.ts'
import { type Figures, median, percentile, round, type Say } from '../scenario.ts'

export const targets = {
  import_5000_s: 30,
  import_vs_limit: 1,
  first_page_ms: 200,
  search_p95_ms: 200,
  search_vs_limit: 1,
  scroll_dropped_pct: 5,
}

const PEOPLE = 5_000
const SEARCHES = 60

function list(): Uint8Array {
  const lines = ['ФИО;Логин;Роль;Класс;ID;Дата рождения;Родитель']
  for (let i = 0; i < PEOPLE / 2; i++)
    lines.push(
      `Берёзкин Номер${i} Ильич;pupil${i};ученик;${(i % 11) + 1}${'АБВГД'[i % 5]};L-${i};${String((i % 28) + 1).padStart(2, '0')}.05.2012;Берёзкина Номер${i} Олеговна <parent${i}@mail.example>`,
    )
  return new TextEncoder().encode(lines.join('\n'))
}

/** Down the whole list as a wheel goes; a frame that comes later than the next but one was due is dropped. */
async function scroll(stand: WebStand, say: Say) {
  const browser = await stand.browser()
  const page = await stand.page(browser, stand.server.admin)
  await page.goto('/people')
  await page.locator('tr[data-row="0"]').waitFor()
  const told = await page.evaluate(async (people) => {
    const gaps: number[] = []
    let most = 0
    let before = performance.now()
    let quiet = 0
    while (quiet < 120) {
      const at = window.scrollY
      window.scrollBy(0, 400)
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      gaps.push(now - before)
      before = now
      most = Math.max(most, document.querySelectorAll('tr[data-row]').length)
      quiet = window.scrollY === at ? quiet + 1 : 0
    }
    const last = document.querySelector(`tr[data-row="${people - 1}"]`) !== null
    return { gaps: gaps.slice(1, -120), most, last }
  }, PEOPLE)
  if (!told.last) throw new Error('the end of the list was not reached')
  const usual = median(told.gaps)
  const dropped = told.gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / usual) - 1), 0)
  say(`${told.gaps.length} frames of ${round(usual, 1)} ms, at most ${told.most} rows drawn at once`)
  return {
    scroll_frames: told.gaps.length,
    scroll_dropped_pct: round((100 * dropped) / (told.gaps.length + dropped)),
    scroll_frame_p99_ms: round(percentile(told.gaps, 0.99), 1),
    scroll_rows_drawn: told.most,
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
      ...(await scroll(stand, say)),
    }
  } finally {
    await stand.close()
  }
}
