import { Button } from '@mantine/core'
import { type PartView, readInstitution, removePart } from '@ochno/contract/institution'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './institution.module.css'
import { PartDialog, type PartKind } from './part-dialog.tsx'

/** One list of what the institution consists of. */
export function PartList({ kind, parts }: { kind: PartKind; parts: readonly PartView[] }) {
  const { t } = useTranslation()
  const removing = useDo(removePart, [readInstitution])
  const [open, setOpen] = useState<PartView | 'new' | null>(null)
  const facts = useFacts(parts)
  const rows = parts.filter((part) => part.facts.kind === kind)
  return (
    <Card
      title={t(`institution.parts.${kind}.title`)}
      lead={t(`institution.parts.${kind}.lead`)}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setOpen('new')}
        >
          {t(`institution.parts.${kind}.add`)}
        </Button>
      }
    >
      {removing.failure ? <FailureNotice failure={removing.failure} /> : null}
      {rows.length === 0 ? <p className={classes.quiet}>{t('institution.parts.none')}</p> : null}
      <ul className={classes.list}>
        {rows.map((part) => (
          <li key={part.id} className={classes.item}>
            <div className={classes.what}>
              <p className={classes.name}>{part.name}</p>
              <p className={classes.quiet}>{facts(part)}</p>
              {part.onlyRemote ? <StateMark tone="warn" word={t('institution.onlyRemote.mark')} /> : null}
            </div>
            <div className={classes.acts}>
              <Button
                size="xs"
                variant="default"
                aria-label={t('institution.parts.changeOf', { name: part.name })}
                onClick={() => setOpen(part)}
              >
                {t('institution.parts.change')}
              </Button>
              <Button
                size="xs"
                variant="default"
                aria-label={t('institution.parts.removeOf', { name: part.name })}
                onClick={() => void removing.run({ params: { part: part.id } })}
              >
                {t('institution.parts.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {open ? (
        <PartDialog
          kind={kind}
          part={open === 'new' ? null : open}
          parts={parts}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Card>
  )
}

/** What is known of one, in a line. */
function useFacts(parts: readonly PartView[]) {
  const { t } = useTranslation()
  return ({ facts }: PartView): string => {
    const at = 'branch' in facts ? (parts.find(({ id }) => id === facts.branch)?.name ?? '') : ''
    const words = (): string[] => {
      switch (facts.kind) {
        case 'branch':
          return [facts.city, facts.address]
        case 'unit':
          return [t(`institution.does.${facts.does}`), at]
        case 'programme':
          return [
            facts.code,
            t(`institution.levels.${facts.level}`),
            t(`institution.forms.${facts.studyForm}`),
            facts.elearning ? t('institution.programme.elearningShort') : '',
            facts.distance ? t('institution.programme.distanceShort') : '',
            facts.notOnlyRemote ? t('institution.programme.order932Short') : '',
            at,
          ]
        case 'technology':
          return [
            t(`institution.posts.${facts.post}`),
            ...facts.topics.map((topic) => t(`support.topics.${topic}`)),
          ]
      }
    }
    return words().filter(Boolean).join(' · ')
  }
}
