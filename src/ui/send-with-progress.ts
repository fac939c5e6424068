type Sent = {
  readonly method: string
  readonly headers: Headers
  readonly body: FormData
  readonly signal?: AbortSignal | undefined
  /** Of the whole request, from 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** A request whose sending can be watched, which `fetch` does not tell of; the answer is that of `fetch`. */
export function sendWithProgress(url: string, { method, headers, body, signal, onProgress }: Sent): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of headers) request.setRequestHeader(name, value)
    request.responseType = 'blob'
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total)
    }
    const stop = () => request.abort()
    request.onload = () => {
      const type = request.getResponseHeader('content-type')
      const bodiless = request.status === 204 || request.status === 304
      resolve(
        new Response(bodiless ? null : (request.response as Blob), {
          status: request.status,
          ...(type && { headers: { 'content-type': type } }),
        }),
      )
    }
    request.onerror = () => reject(new TypeError('the request did not arrive'))
    request.onabort = () => reject(new DOMException('the sending was stopped', 'AbortError'))
    request.onloadend = () => signal?.removeEventListener('abort', stop)
    if (signal?.aborted) return reject(new DOMException('the sending was stopped', 'AbortError'))
    signal?.addEventListener('abort', stop)
    request.send(body)
  })
}
