// R0-6.4: the list as a page of its own, for pupils and parents without a sign-in, and for a frame on the official site.
import { registerOn, type RegisterLine } from '@ochno/domain/appointment/register'
import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { type InstitutionDeps, no } from './deps.ts'
import { readRegister } from './register.ts'

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')

const words = {
  ru: {
    title: 'Кто поможет с технологиями',
    lead: 'Ответственные за технологии и дистанционные программы. К ним можно обратиться за информацией и помощью.',
    columns: ['Направление', 'Кто отвечает', 'Телефон', 'Эл. почта', 'Часы'],
    none: 'Сейчас здесь никто не указан. Обратитесь в учреждение.',
    on: 'По состоянию на',
    published: 'Опубликовано',
  },
  en: {
    title: 'Who helps with technology',
    lead: 'Persons responsible for technologies and distance programmes. Ask them for information and help.',
    columns: ['Area', 'Person', 'Phone', 'E-mail', 'Hours'],
    none: 'Nobody is named here now. Ask the institution.',
    on: 'As of',
    published: 'Published',
  },
} as const

export const contactStyle = `*{box-sizing:border-box}
body{margin:0;padding:1rem;font:16px/1.5 system-ui,sans-serif;color:#1b1b1f;background:#fff}
main{max-width:64rem;margin:0 auto}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}
p{margin:.25rem 0 1rem}.quiet{color:#4d4d57;font-size:.9rem}
table{width:100%;border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.6rem .5rem;border-bottom:1px solid #c9c9d1;overflow-wrap:break-word}
th{font-weight:600}a{color:#0b4bb3}
@media (min-width:40.01rem){td:nth-child(3){white-space:nowrap}}
@media (max-width:40rem){td{overflow-wrap:anywhere}thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
tr{display:block;padding:.6rem 0;border-bottom:1px solid #c9c9d1}td{display:block;border:0;padding:.1rem 0}
td:first-child{font-weight:600}td:empty{display:none}}`

const row = ({ area, person, phone, email, hours }: RegisterLine): string =>
  `<tr><td>${safe(area)}</td><td>${safe(person)}</td><td>${
    phone ? `<a href="tel:${safe(phone.replace(/[^+\d]/g, ''))}">${safe(phone)}</a>` : ''
  }</td><td>${email ? `<a href="mailto:${safe(email)}">${safe(email)}</a>` : ''}</td><td>${safe(hours)}</td></tr>`

type Shown = {
  readonly name: string
  readonly on: string
  readonly published: string | null
  readonly lines: readonly RegisterLine[]
}

export function contactHtml({ name, on, published, lines }: Shown, language: 'ru' | 'en'): string {
  const t = words[language]
  const table = `<table><thead><tr>${t.columns.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead>
<tbody>${lines.map(row).join('\n')}</tbody></table>`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t.title} — ${safe(name)}</title><style>${contactStyle}</style></head>
<body><main><h1>${t.title}</h1><p class="quiet">${safe(name)}</p><p>${t.lead}</p>
${lines.length > 0 ? table : `<p>${t.none}</p>`}
<p class="quiet">${t.on} ${on}.${published ? ` ${t.published} ${published}.` : ''}</p></main></body></html>
`
}

export const readContacts = (
  { store }: InstitutionDeps,
  tenant: TenantId,
  language: 'ru' | 'en',
  now: Instant,
) =>
  store.inTenant(tenant, async (tx) => {
    const own = await tx.institutions.look()
    if (!own) return no('not_found')
    // As it holds today, so that nobody whose term is over is still shown.
    const { today, appointments } = await readRegister(tx, now)
    const published = await tx.appointments.published()
    const dayWords = (iso: string) => iso.slice(0, 10).split('-').reverse().join('.')
    return {
      ok: true as const,
      html: contactHtml(
        {
          name: own.name,
          on: dayWords(today.toString()),
          published:
            published && dayWords(published.at.toZonedDateTimeISO(own.zone).toPlainDate().toString()),
          lines: registerOn(appointments, today),
        },
        language,
      ),
    }
  })
