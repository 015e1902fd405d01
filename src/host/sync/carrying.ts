import { reasonOf, UserError } from '../../errors.ts'

/** Runs what makes a repository of ours. What the system says against it is the fault `not-saved`. */
export async function making<Value>(path: string, make: () => Promise<Value>): Promise<Value> {
  try {
    return await make()
  } catch (error) {
    const isSystem = error instanceof Error && 'syscall' in error
    if (!isSystem) throw error
    throw new UserError({ code: 'not-saved', path, reason: reasonOf(error) }, { cause: error })
  }
}
