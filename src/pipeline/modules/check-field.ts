import { HRESULT } from "../../sdk/hresult.js";

/** Longest value of a header field; the same for a URL. Characters. */
export const longestField = 65_535;

/** May this be a header field? @returns S_OK, ERROR_INVALID_PARAMETER, ERROR_INVALID_DATA (too long) */
export function checkField(name: unknown, value: unknown): number {
  if (typeof name !== "string" || !/^[!#$%&'*+.^_`|~0-9a-z-]+$/iu.test(name)) return HRESULT.ERROR_INVALID_PARAMETER;
  // Others would end the field, or be refused by Node when the answer is written.
  if (typeof value !== "string" || !/^[\t\x20-\x7e\x80-\xff]*$/u.test(value)) return HRESULT.ERROR_INVALID_PARAMETER;
  return value.length > longestField ? HRESULT.ERROR_INVALID_DATA : HRESULT.S_OK;
}
