import { failure, type OperationFailure } from "wsmanor/sdk";

/** What a client sent that cannot be given to PowerShell. */
export const wrongData = (what: string): OperationFailure => failure("invalid-parameter", { message: `${what}; PowerShell's clients send fragments of its remoting protocol there (MS-PSRP 2.2.4), as base64` });

/** PowerShell is over, or was never there. */
export const gone = (what: string): OperationFailure => failure("internal", { message: what });
