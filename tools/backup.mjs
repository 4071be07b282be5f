import { runProgram } from './runtime.mjs'

runProgram('packages/server/src/backup/backup-command.ts')
