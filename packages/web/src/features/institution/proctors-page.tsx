import { Button } from '@mantine/core'
import { listProctors, type ProctorLine } from '@ochno/contract/appointments'
import { IconUserCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBranches } from '../../api/branches.ts'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { BranchFilter } from '../../ui/branch-filter.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './institution.module.css'
import { useLacks } from './lacks.ts'
import { ProctorDialog } from './proctor-dialog.tsx'
import { StandingDialog } from './standing-dialog.tsx'
import { StandingLines } from './standing-lines.tsx'
import { ProctorForms } from './proctor-forms.tsx'

const variants = ['sync', 'async', 'offline'] as const

/** Proctors and their papers: whom the act in force lets watch, and what the others lack. */
export function ProctorsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const branches = useBranches()
  const [branch, setBranch] = useState('')
  const found = useLoad(listProctors, { query: branch ? { branch } : {} })
  const [open, setOpen] = useState<ProctorLine | null>(null)
  const [printing, setPrinting] = useState(false)
  const [standing, setStanding] = useState<ProctorLine | null>(null)
  const bars = me.is === 'ready' && may(me.value, 'proctors.bar')
  const manages = me.is === 'ready' && may(me.value, 'institution.manage')
  return (
    <Page
      title={t('institution.proctors.title')}
      lead={t('institution.proctors.lead')}
      actions={
        found.is === 'ready' && found.value.rows.length ? (
          <Button variant="default" onClick={() => setPrinting(true)}>
            {t('filledForms.proctors.open')}
          </Button>
        ) : null
      }
    >
      <BranchFilter branches={branches} value={branch} onChange={setBranch} />
      <LoadView load={found} rows={5}>
        {({ demanded, rows }) => (
          <Rows>
            {demanded ? null : <Notice tone="info" title={t('institution.proctors.notDemanded')} />}
            {rows.length === 0 ? (
              <Empty
                icon={IconUserCheck}
                title={t('institution.proctors.none')}
                action={
                  manages ? (
                    <Button component={Link} to="/people">
                      {t('institution.proctors.toPeople')}
                    </Button>
                  ) : null
                }
              >
                {t('institution.proctors.noneText')}
              </Empty>
            ) : (
              <Card>
                <ul className={classes.list}>
                  {rows.map((line) => (
                    <ProctorItem
                      key={line.person.id}
                      line={line}
                      onOpen={manages && line.state !== 'dismissed' ? () => setOpen(line) : null}
                      onStanding={bars && line.state !== 'dismissed' ? () => setStanding(line) : null}
                    />
                  ))}
                </ul>
              </Card>
            )}
            {printing ? <ProctorForms branch={branch} onClose={() => setPrinting(false)} /> : null}
            {open ? <ProctorDialog line={open} onClose={() => setOpen(null)} /> : null}
            {standing ? <StandingDialog line={standing} onClose={() => setStanding(null)} /> : null}
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}

function ProctorItem({
  line,
  onOpen,
  onStanding,
}: {
  line: ProctorLine
  onOpen: (() => void) | null
  onStanding: (() => void) | null
}) {
  const { t } = useTranslation()
  const lacks = useLacks()
  const { person, missing, warnings, card } = line
  const barred = line.state === 'suspended' || line.state === 'dismissed' ? line.state : null
  const may = variants.filter((variant) => missing[variant].length === 0)
  const reasons = [...new Set(variants.flatMap((variant) => missing[variant]))]
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <p className={classes.name}>{person.name}</p>
        {card.employer === 'institution' ? null : (
          <p className={classes.quiet}>
            {t('institution.proctors.outside', { provider: card.contract?.provider ?? '' })}
          </p>
        )}
        <StandingLines line={line} />
        {reasons.length === 0 || barred ? null : (
          <ul className={classes.plain}>
            {reasons.map((why) => (
              <li key={why}>
                {why === 'proctor_not_trained'
                  ? t('institution.proctors.notTrained', {
                      what: variants
                        .filter((variant) => missing[variant].includes(why))
                        .map((one) => t(`institution.proctors.variants.${one}`))
                        .join(', '),
                    })
                  : lacks(why)}
              </li>
            ))}
          </ul>
        )}
        {warnings.map((why) => (
          <p key={why} className={classes.quiet}>
            {t(`institution.proctors.warnings.${why}`)}
          </p>
        ))}
      </div>
      <StateMark
        tone={barred ? 'bad' : may.length === variants.length ? 'ok' : may.length > 0 ? 'warn' : 'bad'}
        word={
          barred
            ? t(`institution.standing.states.${barred}`)
            : may.length === variants.length
              ? t('institution.proctors.may')
              : may.length > 0
                ? t('institution.proctors.mayOnly', {
                    what: may.map((one) => t(`institution.proctors.variants.${one}`)).join(', '),
                  })
                : t('institution.proctors.mayNot')
        }
      />
      {onOpen ? (
        <Button
          size="xs"
          variant="default"
          aria-label={t('institution.proctors.papersOf', { name: person.name })}
          onClick={onOpen}
        >
          {t('institution.proctors.papers')}
        </Button>
      ) : null}
      {onStanding ? (
        <Button
          size="xs"
          variant="default"
          aria-label={t(`institution.standing.${line.state === 'suspended' ? 'changeOf' : 'buttonOf'}`, {
            name: person.name,
          })}
          onClick={onStanding}
        >
          {t(line.state === 'suspended' ? 'institution.standing.change' : 'institution.standing.button')}
        </Button>
      ) : null}
    </li>
  )
}
