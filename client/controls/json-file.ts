/** Asks for a file. The input is made for the asking, so that the page's own one for layers stays the only one. */
export function chooseFile(accept: string, take: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) take(file)
  })
  input.click()
}

/** Gives the reader a file to keep. */
export function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const saveJson = (name: string, content: unknown): void =>
  saveBlob(name, new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }))
