import { runProgram } from './runtime.mjs'

runProgram('packages/server/src/fsck/fsck-command.ts')
