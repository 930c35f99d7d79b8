/** What a request may hold. WS-Management lets a service set these (DSP0226 13.1); real requests stay far below. */
export const requestLimits = {
  /** Characters of a ResourceURI or an Action. */
  uri: 2048,
  /** Characters of a MessageID, an ActivityId, a SessionId or an OperationID. */
  identifier: 2048,
  /** Characters of an id that a client proposes for a shell or a command, and of the name of a stream. */
  shellIdentifier: 255,
  /** Streams of a shell in one direction. */
  streams: 16,
  selectors: 64,
  options: 256,
  /** References inside selectors inside references. */
  referenceDepth: 4,
  /** The least that a client may allow an answer, in octets (DSP0226 6.2). */
  minimumEnvelopeSize: 8192,
} as const;
