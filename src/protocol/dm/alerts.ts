/** Codes of Alert (Representation Protocol, DM usage 1.2.1, 5.1.3; OMA DM Protocol 1.2.1, 8.7). Others are answered with 406. */
export const alertCodes = {
  display: "1100",
  confirm: "1101",
  textInput: "1102",
  singleChoice: "1103",
  multipleChoice: "1104",
  serverInitiated: "1200",
  clientInitiated: "1201",
  nextMessage: "1222",
  abort: "1223",
  clientEvent: "1224",
  noEndOfData: "1225",
  generic: "1226",
} as const;

export type AlertCode = (typeof alertCodes)[keyof typeof alertCodes];

export const isAlertCode = (code: string): code is AlertCode => Object.values<string>(alertCodes).includes(code);

/** Those that ask the device's user something. A device without a screen answers 406. */
export const isUserAlert = (code: AlertCode): boolean => code.startsWith("110");

/** How much a generic alert matters, most first; what is absent is informational. */
export const alertMarks = ["fatal", "critical", "minor", "warning", "informational", "harmless", "indeterminate"] as const;

export type AlertMark = (typeof alertMarks)[number];

/** One that nobody knows is informational. */
export const readMark = (text: string | undefined): AlertMark => alertMarks.find((mark) => mark === text?.trim().toLowerCase()) ?? "informational";

/** Types of client events (1224) that Windows sends with package 1. Compared without case: the pages write them in several. */
const loginStatusType = "com.microsoft/mdm/loginstatus";

/** Who is signed in on the device: the user who enrolled it, somebody else, or nobody. Only with `user` the user's part of the tree can be reached. */
export type LoginStatus = "none" | "others" | "user";

/** @returns `undefined` for an event of another type, or another word */
export function readLoginStatus(type: string | undefined, data: string): LoginStatus | undefined {
  if (type?.trim().toLowerCase() !== loginStatusType) return undefined;
  return (["none", "others", "user"] as const).find((status) => status === data.trim().toLowerCase());
}

/** The type as Windows writes it. */
export const LOGIN_STATUS = "com.microsoft/MDM/LoginStatus";
