/** Errors of the file system, told to the writer. */
import { CannotRunError, type Say } from './terminal.js'

/** Says that a file cannot be read, and why. */
export function cannotRead(path: string, error: unknown, say: Say): CannotRunError {
  return new CannotRunError(say(`无法读取 ${path}：${reasonOf(error, say)}`, `cannot read ${path}: ${reasonOf(error, say)}`))
}

/** Says that a file cannot be written, and why. */
export function cannotWrite(path: string, error: unknown, say: Say): CannotRunError {
  return new CannotRunError(say(`无法写入 ${path}：${reasonOf(error, say)}`, `cannot write ${path}: ${reasonOf(error, say)}`))
}

/** A file system error in words that need no manual. */
export function reasonOf(error: unknown, say: Say): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return say('文件不存在', 'no such file')
  if (code === 'EEXIST') return say('已有同名文件', 'a file of that name is there already')
  if (code === 'EACCES' || code === 'EPERM') return say('没有权限', 'permission denied')
  if (code === 'EISDIR') return say('是文件夹', 'is a folder')
  if (code === 'EROFS') return say('磁盘只读', 'the disk is read-only')
  if (code === 'ENOSPC') return say('磁盘已满', 'the disk is full')
  return error instanceof Error ? error.message : String(error)
}
