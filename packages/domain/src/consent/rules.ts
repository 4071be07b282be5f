// Which consents an act asks for. Each is a document of its own: never one tick for two, never inside terms of use (TR-32).

export type ConsentKind =
  | 'proctoring_informed'
  | 'video_disputes'
  | 'biometric'
  | 'third_party_transfer'
  | 'account_binding'

export type ConsentRules = {
  readonly required: readonly ConsentKind[]
  readonly reaskOnChange: boolean
  readonly age: AgeRule | null
}

/** Law names no age; what the institution decided with its lawyer (TR-33). */
export type AgeRule = {
  /** Below this age the representative alone consents. */
  readonly representativeAloneUntil: number
  /** Below this age both consent; from it on the person alone. */
  readonly bothUntil: number
}
