// Loaded before a server that will be killed: what Node compiled is written down while it still can be.
import { readdirSync } from 'node:fs'
import { flushCompileCache, getCompileCacheDir } from 'node:module'

const AFTER_MS = 2000
const dir = getCompileCacheDir()
const there = (): boolean => {
  try {
    return dir !== undefined && readdirSync(dir).length > 100
  } catch {
    return false
  }
}
if (!there()) setTimeout(flushCompileCache, AFTER_MS).unref()
