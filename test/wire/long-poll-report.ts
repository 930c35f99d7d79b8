/** What many clients saw that wait for output. Times in milliseconds, as each client's own clock has them. */
export interface LongPollReport {
  /** To the host and back. */
  readonly roundTrip: number;
  /** Memory of the host before there was a client. */
  readonly idleMB: number;
  /** Exit code of the host. */
  readonly hostEnded: number | string;
  readonly polls: readonly PollsReport[];
}

/** Receives with one OperationTimeout. */
export interface PollsReport {
  readonly seconds: number;
  /** Whether the clients began one after the other, or all in the same moment. */
  readonly begin: "spread" | "together";
  /** By how much the proxy, or the clients' own process, was late. */
  readonly late: number;
  /** Was that little enough for the clients to have been as far away as they were to be? */
  readonly isPunctual: boolean;
  /** How often it was measured, until that was so or no client gave up. */
  readonly attempts: number;
  readonly polls: number;
  /** Answers that were not whole when the OperationTimeout had passed since the request was sent: where a client would have given up. */
  readonly timedOutAtClient: number;
  /** Answers that are not the TimedOut fault. */
  readonly otherAnswers: number;
  readonly atClient: { readonly first: number; readonly last: number };
  /** From the request's arrival to the fault, as the host's log has it. */
  readonly atHost: { readonly first: number; readonly last: number };
  /** Memory of the host while all wait. */
  readonly residentMB: number;
  readonly processorMicrosecondsPerPoll: number;
  /** Of one processor. */
  readonly processorShare: number;
}
