import { errorText } from "../../base/error-text.js";

/** What a module has thrown, for the log. Never throws, however hostile it is. */
export function thrownText(error: unknown): string {
  try {
    return errorText(error);
  } catch {
    return "something that cannot be shown";
  }
}
