import type { Step } from "./step.js";

/** Open enumerations cost memory in the host and in plug-ins; the client is told which limit and what to do. */
export const checkEnumerationLimits: Step = ({ state, owner, sender }) => {
  const full = state.enumerations.fullFor(owner);
  if (full === undefined) return undefined;
  const { maxEnumerations, maxEnumerationsPerUser } = state.parts.settings;
  return full === "user"
    ? { name: "quotaLimit", code: 0x803381a6, message: `The user ${sender.senderName} has ${maxEnumerationsPerUser} open enumerations, the limit for one user (maxEnumerationsPerUser). Pull them to the end or release them.` }
    : { name: "quotaLimit", message: `This application has ${maxEnumerations} open enumerations, its limit (maxEnumerations). Try again later.` };
};
