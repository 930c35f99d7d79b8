/**
 * What a shell or command may have on its way to the host: written, and not yet let go of by whoever receives. The plug-in's side holds back
 * what is more, the host tells it what is out of the way by and by, so that small writes need no round trip each. A window of its own for
 * each, so that a client that reads slowly holds up nobody else.
 *
 * Nothing waits for ever: the host owes less than `grain` at any time, so the largest piece fits when all else is out of the way.
 */
export const outputWindow = {
  /** Octets, and so many for a piece itself. */
  weight: 256 * 1024,
  pieceWeight: 128,
  /** Octets; larger ones cross in pieces. */
  longestPiece: 64 * 1024,
  /** So much is told at a time. */
  grain: 64 * 1024,
} as const;

/** What a message of so many octets, put together from so many pieces, weighs. */
export const weightOf = (octets: number, pieces: number): number => octets + pieces * outputWindow.pieceWeight;
