// One pair of eyes on one camera: what is due is looked at, what was found is followed.
import type { GraphModel } from '@tensorflow/tfjs-converter'
import type { ModelName } from '../models.ts'
import type { Look, Schedule } from '../schedule.ts'
import type { Found } from './boxes.ts'
import { cut, type Picture, type Region, stretched } from './canvas.ts'
import { type Colours, coloursOf, SPOT_SIDE } from './colours.ts'
import { findFaces, regionOf } from './faces.ts'
import { lap, LapWatch } from './lap.ts'
import { differs, LIGHT_HEIGHT, LIGHT_WIDTH, type Light, lightOf } from './light.ts'
import { layMesh } from './mesh.ts'
import { type Posture, postureOf } from './posture.ts'
import { limits } from '../sense/limits.ts'
import { NewsWatch } from './news.ts'
import { ReplayWatch } from './replay.ts'
import type { Thing } from './thing-boxes.ts'
import { findThings } from './things.ts'

/** What one look at the picture gave; null where it was not looked at this time. */
export type Glance = {
  readonly at: number
  readonly light: (Omit<Light, 'luma'> & { readonly moved: number | null; readonly replayed: boolean }) | null
  /** What looks like a face, the surest first. */
  readonly faces: readonly Found[] | null
  readonly face: {
    readonly posture: Posture
    readonly share: number
    readonly surety: number
    readonly colours: Colours
  } | null
  /** False where the followed face was lost at this look. */
  readonly followed: boolean
  readonly things: readonly Thing[] | null
  /** What the lap holds, looked at by itself; boxes in parts of it. */
  readonly lap: readonly Thing[] | null
}

/** Found from here on; a face counts from `limits.face`. */
const LEAST_FACE = 0.2
const LEAST_SURETY = 8
const LEAST_THING = 0.2
/** A thing this sure is looked at again soon, twice at most. */
const WORTH_ANOTHER_LOOK = 0.3
const AGAIN_MS = 1_000

/** A look that may be the beginning of something is followed by others soon, also where looks are rare; so many, or who always sits so would cost more. */
const FOLLOW_MS = { mesh: 500, faces: 1_000 } as const
const MOST_FOLLOWED = 6

/** Filled as the networks come; one that is gone is looked with no more. */
export type Models = { [name in ModelName]?: GraphModel }

export class Eye {
  readonly #models: Models
  readonly #schedule: Schedule
  readonly #replay = new ReplayWatch()
  #region: Region | null = null
  #box: Posture['box'] | null = null
  readonly #followed: Record<'mesh' | 'faces', number> = { mesh: 0, faces: 0 }
  #before: Float32Array | null = null
  readonly #lapWatch = new LapWatch()
  readonly #newsWatch = new NewsWatch()
  readonly #again: Record<'things' | 'lap', number> = { things: 0, lap: 0 }

  constructor(models: Models, schedule: Schedule) {
    this.#models = models
    this.#schedule = schedule
  }

  async look(picture: Picture, at: number): Promise<Glance> {
    const due = (look: Look) => this.#schedule.due(look, at)
    const light = due('light') ? await this.#timed('light', () => this.#light(picture, at)) : null
    const { faces: finder, mesh, things: seeker } = this.#models
    const [facesNext, meshDue, thingsDue] = [due('faces'), due('mesh'), due('things')]
    // One large look at a time.
    const lapDue = !thingsDue && due('lap')
    const facesDue = facesNext || (meshDue && !this.#region)
    const faces =
      finder && facesDue ? await this.#timed('faces', () => findFaces(finder, picture, LEAST_FACE)) : null
    if (faces) {
      this.#follow(faces)
      this.#hurry('faces', faces.filter(({ score }) => score >= limits.face).length > 1, at)
    }
    const region = this.#region
    const face =
      mesh && meshDue && region
        ? await this.#timed('mesh', () => this.#face(mesh, picture, region, at))
        : null
    const things =
      seeker && thingsDue ? await this.#timed('things', () => findThings(seeker, picture, LEAST_THING)) : null
    if (things) {
      this.#newsWatch.looked()
      this.#lookAgain('things', things, at)
    }
    const held =
      seeker && lapDue ? await this.#timed('lap', () => findThings(seeker, picture, LEAST_THING, lap)) : null
    if (held)
      this.#lookAgain(
        'lap',
        held.filter(({ name }) => name !== 'person'),
        at,
      )
    return { at, light, faces, face, followed: this.#region !== null, things, lap: held }
  }

  async #timed<T>(look: Look, work: () => T | Promise<T>): Promise<T> {
    const before = performance.now()
    const done = await work()
    this.#schedule.spent(look, performance.now() - before)
    return done
  }

