/** Yes once something has been so for long enough, no at once. */
export class Held {
  #since: number | null = null

  for(ms: number, so: boolean, at: number): boolean {
    if (!so) this.#since = null
    else this.#since ??= at
    return this.#since !== null && at - this.#since >= ms
  }
}

/** The more at once, the sooner: yes once enough has come together without a break, and not at the first look. */
export class Gathered {
  #sum = 0
  #before: { readonly rate: number; readonly at: number } | null = null
  #since = 0

  /** `rate`: a second, 0 for a break. */
  reaches(enough: number, leastMs: number, rate: number, at: number): boolean {
    if (rate <= 0) {
      this.#sum = 0
      this.#before = null
      return false
    }
    if (this.#before) this.#sum += (this.#before.rate * (at - this.#before.at)) / 1_000
    else this.#since = at
    this.#before = { rate, at }
    return this.#sum >= enough && at - this.#since >= leastMs
  }
}
