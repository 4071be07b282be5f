// The order of appeals as lines of text: one situation or step a line, a step as «who: what».
import type { AppealSettingView } from '@ochno/contract/appeals'

type Situations = AppealSettingView['situations']
type Steps = AppealSettingView['steps']

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')

export const situationsText = (situations: Situations): string =>
  situations.map(({ words }) => words).join('\n')

export const situationsOf = (text: string): Situations =>
  lines(text).map((words, i) => ({ id: `own-${i + 1}`, words }))

export const stepsText = (steps: Steps): string => steps.map(({ by, words }) => `${by}: ${words}`).join('\n')

export const stepsOf = (text: string, everybody: string): Steps =>
  lines(text).map((each, i) => {
    const [, by, words] = /^([^:]{1,100}):\s*(.+)$/.exec(each) ?? [null, everybody, each]
    return { id: `step-${i + 1}`, by: (by ?? everybody).trim(), words: words ?? each }
  })
