import { NativeSelect } from '@mantine/core'
import { listGroupPlaces, type PartView, placeGroup } from '@ochno/contract/institution'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'
import classes from './institution.module.css'

/** Groups of people and where they belong; a choice is kept at once. */
export function GroupPlaces({ parts }: { parts: readonly PartView[] }) {
  const { t } = useTranslation()
  const groups = useLoad(listGroupPlaces, {})
  const placing = useDo(placeGroup, [listGroupPlaces])
  const data = (kind: 'branch' | 'programme', none: string) => [
    { value: '', label: none },
    ...parts.filter(({ facts }) => facts.kind === kind).map(({ id, name }) => ({ value: id, label: name })),
  ]
  if (!parts.some(({ facts }) => facts.kind === 'branch' || facts.kind === 'programme')) return null
  return (
    <Card title={t('institution.groups.title')} lead={t('institution.groups.lead')}>
      {placing.failure ? <FailureNotice failure={placing.failure} /> : null}
      <LoadView load={groups} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={classes.quiet}>{t('institution.groups.none')}</p>
          ) : (
            <ul className={classes.list}>
              {rows.map(({ id, name, branch, programme }) => {
                const place = (to: { branch: string | null; programme: string | null }) =>
                  void placing.run({ params: { gid: id }, body: to })
                return (
                  <li key={id} className={classes.item}>
                    <p className={`${classes.what} ${classes.name}`}>{name}</p>
                    <NativeSelect
                      aria-label={t('institution.groups.branchOf', { name })}
                      value={branch ?? ''}
                      onChange={(event) => place({ branch: event.currentTarget.value || null, programme })}
                      data={data('branch', t('institution.head'))}
                    />
                    <NativeSelect
                      aria-label={t('institution.groups.programmeOf', { name })}
                      value={programme ?? ''}
                      onChange={(event) => place({ branch, programme: event.currentTarget.value || null })}
                      data={data('programme', t('institution.groups.noProgramme'))}
                    />
                  </li>
                )
              })}
            </ul>
          )
        }
      </LoadView>
    </Card>
  )
}
