/** What is wrong with an NTLM message. Goes to the log; the client learns none of it. */
export type NtlmProblem =
  | "not an NTLM message"
  | "an NTLM message of another type"
  | "a message that is cut short"
  | "a field that lies outside of the message"
  | "a name of an odd number of octets"
  | "an answer of NTLM version 1"
  | "no answer to the challenge: an anonymous login"
  | "an answer that is cut short"
  | "an answer of an unknown version"
  | "a list of target information without its end"
  | "a session key of a wrong length"
  | "a message without room for the integrity code that it announces";
