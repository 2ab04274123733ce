/** The disk did not do what it was asked; the message names the operation and the path. */
export class StorageError extends Error {
  override readonly name = 'StorageError'

  /**
   * @param operation - What was tried, as it completes "Could not …": "write", "read".
   * @param path - The file or folder.
   * @param cause - What the system said.
   */
  constructor(operation: string, path: string, cause: unknown) {
    super(`Could not ${operation} ${path}: ${reasonOf(cause)}`, { cause })
  }

  /** One that another thread has told of. */
  static told(message: string): StorageError {
    const error = new StorageError('reach', 'the disk', null)
    error.message = message
    return error
  }
}

/** Says in a person's words why the system refused; unknown codes keep the system's own words. */
export function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return 'it does not exist'
    case 'EACCES':
    case 'EPERM':
      return 'the permission is missing'
    case 'ENOSPC':
      return 'the disk is full'
    case 'EDQUOT':
      return 'the disk quota is used up'
    case 'EROFS':
      return 'the disk is read-only'
    case 'EIO':
      return 'the disk reported an error'
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open'
    case 'EBUSY':
    case 'ETXTBSY':
      return 'another program is using it'
    case 'ESTALE':
    case 'ETIMEDOUT':
    case 'EHOSTDOWN':
      return 'the network folder does not answer'
    case 'EISDIR':
      return 'it is a folder'
    case 'ENOTDIR':
      return 'a part of the path is not a folder'
    case 'ELOOP':
      return 'its links lead in a circle'
    case 'ENAMETOOLONG':
      return 'the name is too long'
    default:
      return error instanceof Error ? error.message : String(error)
  }
}

/** The system's code of an error, such as "ENOENT". */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
