import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A poll that is given no limit of its own waits as long as a busy machine may need. */
const patient = { poll: { timeout: 20_000 } }
const minutes = (n: number) => n * 60_000
/** At night more sit in browsers at once than the machine has processors for (e2e/patience.ts). */
const night = process.env.OCHNO_NIGHTLY === '1' ? 5 : 1
const patientInBrowsers = { poll: { timeout: 20_000 * night } }

// Browsers that record or play, measured by their pauses: nothing runs beside them.
const inBrowsers = [
  'packages/capture/tests/recorder.test.ts',
  'packages/capture/tests/firefox.test.ts',
  'packages/web/tests/player.test.ts',
]
// Whole exams that are recorded: two side by side. F-01 mostly waits and goes with the screens.
const inExams = [
  'e2e/day-004.test.ts',
  'e2e/detection-*.test.ts',
  'e2e/F-0[2-9]*.test.ts',
  'e2e/recording.test.ts',
  'e2e/slow-line.test.ts',
]

/** What takes minutes begins first, or everything else waits for it alone at the end. */
const longest = [
  'e2e/day-004.test.ts',
  'e2e/story-003.test.ts',
  'e2e/story-004.test.ts',
  'e2e/story-000.test.ts',
  'e2e/story-001.test.ts',
  'e2e/F-01.network-cut.test.ts',
  'e2e/screens-gallery.test.ts',
  'packages/testkit/tests/sim.test.ts',
  'packages/server/tests/F-05.kill9.test.ts',
  'packages/server/tests/F-06.power-cut.test.ts',
  'packages/server/tests/F-19.bad-input.test.ts',
]
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(name))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/** Real PostgreSQL, the built application and browsers, so many files side by side. */
const withBrowsers = (maxWorkers: number) => ({
  expect: patientInBrowsers,
  globalSetup: ['packages/testkit/src/cluster.ts', 'e2e/web-builds.ts'],
  pool: 'forks' as const,
  maxWorkers,
  testTimeout: minutes(6 * night),
  hookTimeout: minutes(4),
})

// Five kinds, by what they need: nothing, real PostgreSQL and sockets, a real browser, one that records, one with the machine to itself.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'packages/*/src/**/*.test.tsx', 'tools/**/*.test.ts'],
          // Pure code: what a file replaces it puts back, and modules are read once, not three hundred times.
          isolate: false,
          testTimeout: minutes(1),
        },
      },
      {
        test: {
          name: 'integration',
          include: ['packages/*/tests/**/*.test.ts'],
          exclude: inBrowsers,
          expect: patient,
          globalSetup: ['packages/testkit/src/cluster.ts'],
          pool: 'forks',
          // More than the two cores: much of it is waiting.
          maxWorkers: 4,
          testTimeout: minutes(6),
          hookTimeout: minutes(4),
        },
      },
      { test: { name: 'e2e', include: ['e2e/**/*.test.ts'], exclude: inExams, ...withBrowsers(3) } },
      { test: { name: 'exams', include: inExams, ...withBrowsers(2) } },
      {
        test: {
          name: 'record',
          include: inBrowsers,
          expect: patient,
          globalSetup: ['packages/testkit/src/cluster.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: minutes(6),
          hookTimeout: minutes(4),
        },
      },
    ],
  },
})
