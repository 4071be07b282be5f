// Before the stories: the folder where each build of the web application is made once, for all runs of the same sources.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { webFingerprint } from '../tools/web-sources.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    webBuilds: string
  }
}

const all = join(import.meta.dirname, '../.cache/web-builds')
const HOUR = 3_600_000

export default function setup(project: TestProject): void {
  const folder = join(all, webFingerprint().slice(0, 16))
  mkdirSync(folder, { recursive: true })
  project.provide('webBuilds', folder)
  // Builds of other sources may be of a run beside this one; after some hours they are of none.
  for (const name of readdirSync(all)) {
    const old = join(all, name)
    if (old !== folder && Date.now() - statSync(old).mtimeMs > 3 * HOUR)
      rmSync(old, { recursive: true, force: true })
  }
}
