/** A muted element too keeps a device busy for the sound of its stream, a hundred times a second: whoever only shows is given no sound. */
export const onlyPicture = (stream: MediaStream | null): MediaStream | null =>
  stream && new MediaStream(stream.getVideoTracks())
