/** So many rows tell how high the others are. A guess that went on changing would move what is on the screen. */
const ENOUGH = 60

/** How high rows of a list were when they were drawn last; asked in every frame. */
export class Heights {
  readonly #of = new Map<string, number>()
  #guess: number | null = null

  get(key: string): number | undefined {
    return this.#of.get(key)
  }
  set(key: string, high: number): void {
    this.#of.set(key, high)
  }
  clear(): void {
    this.#of.clear()
    this.#guess = null
  }
  /** Of a row that was never drawn; null: none was drawn yet. */
  get usual(): number | null {
    const known = this.#of.size
    if (this.#guess !== null || known === 0) return this.#guess
    const middle = [...this.#of.values()].reduce((sum, high) => sum + high, 0) / known
    if (known >= ENOUGH) this.#guess = middle
    return middle
  }
}
