// Whether something in the picture was not there at the last look at things, by the small grey picture that is at hand anyway.
import { LIGHT_HEIGHT, LIGHT_WIDTH } from './light.ts'

/** Pixels of the small picture; a telephone held up fills about one such square. */
const SQUARE = 8
const [COLUMNS, ROWS] = [LIGHT_WIDTH / SQUARE, LIGHT_HEIGHT / SQUARE]
/** Grey levels by which one square has to differ, beyond what the whole picture does. */
const CHANGED = 15

export class NewsWatch {
  #known: readonly number[] | null = null
  #now: readonly number[] = []

  sees(luma: Float32Array): boolean {
    this.#now = squaresOf(luma)
    this.#known ??= this.#now
    return this.#known.some((was, i) => Math.abs((this.#now[i] as number) - was) > CHANGED)
  }

  /** Things were looked at: what is there now is known. */
  looked(): void {
    this.#known = this.#now
  }
}

/** The light of each square against that of the whole, so that a cloud before the sun is no news. */
function squaresOf(luma: Float32Array): readonly number[] {
  const squares = Array.from({ length: COLUMNS * ROWS }, () => 0)
  luma.forEach((value, i) => {
    const column = Math.floor((i % LIGHT_WIDTH) / SQUARE)
    const row = Math.floor(i / LIGHT_WIDTH / SQUARE)
    squares[row * COLUMNS + column] = (squares[row * COLUMNS + column] as number) + value / SQUARE ** 2
  })
  const mean = squares.reduce((all, value) => all + value, 0) / squares.length
  return squares.map((value) => value - mean)
}
