/** All strings in a value changed. */
export function deep<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as typeof value
  if (Array.isArray(value)) return value.map((one) => deep(one, change)) as typeof value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]) => [key, deep(one, change)])
  return Object.fromEntries(entries) as typeof value
}
