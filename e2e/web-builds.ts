// Before the stories: a folder where each build of the web application is made once for all files of a run.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    webBuilds: string
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ochno-builds-'))
  project.provide('webBuilds', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
