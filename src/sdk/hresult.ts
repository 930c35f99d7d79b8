/** Windows' results that members of the module API give, unsigned. */
export const HRESULT = {
  S_OK: 0,
  E_NOTIMPL: 0x80004001,
  E_FAIL: 0x80004005,
  E_ACCESSDENIED: 0x80070005,
  ERROR_INVALID_DATA: 0x8007000d,
  ERROR_HANDLE_EOF: 0x80070026,
  ERROR_NOT_SUPPORTED: 0x80070032,
  ERROR_ALREADY_ASSIGNED: 0x80070055,
  ERROR_INVALID_PARAMETER: 0x80070057,
  ERROR_NOT_FOUND: 0x80070490,
  ERROR_CONNECTION_INVALID: 0x800704cd,
  ERROR_LOGON_FAILURE: 0x8007052e,
  ERROR_INVALID_INDEX: 0x80070585,
} as const;

/** The macro FAILED: is it none of the successes? */
export const FAILED = (hresult: number): boolean => hresult >= 0x8000_0000 || hresult < 0;

/** The macro HRESULT_FROM_WIN32. @param code a Windows error number: 1168 is ERROR_NOT_FOUND */
export const HRESULT_FROM_WIN32 = (code: number): number => (code === 0 || code >= 0x8000_0000 ? code : (0x8007_0000 | (code & 0xffff)) >>> 0);
