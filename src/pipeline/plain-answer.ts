import type { HostResponse } from "../base/host-message.js";

/** One sentence to whoever reads what his client shows. */
export const plainAnswer = (status: number, text: string): HostResponse => ({ status, headers: [["Content-Type", "text/plain;charset=UTF-8"]], body: `${text}\n` });
