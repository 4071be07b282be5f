import { Button } from '@mantine/core'
import { type InstitutionView, readInstitution } from '@ochno/contract/institution'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { GroupPlaces } from './group-places.tsx'
import { NameForm } from './name-form.tsx'
import { PartList } from './part-list.tsx'

/** What the institution is called and what it consists of. */
export function InstitutionPage() {
  const { t } = useTranslation()
  const me = useMe()
  const found = useLoad(readInstitution, {})
  return (
    <Page
      title={t('admin.institution.title')}
      lead={t('admin.institution.lead')}
      width="narrow"
      actions={
        <Button component={Link} to="/institution/setup" variant="default">
          {t('institution.setup.open')}
        </Button>
      }
    >
      <Card>{me.is === 'ready' ? <NameForm institution={me.value.institution} /> : null}</Card>
      <LoadView load={found} rows={8}>
        {(view) => <Parts view={view} />}
      </LoadView>
    </Page>
  )
}

function Parts({ view }: { view: InstitutionView }) {
  const { t } = useTranslation()
  const warned = view.parts.filter(({ onlyRemote }) => onlyRemote)
  return (
    <>
      {warned.length === 0 ? null : (
        <Notice tone="warn" title={t('institution.onlyRemote.title')}>
          {t('institution.onlyRemote.text', { names: warned.map(({ name }) => `«${name}»`).join(', ') })}
        </Notice>
      )}
      {(['technology', 'programme', 'branch', 'unit'] as const).map((kind) => (
        <PartList key={kind} kind={kind} parts={view.parts} />
      ))}
      <GroupPlaces parts={view.parts} />
    </>
  )
}
