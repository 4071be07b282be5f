import type { ReplyOf } from '../../api/client.ts'
import type { previewAct } from '@ochno/contract/acts'
import { useTranslation } from 'react-i18next'
import { Card, Columns } from '../../ui/page.tsx'
import classes from './acts.module.css'

const readers = ['examinee', 'proctor', 'teacher'] as const

/** What people of three roles will read, each as a sheet of its own. */
export function PreviewView({ said }: { said: ReplyOf<typeof previewAct> }) {
  const { t } = useTranslation()
  return (
    <Columns>
      {readers.map((reader) => (
        <Card key={reader} title={t(`acts.preview.${reader}`)}>
          {said[reader].length ? (
            <ul className={classes.told} lang="ru">
              {said[reader].map((sentence) => (
                <Sentence key={sentence} sentence={sentence} />
              ))}
            </ul>
          ) : (
            <p>{t('acts.preview.nothing')}</p>
          )}
        </Card>
      ))}
    </Columns>
  )
}

/** «п.» stays with its number. */
const unbroken = (text: string): string => text.replace(/(п\.|прил\.) /g, '$1\u00a0')

/** The clause or the ground, in brackets at the end, is read after the rule. */
function Sentence({ sentence }: { sentence: string }) {
  const [, rule = sentence, ground] = /^(.*) (\(.+\))\.$/s.exec(sentence) ?? []
  return (
    <li>
      {ground ? `${rule} ` : rule}
      {ground ? <small>{unbroken(ground)}</small> : null}
    </li>
  )
}
