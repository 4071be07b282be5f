// npm run forms [-- folder]: every form with invented data, as PDF, DOCX and, where poppler is installed, pictures of the pages.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { forms } from '@ochno/domain/document/forms'
import { printProcess } from './printer.ts'

const folder = resolve(process.argv[2] ?? join('.cache', 'forms'))
mkdirSync(folder, { recursive: true })
const printer = printProcess((as, what) => console.error(`${as}: ${what}`))
let failed = 0
let pictures = 0
for (const { id, name, sample } of forms) {
  const document = sample()
  for (const as of ['pdf', 'docx'] as const) {
    const printed = await printer[as](document)
    if (printed.ok) writeFileSync(join(folder, `${id}.${as}`), printed.bytes)
    else {
      failed++
      console.error(`✖ ${id} ${name} ${as}: ${printed.why}`)
    }
  }
  const drawn = spawnSync('pdftoppm', ['-r', '80', '-png', `${id}.pdf`, id], { cwd: folder, stdio: 'ignore' })
  if (drawn.status === 0) pictures++
  console.log(`${id}  ${name}`)
}
printer.stop()
console.log(`\n${folder}: ${forms.length} × PDF + DOCX${pictures > 0 ? ' + PNG' : ''}`)
process.exitCode = failed > 0 ? 1 : 0
