import { Button, Checkbox } from '@mantine/core'
import { type MyPapers, readMyPapers, sayOwnWord } from '@ochno/contract/appointments'
import { proctorRefusals } from '@ochno/domain/appointment/proctor-rules'
import { IconCheck, IconUserCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useDay } from './day.ts'
import classes from './institution.module.css'

const variants = ['sync', 'async', 'offline'] as const

/** SM-14: what a proctor says himself, and what still keeps him from watching. */
export function MyPapersPage() {
  const { t } = useTranslation()
  const found = useLoad(readMyPapers, {})
  return (
    <Page title={t('institution.own.title')} lead={t('institution.own.lead')} width="narrow">
      <LoadView load={found} rows={5}>
        {(papers) => (
          <Rows gap="lg">
            <Standing papers={papers} />
            {papers.words.length === 0 ? (
              <Empty icon={IconUserCheck} title={t('institution.own.nothing')}>
                {t('institution.own.nothingText')}
              </Empty>
            ) : (
              papers.words.map((one) => <Word key={one.word} one={one} papers={papers} />)
            )}
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}

function Standing({ papers }: { papers: MyPapers }) {
  const { t } = useTranslation()
  const day = useDay()
  const { standing, missing } = papers
  if (standing)
    return (
      <Notice
        tone="warn"
        title={t(`institution.own.barred.${standing.deed === 'dismiss' ? 'dismiss' : 'suspend'}`, {
          day: day(standing.from),
        })}
      >
        {t('institution.own.why', { why: standing.why })}
      </Notice>
    )
  const open = variants.filter((variant) => missing[variant].length === 0)
  if (open.length === variants.length) return <Notice tone="ok" title={t('institution.own.may')} />
  const named = (some: readonly (typeof variants)[number][]) =>
    some.map((one) => t(`institution.proctors.variants.${one}`)).join(', ')
  return (
    <Notice
      tone="info"
      title={open.length ? t('institution.own.mayOnly', { what: named(open) }) : t('institution.own.mayNot')}
    >
      <ul className={classes.plain}>
        {Object.values(proctorRefusals).map((why) => {
          const without = variants.filter((variant) => missing[variant].includes(why))
          return without.length ? (
            <li key={why}>{t(`institution.own.lacks.${why}`, { what: named(without) })}</li>
          ) : null
        })}
      </ul>
    </Notice>
  )
}

function Word({ one, papers }: { one: MyPapers['words'][number]; papers: MyPapers }) {
  const { t } = useTranslation()
  const day = useDay()
  const me = useMe()
  // Whoever was suspended has no role left to read it with.
  const reads = me.is === 'ready' && may(me.value, 'act.read')
  const { word, said, about } = one
  return (
    <Card
      title={t(`institution.own.words.${word}`)}
      actions={
        <StateMark
          quiet
          tone={said ? 'ok' : 'warn'}
          word={
            said
              ? t(
                  `institution.own.said.${said.how === 'own' && about && word !== 'secrecy' ? 'heldBefore' : said.how}`,
                  { day: day(said.on) },
                )
              : t('institution.own.waits')
          }
        />
      }
    >
      <Rows>
        {word === 'regulation' && papers.act && reads ? (
          <p className={classes.quiet}>
            <Link to={`/acts/${papers.act.id}`}>
              {t('institution.own.read', { title: papers.act.quote })}
            </Link>
          </p>
        ) : null}
        {word === 'review_instruction' ? (
          <p className={classes.quiet}>
            <Link to="/review-instruction">
              {t('institution.own.read', { title: t('institution.own.words.review_instruction') })}
            </Link>
          </p>
        ) : null}
        {said?.sheet ? (
          <p className={classes.quiet}>{t('institution.own.sheet', { sheet: said.sheet })}</p>
        ) : null}
        {about ? (
          <p className={classes.quiet}>
            {word === 'secrecy'
              ? t('institution.own.about.secrecy', { what: about.what })
              : word === 'instructed'
                ? t('institution.own.about.instructed', { day: day(about.on), what: about.what })
                : t('institution.own.about.trained', { day: day(about.on) })}
          </p>
        ) : null}
        {said || papers.standing ? null : <Say one={one} papers={papers} />}
      </Rows>
    </Card>
  )
}

function Say({ one: { word }, papers }: { one: MyPapers['words'][number]; papers: MyPapers }) {
  const { t } = useTranslation()
  const [ticked, setTicked] = useState(false)
  const saying = useDo(sayOwnWord, [readMyPapers])
  const title = t(`institution.own.words.${word}`)
  return (
    <Rows>
      {saying.failure ? <FailureNotice failure={saying.failure} /> : null}
      <Checkbox
        size="md"
        label={t(`institution.own.promise.${word}`)}
        checked={ticked}
        onChange={(event) => setTicked(event.currentTarget.checked)}
      />
      <Bar>
        <Button
          color="accent.7"
          leftSection={<IconCheck size={18} aria-hidden />}
          disabled={!ticked}
          loading={saying.busy}
          aria-label={t('institution.own.confirmFor', { title })}
          onClick={() => void saying.run({ params: { word }, body: { act: papers.act?.id ?? null } })}
        >
          {t('institution.own.confirm')}
        </Button>
      </Bar>
    </Rows>
  )
}
