import type { JudgedView } from '@ochno/contract/equipment'
import type { SessionId } from '@ochno/domain/ids'
import { CheckView, type CheckViewProps } from '../../features/examinee/check-view.tsx'
import type { ShownCheck } from '../../features/examinee/check-ways.ts'
import { DoorCheckCards } from '../../features/examinee/door-check.tsx'
import { missingAt } from '../../features/examinee/door-check-view.ts'
import { ExamRoom } from '../../features/examinee/exam-room.tsx'
import { nothingRecorded, type RecordedDevices } from '../../features/examinee/recorded-devices.ts'
import type { LinkView, RecordingView, WarningView } from '../../features/examinee/recording-view.ts'
import { SendingView } from '../../features/examinee/sending-view.tsx'
import { OnPhone, Told } from '../../features/examinee/told.tsx'
import type { DoorCheck } from '../../features/examinee/use-door-check.ts'
import { silence, steady } from '../../ui/loudness.ts'
import { aCheck } from './a-check.ts'
import type { Specimens } from './specimens.ts'

const whole: RecordingView = {
  camera: 'on',
  microphone: 'on',
  screen: 'on',
  level: steady(0.45),
  preview: null,
  link: { is: 'online', waitingS: 0 },
  warnings: [],
}

const task = `Ответьте письменно на три вопроса билета. Пользоваться конспектом нельзя, калькулятором можно.

1. Предел последовательности: определение и единственность.
2. Теорема Ролля с доказательством.
3. Исследуйте функцию f(x) = x·ln x и постройте её график.

Ответы загрузите здесь: https://lms.school.example/tasks/17`

const room = (
  recording: Partial<RecordingView>,
  leftMs = 3_909_000,
  devices: RecordedDevices = nothingRecorded,
) => (
  <ExamRoom
    title="Математический анализ, промежуточная аттестация"
    instructions={task}
    leftMs={leftMs}
    session={'ses_a2b3c4' as SessionId}
    conduct={{ rows: [], standing: null, asOf: 0 }}
    now={0}
    recorder={null}
    recording={{ ...whole, ...recording }}
    devices={devices}
    finishing={false}
    failure={null}
    engineDied={null}
    onFinish={() => {}}
    onFix={() => {}}
    onRead={() => {}}
  />
)

const row = (item: JudgedView['item'], verdict: JudgedView['verdict'] = 'ok', why: string | null = null) => ({
  item,
  verdict,
  why,
  source: { from: 'recording' as const },
})
const machine = (['device', 'recorder', 'browser', 'storage'] as const).map((item) => row(item))
const suits = [
  ...machine,
  row('camera'),
  row('light'),
  row('microphone'),
  row('noise'),
  row('link'),
  row('speakers'),
  row('share'),
]
const good = {
  camera: {
    width: 640,
    height: 480,
    fps: 15,
    light: { mean: 120, middle: 130, edges: 110, left: 128, right: 132 },
  },
  lost: 0,
}
const judged = (rows: readonly JudgedView[], outcome: ShownCheck['outcome']): ShownCheck => ({
  ...aCheck(outcome, [...rows], good),
  id: null,
  acknowledgedAt: outcome === 'fit' ? '2026-11-21T09:01:00Z' : null,
})

const nothing = async () => {}
const found = (check: ShownCheck | null, more: Partial<DoorCheck> = {}): DoorCheck => ({
  check,
  measured: () => ({}),
  trial: false,
  confirm: nothing,
  confirming: false,
  notConfirmed: null,
  rules: null,
  kept: null,
  phase: null,
  denied: null,
  lineFailed: false,
  gone: [],
  tone: 'still',
  screen: check ? 'on' : 'off',
  open: check !== null,
  failure: null,
  run: nothing,
  switchDevices: nothing,
  shareScreen: nothing,
  play: nothing,
  heard: nothing,
  ...more,
})

const check = (at: DoorCheck, notYet: string | null = null, door: CheckViewProps['door'] = null) => (
  <CheckView
    title="Математический анализ, промежуточная аттестация"
    length="1 час 30 минут"
    check={
      <DoorCheckCards
        at={at}
        preview={null}
        level={at.check ? steady(0.5) : silence}
        least={null}
        zone="Europe/Moscow"
      />
    }
    missing={missingAt(at.check, at.open, true)}
    notYet={notYet}
    starting={false}
    failure={null}
    door={door}
    onStart={() => {}}
  />
)

const offline: LinkView = { is: 'offline', waitingS: 42 }
const warn = (code: WarningView['code']): WarningView => ({ code, raw: code, minutes: 12 })

const ready = found(judged(suits, 'fit'))
const failed = judged(
  [
    ...machine,
    row('camera', 'block', 'none'),
    row('microphone', 'unchecked'),
    row('share', 'risk', 'window'),
  ],
  'blocked',
)

export const examSpecimens: Specimens = {
  'check-idle': () => check(found(null)),
  'check-early': () => check(found(null), 'Начать можно будет 21 ноября в 10:00.'),
  'check-running': () =>
    check(found(judged(machine, 'unfinished'), { phase: 'speech', screen: 'off', open: false })),
  'check-ready': () => check(ready),
  'check-then-door': () => check(ready, null, { left: 7, held: true, byProctor: true, onGo: () => {} }),
  'check-admitted': () => check(ready, null, { left: 0, held: false, byProctor: true, onGo: () => {} }),
  'check-failed': () => check(found(failed, { denied: 'no_camera', screen: 'off', open: false })),
  room: () => room({}),
  'room-sending': () => room({ link: { is: 'sending', waitingS: 7 } }),
  'room-offline': () => room({ link: offline }),
  'room-camera-replaced': () =>
    room({}, 3_909_000, {
      now: { camera: 'Logitech HD Webcam C270 (046d:0825)' },
      before: { camera: 'Integrated Camera (04f2:b604)' },
    }),
  'room-starting': () =>
    room({
      camera: 'starting',
      microphone: 'starting',
      screen: 'starting',
      link: { is: 'connecting', waitingS: 0 },
      getsReady: 0.4,
    }),
  'room-slow': () => room({ link: { is: 'slow', waitingS: 75 }, warnings: [warn('slow_network')] }),
  'room-warnings': () =>
    room(
      {
        camera: 'lost',
        screen: 'off',
        link: offline,
        warnings: ['camera_lost', 'screen_ended', 'storage_low'].map((code) =>
          warn(code as WarningView['code']),
        ),
      },
      200_000,
    ),
  sending: () => (
    <SendingView title="Математический анализ" leftBytes={3_400_000} totalBytes={9_000_000} offline={false} />
  ),
  'sending-offline': () => (
    <SendingView title="Математический анализ" leftBytes={3_400_000} totalBytes={9_000_000} offline />
  ),
  phone: () => <OnPhone address="https://ochno.school.example/exam/ses_a2b3c4" />,
  second: () => (
    <Told
      tone="info"
      title="Экзамен уже открыт в другой вкладке"
      text="Запись идёт там. Вернитесь в ту вкладку, а эту закройте: двух записей сразу не бывает."
    />
  ),
}
