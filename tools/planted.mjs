// Plants wrong rules into a copy of packages/domain, one at a time, and runs the unit tests beside the changed file. A wrong rule
// that no test notices is a weak test: it fails.
//   node tools/planted.mjs             every error of packages/domain/planted/errors.mjs
//   node tools/planted.mjs calendar    those in files whose path holds the word
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { planted } from '../packages/domain/planted/errors.mjs'

const root = join(import.meta.dirname, '..')

function copyOfDomain() {
  const copy = mkdtempSync(join(tmpdir(), 'ochno-planted-'))
  cpSync(join(root, 'packages/domain/src'), join(copy, 'packages/domain/src'), { recursive: true })
  cpSync(join(root, 'packages/domain/package.json'), join(copy, 'packages/domain/package.json'))
  cpSync(join(root, 'docs/spec'), join(copy, 'docs/spec'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** What the unit tests of one folder of the copy say; null when they pass. */
function complaint(copy, folder) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--root', copy, '--bail', '1', '--testTimeout', '60000', `src/${folder}/`],
    ],
    { cwd: copy, encoding: 'utf8' },
  )
  return status === 0 ? null : `${stdout}${stderr}`
}

/** Tries each error; `missed` are the ones no test noticed, `gone` those whose text is no longer in the file. */
export function tryPlanted(errors, say = () => {}) {
  const copy = copyOfDomain()
  const [found, missed, gone] = [[], [], []]
  try {
    for (const folder of new Set(errors.map(([file]) => dirname(file)))) {
      const words = complaint(copy, folder)
      if (words) throw new Error(`the tests of ${folder} fail before anything is planted:\n${words}`)
    }
    for (const error of errors) {
      const [file, from, to] = error
      const path = join(copy, 'packages/domain/src', file)
      const right = readFileSync(path, 'utf8')
      if (!right.includes(from)) gone.push(error)
      else {
        writeFileSync(
          path,
          right.replace(from, () => to),
        )
        const noticed = complaint(copy, dirname(file)) !== null
        writeFileSync(path, right)
        ;(noticed ? found : missed).push(error)
        say(
          `${noticed ? 'found ' : 'MISSED'}  ${file}: ${from.split('\n')[0]}  ->  ${to.split('\n')[0] || '(nothing)'}`,
        )
      }
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  return { found, missed, gone }
}

if (import.meta.filename === process.argv[1]) {
  const words = process.argv.slice(2)
  const errors = planted.filter(([file]) => words.length === 0 || words.some((word) => file.includes(word)))
  const { found, missed, gone } = tryPlanted(errors, (line) => console.log(line))
  for (const [file, from] of gone) console.log(`GONE    ${file}: ${from}`)
  console.log(`\n${found.length} of ${errors.length} planted errors were found`)
  process.exit(missed.length + gone.length > 0 ? 1 : 0)
}
