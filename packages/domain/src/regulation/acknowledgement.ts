import type { Instant } from '../time.ts'

/** A text that people must have read: rules of an exam, of a service family. A new wording is a new version. */
export type PublishedText = { readonly text: string; readonly version: number; readonly body: string }

export type Acknowledgement = {
  readonly person: string
  readonly text: string
  readonly version: number
  readonly at: Instant
}

export const acknowledge = (person: string, published: PublishedText, now: Instant): Acknowledgement => ({
  person,
  text: published.text,
  version: published.version,
  at: now,
})

/** The texts a person has still to read in their current wording, before the first use or the start. */
export const stillToRead = (
  person: string,
  published: readonly PublishedText[],
  read: readonly Acknowledgement[],
): readonly PublishedText[] =>
  published.filter(
    ({ text, version }) =>
      !read.some((one) => one.person === person && one.text === text && one.version === version),
  )
