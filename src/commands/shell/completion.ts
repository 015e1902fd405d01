import type { HostPart } from '../../host/host.ts'
import type { Shell } from '../../options/shells.ts'
import bash from './viva.bash'
import fish from './viva.fish'
import powershell from './viva.ps1'
import zsh from './viva.zsh'

const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish, powershell }

/** `viva completion <shell>`: what the shell is to read, once at its start. */
export async function run({ terminal }: HostPart<'terminal'>, shell: Shell): Promise<void> {
  terminal.write(scripts[shell])
}
