import { runProgram } from './runtime.mjs'

runProgram('packages/server/src/backup/restore-command.ts')
