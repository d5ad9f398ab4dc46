/** The version that measurements, sheets and records name; a test holds it to package.json. */
export const version = '0.1.0'
