import { writeIdentifyRequest } from "../../protocol/wsman/write-request.js";
import { readRequest } from "../../protocol/wsman/read-request.js";
import { readRecordedAnswer } from "./read-recorded-answer.js";
import { basicNeeded } from "./readable-schemes.js";
import type { Transcript } from "./transcript.js";
import type { Upstream } from "./upstream.js";

const headers = [["Content-Type", "application/soap+xml;charset=UTF-8"], ["WSMANIDENTIFY", "unauthenticated"]] as const;

/**
 * Asks a host who it is, as a stranger may, and what it would take a password by; says at once what would make the recording useless.
 * @param path of the application there
 */
export async function identify(upstream: Upstream, path: string, transcript: Transcript, tell: (sentence: string) => void): Promise<void> {
  const ask = (fields: typeof headers | readonly (typeof headers)[0][], body: string): ReturnType<Upstream["send"]> =>
    upstream.send({ method: "POST", target: path, headers: fields, body: Buffer.from(body), onGone: () => () => undefined });
  const asked = writeIdentifyRequest();
  const known = await ask(headers, asked);
  if (!known.ok) return tell(known.error);
  const request = readRequest(asked);
  const answer = readRecordedAnswer(Buffer.from(known.value.body).toString("utf8"));
  const field = (fields: typeof known.value.headers, name: string): readonly string[] => fields.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
  if (request.ok && answer !== undefined) transcript.take({ request: request.value, answer, isKnown: false, server: field(known.value.headers, "server")[0] });
  const stranger = await ask([headers[0]], "");
  const offered = stranger.ok && stranger.value.status === 401 ? field(stranger.value.headers, "www-authenticate") : [];
  if (offered.length > 0 && !offered.some((scheme) => /^\s*basic(?:\s|$)/iu.test(scheme))) tell(basicNeeded);
}
