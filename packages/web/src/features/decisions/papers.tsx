import { Anchor } from '@mantine/core'
import type { PaperView } from '@ochno/contract/protocols'
import { useTranslation } from 'react-i18next'
import classes from './decisions.module.css'

export function Papers({ session, papers }: { session: string; papers: readonly PaperView[] }) {
  const { t } = useTranslation()
  if (papers.length === 0) return null
  return (
    <ul className={classes.list}>
      {papers.map((paper) => (
        <li key={paper.id}>
          <Anchor href={`/api/sessions/${session}/papers/${paper.id}`} download>
            {t('decisions.paper', { name: paper.name, kind: paper.kind.toUpperCase() })}
          </Anchor>
        </li>
      ))}
    </ul>
  )
}
