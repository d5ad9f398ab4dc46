/** The parameters of an address as it was sent, which may begin with anything, such as `http:///`. */
export const questionOf = (address: string): URLSearchParams => new URLSearchParams(address.replace(/^[^?]*/, ''))

/** Parameters as the end of an address. */
export const searchOf = (question: URLSearchParams): string => (question.size === 0 ? '' : `?${question.toString()}`)
