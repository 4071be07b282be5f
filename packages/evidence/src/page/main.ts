// verify.html: the same verifier, from a disk, in a browser, without network (its own policy forbids it).
import type { Report } from '../bundle/report.ts'
import { readTrust } from '../bundle/schema.ts'
import { blobSource } from '../bundle/source.ts'
import { type Section, sections } from '../bundle/text-report.ts'
import { verify } from '../bundle/verify.ts'
import { type Language, words } from '../bundle/words.ts'
import type { PublicKey } from '../keys.ts'
import { pageWords } from './words.ts'

type Given = {
  readonly bundle: File | null
  readonly keys: { readonly name: string; readonly keys: readonly PublicKey[] } | null
  readonly heads: readonly { readonly name: string; readonly text: string }[]
  readonly unknown: readonly string[]
}

let language: Language = navigator.language.startsWith('en') ? 'en' : 'ru'
let given: Given = { bundle: null, keys: null, heads: [], unknown: [] }
let outcome: { readonly report: Report } | { readonly failure: string } | 'working' | null = null

type Child = Node | string | null
function node<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter((child) => child !== null))
  return element
}

function draw(): void {
  const say = pageWords[language]
  document.documentElement.lang = language
  document.title = words[language].title
  const other = node('button', { type: 'button' }, say.other)
  other.onclick = () => {
    language = language === 'ru' ? 'en' : 'ru'
    draw()
  }
  const page = document.getElementById('page') as HTMLElement
  page.replaceChildren(
    node(
      'header',
      {},
      node('div', {}, node('h1', {}, words[language].title), node('p', { class: 'quiet' }, say.lead)),
      other,
    ),
    dropZone(),
    node('div', { id: 'outcome', 'aria-live': 'polite' }, ...outcomeNodes()),
  )
}

function dropZone(): HTMLElement {
  const say = pageWords[language]
  const input = node('input', { type: 'file', multiple: '', accept: '.zip,.json,.txt' })
  input.onchange = () => void take([...(input.files ?? [])])
  const rows = [
    ...(given.bundle ? [`${say.bundle}: ${given.bundle.name}`] : []),
    ...(given.keys ? [`${say.keys}: ${given.keys.name}`] : []),
    ...given.heads.map(({ name }) => `${say.head}: ${name}`),
    ...given.unknown.map((name) => `${name} — ${say.unknown}`),
  ]
  const zone = node(
    'section',
    { class: 'drop' },
    node('p', {}, say.drop),
    node('label', { class: 'choose' }, say.choose, input),
    node('ul', { class: 'files' }, ...rows.map((row) => node('li', {}, row))),
    given.bundle && !given.keys ? node('p', { class: 'quiet' }, say.noKeys) : null,
  )
  zone.ondragover = (event) => {
    event.preventDefault()
    zone.dataset.over = ''
  }
  zone.ondragleave = () => delete zone.dataset.over
  zone.ondrop = (event) => {
    event.preventDefault()
    void take([...(event.dataTransfer?.files ?? [])])
  }
  return zone
}

async function take(files: readonly File[]): Promise<void> {
  given = { ...given, unknown: [] }
  for (const file of files) given = await sorted(given, file)
  draw()
  if (given.bundle) await check(given.bundle)
}

async function sorted(before: Given, file: File): Promise<Given> {
  if (file.name.toLowerCase().endsWith('.zip')) return { ...before, bundle: file }
  const text = file.size < 4_000_000 ? await file.text() : ''
  const keys = readTrust(text)
  if (keys) return { ...before, keys: { name: file.name, keys } }
  if (text.includes('\n\n— ')) return { ...before, heads: [...before.heads, { name: file.name, text }] }
  return { ...before, unknown: [...before.unknown, file.name] }
}

let latest = 0
async function check(bundle: File): Promise<void> {
  const mine = ++latest
  outcome = 'working'
  draw()
  const progress = (done: number, of: number) => {
    const bar = document.querySelector('progress')
    if (mine === latest && bar) Object.assign(bar, { value: done, max: Math.max(1, of) })
  }
  const trust = { keys: given.keys?.keys ?? null, heads: given.heads.map(({ text }) => text) }
  const found = await verify(blobSource(bundle), trust, progress).then(
    (report) => ({ report }),
    (cause: unknown) => ({ failure: failureText(cause) }),
  )
  if (mine !== latest) return
  outcome = found
  draw()
}

function failureText(cause: unknown): string {
  const say = pageWords[language]
  if (cause instanceof DOMException && cause.name === 'NotSupportedError') return say.tooOld
  return `${say.failed}: ${cause instanceof Error ? cause.message : String(cause)}`
}

function outcomeNodes(): Node[] {
  if (outcome === null) return []
  if (outcome === 'working') return [node('p', {}, pageWords[language].working), node('progress', {})]
  if ('failure' in outcome) return [node('div', { class: 'verdict unreadable' }, outcome.failure)]
  const { report } = outcome
  return [
    node(
      'div',
      { class: `verdict ${report.verdict}`, 'data-verdict': report.verdict },
      node('strong', {}, words[language].verdicts[report.verdict]),
      ...(report.unreadable ? [words[language].unreadable[report.unreadable]] : []),
      ...(report.digest ? [`SHA-256 ${report.digest.slice(0, 16)}…`] : []),
    ),
    ...sections(report, language).flatMap(sectionNodes),
  ]
}

function sectionNodes({ head, columns, rows }: Section): Node[] {
  const title = head ? [node('h2', {}, head)] : []
  if (!columns && rows.every((row) => row.length === 1))
    return [...title, node('ul', { class: 'lines' }, ...rows.map(([line]) => node('li', {}, line ?? '')))]
  const top = columns
    ? node('thead', {}, node('tr', {}, ...columns.map((cell) => node('th', { scope: 'col' }, cell))))
    : null
  const body = rows.map((row) => node('tr', {}, ...row.map((cell) => node('td', {}, cell))))
  return [...title, node('table', columns ? {} : { class: 'facts' }, top, node('tbody', {}, ...body))]
}

draw()
