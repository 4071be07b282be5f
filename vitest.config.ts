import { defineConfig } from 'vitest/config'

const minutes = (n: number) => n * 60_000

// What a recorder makes of a whole processor; F-01 mostly waits and goes with the screens.
const recorderAlone = ['e2e/F-0[2-9]*.test.ts', 'e2e/recording.test.ts', 'e2e/slow-line.test.ts']

// Four kinds, by what they need: nothing, real PostgreSQL and sockets, a real browser, a real browser and the machine to itself.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'packages/*/src/**/*.test.tsx', 'tools/**/*.test.ts'],
          testTimeout: minutes(1),
        },
      },
      {
        test: {
          name: 'integration',
          include: ['packages/*/tests/**/*.test.ts'],
          globalSetup: ['packages/testkit/src/cluster.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: minutes(3),
          hookTimeout: minutes(1),
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: recorderAlone,
          globalSetup: ['packages/testkit/src/cluster.ts', 'e2e/web-builds.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: minutes(6),
          hookTimeout: minutes(4),
        },
      },
      {
        test: {
          name: 'record',
          include: recorderAlone,
          globalSetup: ['packages/testkit/src/cluster.ts', 'e2e/web-builds.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: minutes(6),
          hookTimeout: minutes(2),
        },
      },
    ],
  },
})
