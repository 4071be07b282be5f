// The microphone and the camera of a call. The recorded microphone stays as it is: without filters, at its own level.

/** What the other side hears is free of its own echo; how loud one speaks is not changed. */
const hearing = { echoCancellation: true, noiseSuppression: true, autoGainControl: false } as const

export async function openMicrophone(like: MediaStreamTrack | null = null): Promise<MediaStreamTrack | null> {
  const device = like?.getSettings().deviceId
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { ...hearing, ...(device ? { deviceId: { exact: device } } : {}) },
    })
    return stream.getAudioTracks()[0] ?? null
  } catch {
    // A microphone that can be opened only once is open already, for the record.
    return like?.readyState === 'live' ? like.clone() : null
  }
}

export async function openCamera(): Promise<MediaStreamTrack | null> {
  const stream = await navigator.mediaDevices
    .getUserMedia({
      video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 15, max: 15 } },
    })
    .catch(() => null)
  return stream?.getVideoTracks()[0] ?? null
}
