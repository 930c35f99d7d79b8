import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "../../base/logger.js";
import { createLogging } from "../../host/logging/create-logging.js";
import type { LogFormat } from "../../host/logging/log-format.js";
import type { LogLevel } from "../../host/logging/log-level.js";
import { fileTrouble } from "../../host/file-trouble.js";
import { openUsers } from "../../host/manage-users.js";
import { startHost, type StartedHost } from "../../host/start-host.js";
import { writeFileWhole } from "../../host/write-file-whole.js";
import { writeApplicationHost, writeMockWebConfig, type MockListener } from "../presets/write-configuration.js";
import { describeRecording } from "./describe-recording.js";
import { recordingApplication } from "./recording-application.js";
import type { RecordedExchange } from "./recorded-answer.js";
import { Redactor } from "./redactor.js";
import { scriptOfTranscript } from "./script-of-transcript.js";
import { Transcript } from "./transcript.js";
import { TranscriptFile } from "./transcript-file.js";
import { identify } from "./identify-upstream.js";
import { createUpstream } from "./upstream.js";
import { writeScript } from "./write-script.js";

/** Octets of one message: more than any host lets an envelope have. */
const messageLimit = 8 * 1024 * 1024;
/** A Receive waits as long as its client lets it. Milliseconds. */
const patience = 10 * 60_000;

export interface RecordingOptions extends MockListener {
  /** Of the host that is recorded: `http://server:5985/wsman`. */
  readonly upstream: URL;
  /** Takes the upstream's certificate whoever signed it. */
  readonly insecure: boolean;
  /** Absolute path of the transcript. Must not be there yet. */
  readonly out: string;
  /** With the flag g: what they match is redacted. */
  readonly redact: readonly RegExp[];
  /** Names of machines too. */
  readonly redactMachines: boolean;
  /** Tells whoever records what he must know at once. */
  tell(sentence: string): void;
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
  readonly log: NodeJS.WritableStream;
}

/** A host between a client and another host. */
export interface Recording {
  /** What the client is to be given in the place of the other host's. */
  readonly url: string;
  readonly address: string;
  readonly port: number;
  /** Ends what is running, then writes the transcript a last time. @returns what was recorded and redacted, line by line. Safe to call twice */
  stop(): Promise<readonly string[]>;
}

/**
 * Starts a host that forwards everything to another one and writes down what a script can say.
 * @throws plain sentences: a port in use, a file that is there already or cannot be written
 */
export async function startRecording(options: RecordingOptions): Promise<Recording> {
  const { upstream: url, out, address, port, log, logLevel, logFormat } = options;
  if (await isThere(out)) throw new Error(`${out} is there already, and a recording takes no other one's place; remove it, or name another file with --out`);
  const redactor = new Redactor({ patterns: options.redact, machines: options.redactMachines });
  redactor.learnMachine(url.hostname);
  const transcript = new Transcript(redactor);
  const file = new TranscriptFile(() => writeFileWhole(out, textOf(transcript, redactor, url)));
  // A file that cannot be written is found out before the first command is.
  await file.save().catch((error: unknown) => {
    throw new Error(`${out} cannot be written: ${fileTrouble(error, "write")}; name another file with --out`);
  });
  const logging = createLogging({ format: logFormat, level: logLevel, stream: log });
  const upstream = createUpstream({ url, insecure: options.insecure, limit: messageLimit, patience });
  const tell = tellOnce((sentence) => options.tell(sentence));
  const application = recordingApplication({
    upstream, path: pathOf(url), limit: messageLimit, logger: logging.logger, tell: tell.tell,
    learnAuthorization: (authorization) => learnLogin(authorization, redactor),
    record: (exchange) => record(exchange, { transcript, file, logger: logging.logger, tell: tell.tell }),
  });
  const directory = await mkdtemp(join(tmpdir(), "wsmanor-record-"));
  const hangUp = (): void => {
    // What fails from here on fails because of us.
    tell.silence();
    upstream.close();
  };
  const close = async (): Promise<void> => {
    hangUp();
    await logging.close();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await writeConfiguration(directory, { address, port });
    const host = await startHost({ configPath: directory, stateDirectory: join(directory, "state"), port, ownsProcess: false, logLevel, logFormat, log, application });
    await identify(upstream, pathOf(url), transcript, tell.tell);
    return { ...whereOf(host, address), stop: stopper(host, hangUp, close, () => finish(out, transcript, file, redactor)) };
  } catch (error) {
    await close();
    // Nothing is in it, and it would be in the way of the next try.
    await rm(out, { force: true });
    throw error;
  }
}

