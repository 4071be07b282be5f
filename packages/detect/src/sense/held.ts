/** Yes once something has been so for long enough, no at once. */
export class Held {
  #since: number | null = null

  for(ms: number, so: boolean, at: number): boolean {
    if (!so) this.#since = null
    else this.#since ??= at
    return this.#since !== null && at - this.#since >= ms
  }
}
