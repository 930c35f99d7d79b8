import { CaseFailed } from "./case-failed.js";
import { settled } from "./settled.js";

/** Waits for an answer, but not without end: a plug-in that never answers fails its case instead of stopping the run. */
export async function patiently<T>(what: string, milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const impatient = new Promise<never>((_resolve, reject) => {
    const late = (): void => reject(new CaseFailed(`${what} was not answered.`, `an answer within ${milliseconds} ms`, "nothing; the host was stopped (give the case `advance` when it waits for the clock)"));
    timer = setTimeout(late, milliseconds);
  });
  try {
    return await Promise.race([answer, impatient]);
  } finally {
    clearTimeout(timer);
    await settled(1);
  }
}
