// Part of the gate: every id that stands in a test exists.
import { testFiles, unknownIn } from './trace-ids.mjs'

const files = testFiles()
const unknown = unknownIn(files)
console.log(
  unknown.map(({ id, where }) => `${where}: ${id} does not exist`).join('\n') ||
    `trace: ${files.length} test files`,
)
process.exit(unknown.length || !files.length ? 1 : 0)
