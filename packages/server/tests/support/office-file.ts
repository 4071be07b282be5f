// What is inside a DOCX or XLSX, read by another program than the one that wrote it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { squeezed } from './pdf-text.ts'

const READ =
  'import sys,zipfile,xml.dom.minidom as x;t=zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]);x.parseString(t);sys.stdout.buffer.write(t)'

/** A part of the archive, once an XML parser has accepted it. */
export function part(archive: Uint8Array, name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ochno-print-'))
  try {
    const file = join(folder, 'archive.zip')
    writeFileSync(file, archive)
    const options = { maxBuffer: 64 * 1024 * 1024 }
    const { status, stdout, stderr } = spawnSync('python3', ['-c', READ, file, name], options)
    if (status !== 0) throw new Error(`${name}: ${stderr}`)
    return stdout.toString('utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' } as const

/** The text of a Word document without white space and without the underscores of blanks. */
export const wordText = (xml: string): string =>
  squeezed(
    [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)]
      .map(([, text = '']) => text)
      .filter((text) => !/^_+$/.test(text))
      .join(''),
  ).replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity as keyof typeof entities])
