// One project of tests with its report kept in .cache/tests, for the totals, the slowest ten and `npm run trace`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { nodeProgram, ourEnvironment, root } from './runtime.mjs'

/** In the order they run; vitest.config.ts says what each needs. */
export const testProjects = ['unit', 'integration', 'e2e', 'exams', 'record']

const reports = join(root, '.cache', 'tests')
export const reportOf = (project) => join(reports, `${project}.json`)
const empty = { passed: 0, failed: 0, skipped: 0, tests: [], broken: [] }

export function runTests(project, words = []) {
  mkdirSync(reports, { recursive: true })
  // What a few words chose is no picture of the whole: it leaves the report of the last full run alone.
  const report = words.length ? join(reports, `some-${project}.json`) : reportOf(project)
  rmSync(report, { force: true })
  const { status } = spawnSync(
    nodeProgram(),
    [
      ...[join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', project, ...words],
      ...['--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: root, env: ourEnvironment(), stdio: 'inherit' },
  )
  if (!existsSync(report)) return status === 0 ? empty : { ...empty, failed: 1 }
  const told = readReport(report)
  // An error outside any test is a failure without a failed test.
  if (status === 0 || told.failed > 0) return told
  const why = 'an error outside any test: see above'
  return { ...told, failed: 1, broken: [{ file: project, name: 'the run as a whole', why }] }
}

/** What the last lines of a long log must say again: a log is often kept only by its end. */
const shortly = (text) => text.split('\n').slice(0, 12).join('\n')
const brokenOf = (one, file) => [
  ...(one.status === 'failed' && one.assertionResults.length === 0
    ? [{ file, name: 'does not load', why: shortly(one.message ?? '') }]
    : []),
  ...one.assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => ({
      file,
      name: fullName,
      why: shortly((failureMessages ?? []).join('\n')),
    })),
]

export function readReport(file) {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
  const tests = testResults.flatMap((one) =>
    one.assertionResults.map(({ fullName, status, duration }) => ({
      file: one.name.replace(`${root}/`, ''),
      name: fullName,
      status,
      ms: duration ?? 0,
    })),
  )
  const broken = testResults.flatMap((one) => brokenOf(one, one.name.replace(`${root}/`, '')))
  const count = (status) => tests.filter((test) => test.status === status).length
  return {
    passed: count('passed'),
    failed: broken.length,
    skipped: tests.length - count('passed') - count('failed'),
    tests,
    broken,
  }
}
