// F-001-4: the instruction without a sign-in, for the institution's own site (001 7.5, 003 4.2.5, 004 6.3.5). It prints as it is.
import { registerOn, type RegisterLine } from '@ochno/domain/appointment/register'
import { type Instruction, instructionOf, type InstructionStep } from '@ochno/domain/document/instruction'
import type { TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { safe } from './contact-page.ts'
import { type InstitutionDeps, no } from './deps.ts'
import { readRegister } from './register.ts'

type Words = {
  readonly title: string
  readonly print: string
  readonly parts: readonly [steps: string, requirements: string, rules: string, contacts: string]
  readonly steps: Readonly<Record<InstructionStep, string>>
  /** P-16: what others in the room should know. */
  readonly others: string
  readonly check: string
  readonly all: string
  readonly noAct: string
  readonly nobody: string
}

const words: Readonly<Record<'ru' | 'en', Words>> = {
  ru: {
    title: 'Инструкция по прохождению аттестации с использованием системы прокторинга',
    print: 'Страницу можно напечатать или сохранить в PDF из меню браузера.',
    parts: ['1. Порядок действий', '2. Технические требования', '3. Правила', '4. Контакты'],
    steps: {
      enter: 'Войдите в личный кабинет под своим логином и паролем.',
      from_platform: 'Войдите в систему обучения и откройте экзамен оттуда.',
      consent:
        'Заранее прочитайте согласие и ответьте на него в личном кабинете. Отказ не нарушение: спросите, как сдать экзамен иначе.',
      equipment:
        'Проверьте оборудование: браузер, камеру, микрофон, экран и сеть. Это можно сделать в любой день до экзамена, а перед началом проверка повторится.',
      briefing: 'Прочитайте инструктаж преподавателя и подтвердите его.',
      name: 'Назовите вслух фамилию, имя и отчество.',
      document:
        'Покажите документ с фотографией. Всё, кроме имени и фотографии, можно закрыть: остальное не уйдёт с вашего компьютера.',
      account: 'Личность подтверждает вход под вашей учётной записью: никому её не передавайте.',
      rules: 'Прочитайте правила, подтвердите их и нажмите «Начать экзамен».',
      task: 'Выполните задание за отведённое время. Если что-то не работает, попросите помощи с этой же страницы.',
      finish:
        'Завершите экзамен и не закрывайте страницу, пока она не сообщит, что запись передана полностью.',
    },
    others:
      'Если в комнате есть другие люди, заранее предупредите их: камера и микрофон могут записать и их. Кто попал в запись, может письменно обратиться в учреждение и попросить копию, где его не видно и не слышно, или спросить, кто и зачем хранит запись. Ему ответят.',
    check: 'Проверить оборудование',
    all: 'Все технические требования',
    noAct: 'Акт о прокторинге ещё не действует, поэтому требований и правил здесь пока нет.',
    nobody: 'Сейчас здесь никто не указан. Обратитесь в учреждение.',
  },
  en: {
    title: 'How to take an assessment with proctoring',
    print: 'The page can be printed or saved as PDF from the menu of the browser.',
    parts: ['1. What to do', '2. Technical requirements', '3. Rules', '4. Contacts'],
    steps: {
      enter: 'Sign in with your own login and password.',
      from_platform: 'Sign in to the learning platform and open the exam from there.',
      consent:
        'Read the consent beforehand and answer it in your account. A no is no violation: ask how to take the exam otherwise.',
      equipment:
        'Check the equipment: browser, camera, microphone, screen and network. This can be done on any day before the exam; before the start the check is repeated.',
      briefing: 'Read the briefing of the teacher and confirm it.',
      name: 'Say your full name aloud.',
      document:
        'Show a document with a photograph. Everything but the name and the photograph may be covered: the rest does not leave your computer.',
      account: 'Signing in with your account confirms who you are: give it to nobody.',
      rules: 'Read the rules, confirm them and press “Start the exam”.',
      task: 'Do the task in the time given. If something does not work, ask for help on the same page.',
      finish: 'Finish the exam and keep the page open until it says that the whole recording was sent.',
    },
    others:
      'If other people are in the room, tell them beforehand: the camera and the microphone may record them too. Whoever was recorded may write to the institution and ask for a copy that does not show them, or who keeps the recording and why. They get an answer.',
    check: 'Check the equipment',
    all: 'All technical requirements',
    noAct: 'No act on proctoring is in force yet, so there are no requirements and rules here.',
    nobody: 'Nobody is named here now. Ask the institution.',
  },
}

export const instructionStyle = `*{box-sizing:border-box}
body{margin:0;padding:1rem;font:16px/1.5 system-ui,sans-serif;color:#1b1b1f;background:#fff}
main{max-width:48rem;margin:0 auto}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1.2rem;margin:1.5rem 0 .5rem}
p{margin:.25rem 0 1rem}.quiet{color:#4d4d57;font-size:.9rem}
li{margin:.3rem 0;overflow-wrap:break-word}a{color:#0b4bb3}
@media print{.screen{display:none}body{padding:0;font-size:11pt}h2{break-after:avoid}li{break-inside:avoid}}`

const list = (tag: 'ol' | 'ul', lines: readonly string[], lang = ''): string =>
  `<${tag}${lang}>${lines.map((line) => `<li>${safe(line)}</li>`).join('\n')}</${tag}>`

type Shown = {
  readonly tenant: string
  readonly name: string
  readonly act: string | null
  readonly instruction: Instruction | null
  readonly lines: readonly RegisterLine[]
}

/** `tenant` is an id, and nothing else reaches an address. */
export function instructionHtml(shown: Shown, language: 'ru' | 'en'): string {
  const { tenant, name, act, instruction, lines } = shown
  const t = words[language]
  const [steps, requirements, rules, contacts] = t.parts
  const who = lines.map(({ area, person, phone, email, hours }) =>
    [area, person, phone, email, hours].filter(Boolean).join(', '),
  )
  // The act speaks Russian whatever the page does.
  const russian = language === 'ru' ? '' : ' lang="ru"'
  const of = instruction
    ? `<h2>${steps}</h2>${list(
        'ol',
        instruction.steps.map((step) => t.steps[step]),
      )}
<h2>${requirements}</h2>${instruction.requirements.length > 0 ? list('ul', instruction.requirements, russian) : ''}
<p class="screen"><a href="/technical-requirements?institution=${tenant}" target="_blank" rel="noopener">${t.all}</a>, <a href="/exam/equipment" target="_blank" rel="noopener">${t.check}</a></p>
<h2>${rules}</h2>${list('ul', instruction.rules, russian)}
<p>${t.others}</p>`
    : `<p>${t.noAct}</p>`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t.title} — ${safe(name)}</title><style>${instructionStyle}</style></head>
<body><main><h1>${t.title}</h1><p class="quiet">${safe([name, act].filter(Boolean).join('. '))}</p>
<p class="quiet screen">${t.print}</p>
${of}
<h2>${contacts}</h2>${who.length > 0 ? list('ul', who) : `<p>${t.nobody}</p>`}
</main></body></html>
`
}

export const readInstruction = (
  { store }: Pick<InstitutionDeps, 'store'>,
  tenant: TenantId,
  language: 'ru' | 'en',
  now: Instant,
) =>
  store.inTenant(tenant, async (tx) => {
    const own = await tx.institutions.look()
    if (!own) return no('not_found')
    const act = (await tx.acts.list()).find(({ state }) => state === 'effective') ?? null
    const { today, appointments } = await readRegister(tx, now)
    const shown = {
      tenant,
      name: own.name,
      act: act?.card.title ?? null,
      instruction: act && instructionOf(act.policy),
      lines: registerOn(appointments, today),
    }
    return { ok: true as const, html: instructionHtml(shown, language) }
  })
