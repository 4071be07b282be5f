/** What 001 section 8 calls a non-programmable calculator: these functions and no others. */
const arithmetic = ['add', 'subtract', 'multiply', 'divide', 'root'] as const
const trigonometry = ['sin', 'cos', 'tg', 'ctg', 'arcsin', 'arccos', 'arctg'] as const

export const calculatorFunctions = [...arithmetic, ...trigonometry] as const

export type CalculatorFunction = (typeof calculatorFunctions)[number]

export type Calculator = {
  readonly functions: readonly string[]
  readonly programmable: boolean
  readonly communicates: boolean
  readonly storesDatabase: boolean
  readonly online: boolean
}

export type CalculatorFault =
  | 'programmable'
  | 'communicates'
  | 'stores_database'
  | 'online'
  | 'other_functions'

/** Why a calculator that somebody brings is not the one the act permits. */
export function calculatorFaults(calculator: Calculator): readonly CalculatorFault[] {
  const faults: CalculatorFault[] = []
  if (calculator.programmable) faults.push('programmable')
  if (calculator.communicates) faults.push('communicates')
  if (calculator.storesDatabase) faults.push('stores_database')
  if (calculator.online) faults.push('online')
  if (calculator.functions.some((name) => !calculatorFunctions.some((known) => known === name)))
    faults.push('other_functions')
  return faults
}

/** Every operand of the built-in calculator; null is outside the function's domain. Angles are in degrees. */
export function calculate(name: CalculatorFunction, a: number, b = 0): number | null {
  const value = raw(name, a, b)
  return Number.isFinite(value) ? Math.round(value * 1e12) / 1e12 : null
}

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180
const toDegrees = (radians: number): number => (radians * 180) / Math.PI
const isMultipleOf = (a: number, step: number): boolean => Math.abs(a % step) === 0

function raw(name: CalculatorFunction, a: number, b: number): number {
  switch (name) {
    case 'add':
      return a + b
    case 'subtract':
      return a - b
    case 'multiply':
      return a * b
    case 'divide':
      return a / b
    case 'root':
      return Math.sqrt(a)
    case 'sin':
      return Math.sin(toRadians(a))
    case 'cos':
      return Math.cos(toRadians(a))
    case 'tg':
      return isMultipleOf(a - 90, 180) ? Number.NaN : Math.tan(toRadians(a))
    case 'ctg':
      return isMultipleOf(a, 180) ? Number.NaN : 1 / Math.tan(toRadians(a))
    case 'arcsin':
      return toDegrees(Math.asin(a))
    case 'arccos':
      return toDegrees(Math.acos(a))
    case 'arctg':
      return toDegrees(Math.atan(a))
  }
}
