/** How high rows of a list were when they were drawn last. Asked in every frame: the middle is kept, not counted anew. */
export class Heights {
  readonly #of = new Map<string, number>()
  #sum = 0

  get(key: string): number | undefined {
    return this.#of.get(key)
  }
  set(key: string, high: number): void {
    this.#sum += high - (this.#of.get(key) ?? 0)
    this.#of.set(key, high)
  }
  clear(): void {
    this.#of.clear()
    this.#sum = 0
  }
  /** Null: none was drawn yet. */
  get middle(): number | null {
    return this.#of.size > 0 ? this.#sum / this.#of.size : null
  }
}
