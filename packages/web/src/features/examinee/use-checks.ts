import {
  checkCamera,
  checkMicrophone,
  type DeviceRefusal,
  probe,
  type Recorder as ExamRecorder,
} from '@ochno/capture'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CheckItem, type ChecksView, idleChecks } from './checks-view.ts'
import { useSize } from '../../ui/size.ts'

/** What a check needs of a recorder, also of one that sends nothing. */
type Recorder = Pick<ExamRecorder, 'replaceCamera' | 'shareScreen'>
type Found = Pick<ChecksView, 'browser' | 'camera' | 'microphone' | 'screen' | 'storage' | 'words'>
const { preview: _preview, level: _level, ...nothingFound } = idleChecks

const ok: CheckItem = { is: 'ok' }
const attention: CheckItem = { is: 'attention' }
const bad: CheckItem = { is: 'failed' }
const busy: CheckItem = { is: 'running' }

/** Runs the checks of @ochno/capture one after the other and finds the words. The devices it opens are those that will record. */
export function useChecks(recorder: Recorder | null) {
  const { t } = useTranslation()
  const size = useSize()
  const [found, setFound] = useState<Found>(nothingFound)

  const put = (name: Exclude<keyof Found, 'words'>, item: CheckItem, word?: string) =>
    setFound((now) => {
      const { [name]: _, ...others } = now.words
      return { ...now, [name]: item, words: word ? { ...others, [name]: word } : others }
    })

  const refusals: Record<DeviceRefusal, string> = {
    permission_denied: t('exam.check.cameraDenied'),
    no_camera: t('exam.check.cameraMissing'),
    no_microphone: t('exam.check.micMissing'),
    device_busy: t('exam.check.cameraBusy'),
    not_supported: t('exam.check.browserBad'),
    not_monitor: t('exam.check.screenNotWhole'),
    surface_unknown: t('exam.check.browserBad'),
    cancelled: t('exam.check.screenDenied'),
    failed: t('exam.check.cameraBusy'),
  }

  async function machine(): Promise<boolean> {
    put('browser', busy)
    put('storage', busy)
    const { browser, storage, screens } = await probe({ screenNeeded: true })
    if (!browser.ok) put('browser', bad, t('exam.check.browserBad'))
    else put('browser', ok, t('exam.check.browserOk'))
    if (storage.ok) put('storage', ok, t('exam.check.storageOk', { free: size(storage.facts.freeBytes) }))
    else
      put(
        'storage',
        attention,
        storage.why === 'storage_low' ? t('exam.check.storageLow') : t('exam.check.storageNone'),
      )
    if (!screens.ok) put('screen', { is: 'idle' }, t('exam.check.severalScreens'))
    return browser.ok
  }

  async function devices(): Promise<void> {
    if (!recorder) return
    put('camera', busy, t('exam.check.cameraAsk'))
    put('microphone', busy)
    const asked = await recorder.replaceCamera()
    if (!asked.ok) {
      const microphoneOnly = asked.why === 'no_microphone'
      put('camera', microphoneOnly ? { is: 'idle' } : bad, microphoneOnly ? undefined : refusals[asked.why])
      put(
        'microphone',
        microphoneOnly ? bad : { is: 'idle' },
        microphoneOnly ? refusals[asked.why] : undefined,
      )
      return
    }
    const [camera, microphone] = await Promise.all([checkCamera(asked.stream), checkMicrophone(asked.stream)])
    if (camera.ok) put('camera', ok, camera.facts.label)
    else if (camera.why === 'too_dark') put('camera', attention, t('exam.check.cameraDark'))
    else
      put(
        'camera',
        bad,
        camera.why === 'no_picture' ? t('exam.check.cameraBusy') : t('exam.check.cameraMissing'),
      )
    if (microphone.ok) put('microphone', ok, t('exam.check.micOk'))
    else if (microphone.why === 'no_microphone') put('microphone', bad, t('exam.check.micMissing'))
    else put('microphone', attention, t('exam.check.micSilent'))
  }

  async function share(): Promise<void> {
    if (!recorder) return
    put('screen', busy, t('exam.check.screenAsk'))
    const asked = await recorder.shareScreen()
    if (asked.ok) put('screen', ok, t('exam.check.screenOk'))
    else
      put(
        'screen',
        bad,
        asked.why === 'failed' || asked.why === 'device_busy'
          ? t('exam.check.screenDenied')
          : refusals[asked.why],
      )
  }

  const run = async (): Promise<void> => {
    if (await machine()) await devices()
  }
  return { found, run, share }
}
