import { Button, Radio } from '@mantine/core'
import type { AttentionView } from '@ochno/contract/attention'
import { readConduct, readMarks, type StandingView } from '@ochno/contract/conduct'
import type { WallTile } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import { IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { clock } from '../../ui/clock.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { CallForm, CallNow } from './call-form.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { MarkForm, type MarkHint } from './mark-form.tsx'
import { OpenNow } from './open-now.tsx'
import { type DeskRules, PermittedHere } from './permitted-here.tsx'
import { ReasonForm } from './reason-form.tsx'
import type { Addressee } from './send-to-each.ts'
import { StopForm } from './stop-form.tsx'
import { TalkForm } from './talk-form.tsx'
import { TalkLog } from './talk-log.tsx'
import classes from './talk.module.css'
import { TrustHere } from './trust-here.tsx'
import { UnjudgedForm } from './unjudged-form.tsx'
import { useNow } from './wall-clock.ts'
import { type Deed, deeds } from './wall-keys.ts'

type PanelProps = {
  readonly tile: WallTile
  /** All on the wall whom a message can reach now. */
  readonly everybody: readonly Addressee[]
  readonly deed: Deed
  /** The hint a mark is about. */
  readonly hint: MarkHint | null
  readonly shownAt: () => number | null
  /** Shows what happened then, by the server's clock. */
  readonly onMoment: (fromMs: number) => void
  readonly attention: AttentionView | null
  readonly onDeed: (deed: Deed) => void
  /** What waited for somebody to look has been looked at. */
  readonly onSeen: () => void
  readonly onClose: () => void
}

/** R0-1.4i, R1-5.2b: what a proctor says and does to one person, beside the picture and on the record. */
export function TalkPanel(props: PanelProps) {
  const { tile, attention, onSeen, onClose } = props
  const nowMs = useNow()
  const { t } = useTranslation()
  const session = tile.session as SessionId
  const load = useLoad(readConduct, { params: { sid: session }, query: { after: 0 } }, { everyMs: 1_500 })
  const listed = useLoad(readMarks, { params: { sid: session } })
  const rules = listed.is === 'ready' ? listed.value : null
  const marks = rules?.marks ?? []
  const wordingOf = (code: string) => marks.find((one) => one.code === code)?.wording ?? code
  const waiting = attention?.openAlerts.length ?? 0
  useEffect(() => {
    if (waiting > 0) onSeen()
  }, [waiting, onSeen])
  return (
    <aside className={classes.panel} aria-label={t('proctor.talk.with', { name: tile.examinee.name })}>
      <header className={classes.head}>
        <h2 className={classes.name}>{tile.examinee.name}</h2>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          leftSection={<IconX size={18} aria-hidden />}
          onClick={onClose}
        >
          {t('common.close')}
        </Button>
      </header>
      <PermittedHere session={session} rules={rules} />
      <TrustHere session={session} began={tile.authorizedAt} onMoment={props.onMoment} />
      <LoadView load={load} rows={4}>
        {({ rows, now, standing }) => (
          <>
            <Counted standing={standing} attention={attention} />
            <CallNow
              session={session}
              name={tile.examinee.name}
              standing={standing}
              onCall={props.deed === 'call' ? null : () => props.onDeed('call')}
            />
            <OpenNow session={session} standing={standing} nowMs={nowMs} wordingOf={wordingOf} />
            <TalkLog session={session} rows={rows} marks={marks} calls={standing.calls} />
            <Deeds {...props} rules={rules} standing={standing} now={now} />
          </>
        )}
      </LoadView>
    </aside>
  )
}

/** R4-7.5a: the counter of warnings, confirmed violations, time given back, and how much attention this person had. */
function Counted({ standing, attention }: { standing: StandingView; attention: AttentionView | null }) {
  const { t } = useTranslation()
  const { warnings, violations, givenMs, absences } = standing
  return (
    <p className={classes.counted}>
      <span>{t('wall.counted.warnings', { given: warnings.given, sent: warnings.sent })}</span>
      <span>{t('wall.counted.violations', { count: violations })}</span>
      {givenMs > 0 ? <span>{t('wall.counted.given', { time: clock(givenMs) })}</span> : null}
      {absences.times > 0 ? (
        <span>{t('wall.counted.away', { count: absences.times, time: clock(absences.declaredMs) })}</span>
      ) : null}
      {attention ? (
        <span>
          {t('wall.counted.attention', {
            enlarged: clock(attention.enlargedS * 1000),
            listened: clock(attention.listenedS * 1000),
            answered: attention.alertsAnswered,
            alerts: attention.alerts,
          })}
        </span>
      ) : null}
    </p>
  )
}

type DeedsProps = PanelProps & {
  readonly rules: DeskRules | null
  readonly standing: StandingView
  readonly now: string
}

/** TR-46: what the act does not give is not offered. */
const offered = (rules: DeskRules | null): readonly Deed[] =>
  deeds.filter((deed) => {
    if (!rules) return deed === 'chat'
    if (deed === 'warning') return rules.may.warnBy.length > 0
    if (deed === 'scan') return rules.may.scan
    return true
  })

function Deeds({ tile, everybody, hint, shownAt, deed, onDeed, rules, standing, now }: DeedsProps) {
  const { t } = useTranslation()
  const { session } = tile
  const may = offered(rules)
  const chosen = may.includes(deed) ? deed : 'chat'
  return (
    <>
      <Radio.Group
        aria-label={t('proctor.talk.deed')}
        value={chosen}
        onChange={(value) => onDeed(value as Deed)}
      >
        <div className={classes.deeds}>
          {may.map((value) => (
            <Radio key={value} size="sm" value={value} label={t(`wall.deed.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      {chosen === 'mark' ? (
        <MarkForm
          key={hint ? `${hint.fromMs} ${hint.toMs}` : ''}
          session={session}
          marks={rules?.marks ?? []}
          began={tile.authorizedAt}
          now={now}
          hint={hint}
          shownAt={shownAt}
        />
      ) : chosen === 'unjudged' ? (
        <UnjudgedForm session={session} began={tile.authorizedAt} now={tile.deauthorizedAt ?? now} />
      ) : chosen === 'stop' ? (
        <StopForm
          session={session}
          name={tile.examinee.name}
          violations={standing.violations}
          may={rules?.may ?? null}
        />
      ) : chosen === 'scan' || chosen === 'pause' ? (
        <ReasonForm key={chosen} session={session} kind={chosen} />
      ) : chosen === 'call' ? (
        <CallForm session={session} name={tile.examinee.name} standing={standing} />
      ) : chosen === 'offer' ? (
        <HandOverForm session={session} />
      ) : (
        <TalkForm
          key={chosen}
          person={{ session, name: tile.examinee.name }}
          kind={chosen}
          act={rules?.act ?? null}
          everybody={chosen === 'chat' ? everybody : []}
        />
      )}
    </>
  )
}
