import { failure, type OperationFailure } from "wsmanor/sdk";

/** HRESULTs that Windows' shell answers with (winerror.h, wsmerror.h). */
export const codes = {
  /** ERROR_FILE_NOT_FOUND */
  fileNotFound: 2147942402,
  /** ERROR_PATH_NOT_FOUND */
  pathNotFound: 2147942403,
  /** ERROR_FILENAME_EXCED_RANGE, what Windows says of a command that is too long */
  tooLong: 2147942606,
  /** ERROR_NOT_ENOUGH_QUOTA */
  notEnoughQuota: 2147944216,
  /** ERROR_WINRS_INVALID_CODEPAGE */
  unknownCodePage: 2150859072,
} as const;

/** Why the operating system did not start a program, for the client. */
export function startFailure(error: NodeJS.ErrnoException, program: string): OperationFailure {
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
      return failure("internal", { code: codes.fileNotFound, message: `"${program}" was not found`, cause: error });
    case "EACCES":
    case "EPERM":
      return failure("access-denied", { message: `"${program}" may not be run by the account of this shell`, cause: error });
    case "E2BIG":
    case "ENAMETOOLONG":
      return failure("internal", { code: codes.tooLong, message: "command, arguments and environment are longer than this system takes; put them into a file or the standard input", cause: error });
    case "EAGAIN":
    case "ENOMEM":
    case "EMFILE":
    case "ENFILE":
      return failure("internal", { code: codes.notEnoughQuota, message: `the system of this host starts no more processes at present (${error.code})`, cause: error });
    case "ERR_INVALID_ARG_VALUE":
      return failure("invalid-parameter", { message: "a command, argument or variable has a NUL in it, which no program can be given", cause: error });
    default:
      return failure("internal", { message: `"${program}" could not be started: ${error.message}`, cause: error });
  }
}
