import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../clients/clock.ts'
import { terminal } from './terminal.ts'
import { chooseOperator } from './upload/choose-operator.ts'
import { uploadFile } from './upload/upload-file.ts'

/** `matinee upload …`, from this machine to a running site. */
export function runUploadCommand(args: string[]): Promise<void> {
  const deps = { ...terminal, clock: systemClock, pause: setTimeout, operator: chooseOperator }
  return uploadFile(deps, args)
}
