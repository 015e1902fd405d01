import type { IdOf, ReadBlob } from './meeting.ts'
import { objectIn } from './object-in.ts'
import { devicePath, sharedFile } from './places.ts'
import type { Here, There } from './plan.ts'
import type { DeviceSaid } from './state.ts'
import type { Given } from './tree.ts'

/** Where devices tell each other of themselves: each has a file of its own. */
export type DevicesMeeting = {
  readonly reads: readonly string[]
  readonly settle: (read: ReadBlob) => {
    readonly given: readonly Given[]
    readonly devices: readonly DeviceSaid[]
  }
}

const mostAddresses = 1000

/** Files that did not change since they were read are not read again. */
export function devicesMeeting(here: Here, there: There, idOf: IdOf): DevicesMeeting {
  const ours = Buffer.from(deviceText(here.libraries))
  const own = { device: here.device, id: idOf(ours), libraries: here.libraries }
  const path = devicePath(here.device)
  const others = [...there.entries.values()].flatMap(({ path, id }) => {
    const file = sharedFile(path)
    if (file?.kind !== 'device' || file.device === here.device) return []
    const known = there.devices.find((one) => one.device === file.device && one.id === id)
    return [{ device: file.device, id, known }]
  })
  return {
    reads: others.flatMap(({ id, known }) => (known === undefined ? [id] : [])),
    settle: (read) => ({
      given: there.entries.get(path)?.id === own.id ? [] : [{ path, bytes: ours }],
      devices: [
        own,
        ...others.map(
          ({ device, id, known }) => known ?? { device, id, libraries: librariesIn(read(id)) },
        ),
      ],
    }),
  }
}

/** The addresses of libraries that other devices have and this one lacks. */
export function offered(
  devices: readonly DeviceSaid[],
  device: string,
  libraries: readonly string[],
): readonly string[] {
  const others = devices.filter((one) => one.device !== device)
  const all = new Set(others.flatMap((one) => one.libraries))
  return [...all].filter((address) => !libraries.includes(address)).sort()
}

function deviceText(libraries: readonly string[]): string {
  return `${JSON.stringify({ v: 1, libraries: [...libraries].sort() })}\n`
}

function librariesIn(bytes: Uint8Array): readonly string[] {
  const { libraries } = objectIn(Buffer.from(bytes).toString())
  if (!Array.isArray(libraries)) return []
  return libraries
    .filter((one) => typeof one === 'string' && /^[^\p{Cc}-][^\p{Cc}]{0,1999}$/u.test(one))
    .slice(0, mostAddresses)
}
