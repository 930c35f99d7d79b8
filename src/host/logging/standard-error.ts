import { fstatSync } from "node:fs";
import { FileStream } from "./file-stream.js";

/** What the log is written to: standard error, with a stream of our own where that is a file. */
export function standardError(): NodeJS.WritableStream {
  const { stderr } = process;
  try {
    return fstatSync(stderr.fd).isFile() ? new FileStream(stderr.fd) : stderr;
  } catch {
    // Closed by whoever started the host.
    return stderr;
  }
}
