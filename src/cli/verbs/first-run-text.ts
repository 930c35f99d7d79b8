import type { FirstRun } from "../../host/first-run.js";
import { wsmanUrl } from "./wsman-url.js";

/**
 * What the first start prints: the account with its password, once, and three commands that work when pasted.
 * @param state the state directory when it is not the usual one
 */
export function firstRunText(urls: readonly string[], account: FirstRun, state?: string): string {
  const login = [`-r:${wsmanUrl(urls) ?? ""}`, "-a:Basic", `-u:${account.user}`, `-p:${account.password}`].map(quote).join(" ");
  return (
    `This is the first start. Account: ${account.user}  Password: ${account.password}\n` +
    `The password is shown only now; change it with: wsmanor user passwd ${account.user}${state === undefined ? "" : ` --state ${quote(state)}`}\n\n` +
    `Three commands to try:\n\n` +
    ["identify", "get winrm/config", "enumerate plugin"].map((command) => `  npx wsmanor ${command} ${login}\n`).join("") +
    "\n"
  );
}

/** Quoted for a shell only where it must be, so that the line also pastes into cmd. */
const quote = (word: string): string => (/^[A-Za-z0-9_./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
