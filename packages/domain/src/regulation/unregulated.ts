/** The word an administrator reads where the act is silent. */
export const unregulated = 'не урегулировано'

export type AdminDecision = {
  readonly parameter: string
  readonly author: string
  readonly ground: string
}

/** A parameter of an act for the administrator: its value, or that the act is silent and whether somebody decided. */
export type ParameterLine = {
  readonly parameter: string
  readonly shown: string
  readonly standing: 'regulated' | 'open' | 'decided'
}

/** Silence is not permission and gets no default: it stays open until a person decides with a ground (000 7.4, TR-65). */
export const parameterLines = (
  parameters: Readonly<Record<string, string | null>>,
  decisions: readonly AdminDecision[],
): readonly ParameterLine[] =>
  Object.entries(parameters).map(([parameter, value]) => {
    if (value !== null) return { parameter, shown: value, standing: 'regulated' }
    const decided = decisions.some(
      (one) => one.parameter === parameter && one.author.trim() !== '' && one.ground.trim() !== '',
    )
    return { parameter, shown: unregulated, standing: decided ? 'decided' : 'open' }
  })

export const mayHoldFirstExam = (lines: readonly ParameterLine[]): boolean =>
  lines.every(({ standing }) => standing !== 'open')
