/** A value by a name that a user gave, which may be that of something every object has, such as `constructor`. */
export const ownValue = <Value>(values: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined
