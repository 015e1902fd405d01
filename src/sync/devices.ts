import { offeredLibraries, type SharedLibrary, sharedLibraryIn } from './addresses.ts'
import type { IdOf, ReadBlob } from './meeting.ts'
import { objectIn } from './object-in.ts'
import { devicePath, sharedFile } from './places.ts'
import type { Here, There } from './sides.ts'
import type { DeviceSaid } from './state.ts'
import type { GivenFile } from './tree.ts'

/** Where devices tell each other of themselves: each has a file of its own. */
export type DevicesMeeting = {
  readonly reads: readonly string[]
  readonly settle: (read: ReadBlob) => {
    readonly given: readonly GivenFile[]
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

/** What other devices read and this one does not, as it is typed behind `library add`. */
export function offered(
  devices: readonly DeviceSaid[],
  device: string,
  libraries: readonly SharedLibrary[],
): readonly string[] {
  const others = devices.filter((one) => one.device !== device)
  return offeredLibraries(
    others.flatMap((one) => one.libraries),
    libraries,
  )
}

function deviceText(libraries: readonly SharedLibrary[]): string {
  return `${JSON.stringify({ v: 1, libraries })}\n`
}

function librariesIn(bytes: Uint8Array): readonly SharedLibrary[] {
  const { libraries } = objectIn(Buffer.from(bytes).toString())
  if (!Array.isArray(libraries)) return []
  return libraries.slice(0, mostAddresses).flatMap((one) => sharedLibraryIn(one) ?? [])
}
