// What failed while several files ran at once is run once more with the machine to itself. What passes then is named loudly: it
// is a test to be mended, not a reason to throw away the proof of all others. More than a few failures are no accident.
const FILES = 3

/** `runs`: what each project told, with its name; `run(project, [file])` runs one file of it alone. */
export function secondTry(runs, run) {
  const files = runs.flatMap(({ project, broken }) =>
    [...new Set(broken.map(({ file }) => file))].map((file) => ({ project, file })),
  )
  const unsteady = []
  // A project that fell as a whole has no file to try.
  if (files.length > FILES || files.some(({ project, file }) => file === project))
    return { projects: runs, unsteady }
  const projects = runs.map((one) => {
    let told = one
    for (const { file } of files.filter(({ project }) => project === one.project)) {
      const again = run(one.project, [file])
      if (again.failed > 0 || again.passed === 0) continue
      const mended = told.broken.filter((test) => test.file === file)
      unsteady.push(...mended)
      told = {
        ...told,
        passed: told.passed + mended.length,
        failed: told.failed - mended.length,
        broken: told.broken.filter((test) => test.file !== file),
      }
    }
    return told
  })
  return { projects, unsteady }
}
