import { execFile } from "node:child_process";

/** Numbers of an account, and what its processes find in their environment. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Looks an account up where the machine keeps its accounts. @param name or number @throws Error with a sentence for the operator */
export async function findAccount(name: string): Promise<Account> {
  if (name.startsWith("-")) throw new Error(`"${name}" is no name of an account`);
  const [uid, gid] = await Promise.all([ask("-u", name), ask("-g", name)]);
  return { uid, gid };
}

const ask = (what: string, name: string): Promise<number> =>
  new Promise((resolve, reject) => {
    execFile("id", [what, name], (error, output) => {
      const number = Number(output.trim());
      if (error !== null || output.trim() === "" || !Number.isInteger(number)) reject(new Error(`this machine has no account "${name}"`));
      else resolve(number);
    });
  });
