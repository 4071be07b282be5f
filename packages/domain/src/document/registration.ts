import { type Day, dayWords } from './dates.ts'

/** Every generated document has a number, a day and the version of its template. */
export type Registration = { readonly number: string; readonly on: Day; readonly template: string }

export const registered = ({ number, on }: Registration): string => `№ ${number} от ${dayWords(on)}`
