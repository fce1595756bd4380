import { access, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CONFIGURATION_NAMES, configurationTemplate } from '@gongwen/platform'
import { cannotWrite } from '../file-errors.js'
import { CannotRunError } from '../terminal.js'
import type { CommandContext } from './options.js'

/** Writes a commented configuration into the current folder. Gives 0; one that is there already is never touched. */
export async function init({ terminal, say, locale }: CommandContext): Promise<number> {
  for (const name of CONFIGURATION_NAMES) {
    if (await exists(join(terminal.cwd, name))) throw new CannotRunError(say(`已有配置文件 ${name}，未改动`, `${name} is there already; left as it is`))
  }
  const [name] = CONFIGURATION_NAMES
  try {
    await writeFile(join(terminal.cwd, name), configurationTemplate(locale), { flag: 'wx' })
  } catch (error) {
    throw cannotWrite(name, error, say)
  }
  terminal.stdout.write(`${say(`已写入 ${name}`, `wrote ${name}`)}\n`)
  return 0
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
