import { type ConsentPersonView, listMyConsents } from '@ochno/contract/consents'
import { IconFileCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { ConsentCard } from './consent-card.tsx'
import classes from './consents.module.css'
import { CopiesCard } from './copies-card.tsx'
import { LeftCard } from './left-card.tsx'
import { PaperCard } from './paper-card.tsx'

/** What a person and the children in his care are asked for. */
export function MyConsentsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const mine = useLoad(listMyConsents, {})
  return (
    <Page title={t('consents.mine.title')} lead={t('consents.mine.lead')} width="narrow">
      <LeftCard zone={zone} />
      <LoadView load={mine} rows={6}>
        {({ people, today }) => {
          const asked = people.filter(({ items, copies }) => items.length || copies.length)
          if (!asked.length)
            return (
              <Card>
                <Empty icon={IconFileCheck} title={t('consents.mine.none')}>
                  {t('consents.mine.noneText')}
                </Empty>
              </Card>
            )
          return asked.map((person) => (
            <PersonConsents key={person.account} person={person} zone={zone} today={today} />
          ))
        }}
      </LoadView>
    </Page>
  )
}

function PersonConsents({ person, zone, today }: { person: ConsentPersonView; zone: string; today: string }) {
  const { t } = useTranslation()
  const { exam, items } = person
  return (
    <Rows>
      {person.self ? null : (
        <h2 className={classes.person}>{t('consents.mine.child', { name: person.name })}</h2>
      )}
      {exam ? (
        <p className={classes.exam}>
          {t('consents.mine.exam', { title: exam.title })}, <When at={exam.opensAt} zone={zone} />
        </p>
      ) : null}
      {items.map((item) => (
        <ConsentCard key={item.kind} person={person} item={item} />
      ))}
      {items.some(({ onPaper }) => onPaper) ? <PaperCard person={person} zone={zone} today={today} /> : null}
      {person.copies.length ? <CopiesCard person={person} /> : null}
    </Rows>
  )
}