function whereOf({ urls }: StartedHost, address: string): Pick<Recording, "url" | "address" | "port"> {
  const url = urls[0]!;
  return { url, address, port: Number(new URL(url).port || 80) };
}

function stopper(host: StartedHost, hangUp: () => void, close: () => Promise<void>, finished: () => Promise<readonly string[]>): Recording["stop"] {
  let stopping: Promise<readonly string[]> | undefined;
  return () => (stopping ??= (async () => {
    hangUp();
    await host.stop("service");
    const lines = await finished();
    await close();
    return lines;
  })());
}

/** An empty transcript would be in the way of the next recording. */
async function finish(out: string, transcript: Transcript, file: TranscriptFile, redactor: Redactor): Promise<readonly string[]> {
  await file.save();
  if (!transcript.isEmpty) return describeRecording(transcript, redactor.summary);
  await rm(out, { force: true });
  return [...describeRecording(transcript, redactor.summary).slice(2), `Nothing was recorded; ${out} is not left behind.`];
}

async function record(exchange: RecordedExchange, { transcript, file, logger, tell }: { readonly transcript: Transcript; readonly file: TranscriptFile; readonly logger: Logger; tell(sentence: string): void }): Promise<void> {
  try {
    // The client is told of the end of a command when the command is on the disk.
    if (transcript.take(exchange)) await file.save();
  } catch (error) {
    const sentence = `The transcript cannot be written: ${fileTrouble(error, "write")}`;
    logger.error("an exchange was not recorded", { reason: (error as Error).message });
    tell(sentence);
  }
}

function textOf(transcript: Transcript, redactor: Redactor, url: URL): string {
  const script = scriptOfTranscript(transcript, redactor);
  const { vendor, version, server } = transcript.identify;
  const who = [vendor, version, server].filter((fact) => fact !== undefined).join(", ");
  return writeScript(script, [`Recorded by wsmanor mock --record ${redactor.redact(`${url.origin}${url.pathname}`)}`, ...(who === "" ? [] : [`from ${redactor.redact(who)}`]), "Replay: wsmanor mock and the name of this file"]);
}

/** A host without a path has the usual one. */
const pathOf = ({ pathname }: URL): string => (pathname === "/" ? "/wsman" : pathname.replace(/\/$/u, ""));

function learnLogin(authorization: string, redactor: Redactor): void {
  const token = authorization.trim().replace(/^\S+\s+/u, "");
  redactor.learn("login password", Buffer.from(token, "base64").toString("utf8").replace(/^[^:]*:/u, ""));
}

async function writeConfiguration(directory: string, listener: MockListener): Promise<void> {
  await mkdir(join(directory, "wsman"));
  // Who it is, the recorded host says: no field Server of our own.
  await writeFile(join(directory, "applicationHost.config"), writeApplicationHost({ preset: "omi" }, listener));
  await writeFile(join(directory, "wsman", "web.config"), writeMockWebConfig({}));
  // The host makes an account where there is none and says so; nobody is asked for one here.
  await (await openUsers(join(directory, "state"))).add("recording", randomUUID(), { administrator: false });
}

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;

/** Says each sentence once, until it is silenced. */
function tellOnce(tell: (sentence: string) => void): { tell(sentence: string): void; silence(): void } {
  const told = new Set<string>();
  let isSilent = false;
  return {
    tell: (sentence) => {
      if (isSilent || told.has(sentence)) return;
      told.add(sentence);
      tell(sentence);
    },
    silence: () => (isSilent = true),
  };
}