  #light(picture: Picture, at: number): NonNullable<Glance['light']> {
    const { width, height } = picture
    const box = this.#box && {
      x: this.#box.x / width,
      y: this.#box.y / height,
      width: this.#box.width / width,
      height: this.#box.height / height,
    }
    const { luma, ...light } = lightOf(stretched(picture, LIGHT_WIDTH, LIGHT_HEIGHT), box)
    const moved = this.#before && differs(this.#before, luma)
    this.#before = luma
    if (this.#newsWatch.sees(luma)) this.#schedule.news(at)
    if (this.#lapWatch.sees(luma, at)) this.#schedule.hurry('lap', at, at)
    return { ...light, moved, replayed: this.#replay.sees(luma) }
  }

  /** The largest face is the examinee's, as long as it stays where it was. */
  #follow(faces: readonly Found[]): void {
    const [largest] = faces
      .filter(({ score }) => score >= limits.face)
      .toSorted((a, b) => b.width * b.height - a.width * a.height)
    if (!largest) {
      this.#lose()
      return
    }
    const gone =
      this.#region &&
      Math.hypot(
        this.#region.cx - largest.x - largest.width / 2,
        this.#region.cy - largest.y - largest.height / 2,
      ) >
        largest.width * 0.4
    if (!this.#region || gone) this.#region = regionOf(largest)
  }

  #lose(): void {
    this.#region = null
    this.#box = null
  }

  async #face(mesh: GraphModel, picture: Picture, region: Region, at: number): Promise<Glance['face']> {
    const { points, surety } = await layMesh(mesh, picture, region)
    if (surety < LEAST_SURETY) {
      this.#lose()
      this.#schedule.soon('faces', at)
      return null
    }
    const posture = postureOf(points)
    this.#hurry('mesh', isAside(posture), at)
    const { x, y, width, height } = posture.box
    this.#box = posture.box
    this.#region = {
      cx: x + width / 2,
      cy: y + height / 2,
      size: Math.max(width, height) * 1.5,
      angle: posture.roll,
    }
    return {
      posture,
      surety,
      share: (width * height) / (picture.width * picture.height),
      colours: coloursOf(cut(picture, region, SPOT_SIDE), points, region),
    }
  }

  #hurry(look: 'mesh' | 'faces', doubtful: boolean, at: number): void {
    this.#followed[look] = doubtful ? this.#followed[look] + 1 : 0
    if (doubtful && this.#followed[look] <= MOST_FOLLOWED)
      this.#schedule.hurry(look, at, at + FOLLOW_MS[look])
  }

  #lookAgain(look: 'things' | 'lap', things: readonly Thing[], at: number): void {
    const persons = things.filter(({ name, score }) => name === 'person' && score >= 0.4)
    const hot =
      persons.length > 1 || things.some(({ name, score }) => name !== 'person' && score >= WORTH_ANOTHER_LOOK)
    const gone = !hot && this.#again[look] > 0
    this.#again[look] = hot ? this.#again[look] + 1 : 0
    // Found or gone, it is soon looked at once more: two looks have to agree.
    if (gone || (hot && this.#again[look] <= 2)) this.#schedule.soon(look, at + AGAIN_MS)
  }
}

const isAside = ({ yaw, pitch, across }: Posture): boolean =>
  Math.abs(yaw) > limits.awayYaw || pitch < -limits.upPitch || Math.abs(across) > limits.gazeAcross
