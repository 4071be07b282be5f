// Labelled clips laid beside the project, where they are: 640 by 480, two pictures a second, a label for each.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LabelledClip, Labels } from './synthetic.ts'

export const mediaFolder = process.env.OCHNO_MEDIA ?? join(import.meta.dirname, '../../../shared/media')

export function labelledClips(): readonly LabelledClip[] {
  const folder = join(mediaFolder, 'clips')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const cut = name.lastIndexOf('_')
      const labels = JSON.parse(readFileSync(join(folder, name, 'labels.json'), 'utf8')) as Labels[]
      return {
        name,
        event: name.slice(0, cut),
        subject: name.slice(cut + 1),
        labels,
        pictures: labels.map(
          (_, i) => () => readFileSync(join(folder, name, `${String(i).padStart(3, '0')}.jpg`)),
        ),
      }
    })
}
