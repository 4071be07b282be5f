// A school of 5,000: its list from a file, looked at and applied, and then searched.
import { applyImport, checkImport, listPeople } from '@ochno/contract/people'
import { startCluster } from '@ochno/testkit/cluster'
import { bootServer } from '@ochno/testkit/server'
import { type Figures, round, type Say } from '../scenario.ts'

export const targets = { import_5000_s: 30, search_p95_ms: 200 }

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

export async function run(say: Say): Promise<Figures> {
  const stopCluster = await startCluster()
  const server = await bootServer()
  try {
    const { client } = server.admin
    const body = list()
    const began = performance.now()
    const seen = await client.done(checkImport, { body })
    const looked = performance.now()
    const done = await client.done(applyImport, { query: { plan: seen.plan ?? '', verified: 'yes' }, body })
    const ended = performance.now()
    if (done.counts.added !== PEOPLE) throw new Error(`added ${done.counts.added}`)
    say(`looked at in ${round(looked - began, 0)} ms, applied in ${round(ended - looked, 0)} ms`)
    const took: number[] = []
    for (let i = 0; i < SEARCHES; i++) {
      const find = ['номер1', 'pupil', 'l-24', 'олеговна', '', 'никого'][i % 6] as string
      const from = performance.now()
      await client.done(listPeople, { query: { find, size: 100 } })
      took.push(performance.now() - from)
    }
    const sorted = took.toSorted((a, b) => a - b)
    return {
      import_5000_s: round((ended - began) / 1000),
      search_p95_ms: round(sorted[Math.floor(SEARCHES * 0.95)] ?? Number.NaN, 0),
    }
  } finally {
    await server.stop()
    await stopCluster()
  }
}
