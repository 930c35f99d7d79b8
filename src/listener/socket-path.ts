import { chmodSync, lstatSync, statSync, unlinkSync, type Stats } from "node:fs";
import { connect, type Server } from "node:net";
import { dirname } from "node:path";
import { isMainThread } from "node:worker_threads";
import { BindingFailed, type ListenerBinding } from "./listener-settings.js";
import { explainBinding } from "./make-server.js";

/** Windows' pipes are in a name space of their own: nothing of one is left when its program has ended. */
const isPipe = (path: string): boolean => /^\\\\[.?]\\pipe\\/iu.test(path);

/** How long somebody who listens may take to answer. Milliseconds. */
const patience = 1000;

/**
 * Makes sure that a Unix socket can be made: a socket of this account on which nobody listens, left by a program that was killed, is
 * removed. Anything else that is there stays.
 * @throws BindingFailed naming what is there
 */
export async function clearPath(path: string, binding: ListenerBinding): Promise<void> {
  if (isPipe(path)) return;
  refuseOpenFolder(path);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isSocket()) throw new BindingFailed(`the binding http ${path} cannot be opened: there is something else under that name. Remove it, or choose another name.`);
  if (found.uid !== process.getuid?.()) throw new BindingFailed(`the binding http ${path} cannot be opened: a socket of another account is there. Remove it, or choose another name.`);
  if (await isListening(path)) throw new BindingFailed(explainBinding(Object.assign(new Error("in use"), { code: "EADDRINUSE" }), binding));
  if (isSame(lstatSync(path, { throwIfNoEntry: false }), found)) unlinkSync(path);
}

/** Where everybody may rename what is in a folder, whoever does is who the proxy talks to. */
function refuseOpenFolder(path: string): void {
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  if (folder === undefined) throw new BindingFailed(`the binding http ${path} cannot be opened: there is no folder ${dirname(path)}.`);
  const isOpen = (folder.mode & 0o002) !== 0 && (folder.mode & 0o1000) === 0;
  if (isOpen) throw new BindingFailed(`the binding http ${path} cannot be opened: everybody may replace what is in ${dirname(path)}. Choose a folder that is its owner's.`);
}

const isSame = (now: Stats | undefined, before: Stats): boolean => now !== undefined && now.ino === before.ino && now.dev === before.dev && now.isSocket();

/** Whoever neither answers nor refuses is somebody. */
function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const answer = (value: boolean) => (): void => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(patience, answer(true));
    socket.once("connect", answer(true));
    socket.once("error", (error: NodeJS.ErrnoException) => answer(error.code !== "ECONNREFUSED" && error.code !== "ENOENT")());
  });
}

/**
 * Listens on a path that only its owner may open, from the first moment on: a socket is made with the rights that the process gives, which
 * are no one else's while Node makes it, in this very call.
 */
export function listenForOwner(server: Server, path: string, listening: () => void): void {
  // The rights that are given are the process's own; a thread cannot say what they are.
  const before = isMainThread && !isPipe(path) ? process.umask(0o177) : undefined;
  try {
    server.listen({ path, backlog: 511 }, listening);
  } finally {
    if (before !== undefined) process.umask(before);
  }
  if (before === undefined && !isPipe(path)) server.prependOnceListener("listening", () => chmodSync(path, 0o600));
}
