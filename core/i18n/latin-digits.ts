/** The text with Arabic and Persian digits as 0 to 9, and without the marks that turn the direction of writing. */
export function latinDigits(text: string): string {
  if (!/[\u0600-\u06FF\u200B-\u200F\u202A-\u202E\u2066-\u2069]/.test(text)) return text
  return text
    .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}
