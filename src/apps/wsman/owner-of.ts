import type { SenderDetails } from "../../sdk/operation-request.js";

/** Who owns what a request opens: account and how it authenticated. */
export const ownerOf = ({ authenticationMechanism, senderName }: SenderDetails): string => `${authenticationMechanism}\0${senderName.toLowerCase()}`;
