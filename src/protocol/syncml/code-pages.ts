import type { CodePage } from "../wbxml/document.js";
import { DMDDF, METINF, SYNCML } from "./namespaces.js";

const words = (text: string): string[] => text.trim().split(/\s+/);

/** SyncML Representation Protocol 1.2.2, 9: tokens 05 to 3C. 30 is left out. */
const syncml = words(`
  Add Alert Archive Atomic Chal Cmd CmdID CmdRef Copy Cred Data Delete Exec Final Get Item Lang LocName LocURI Map MapItem Meta MsgID MsgRef
  NoResp NoResults Put Replace RespURI Results Search Sequence SessionID SftDel Source SourceRef Status Sync SyncBody SyncHdr SyncML Target
  TargetRef - VerDTD VerProto NumberOfChanges MoreData Field Filter Record FilterType SourceParent TargetParent Move Correlator`);

/** Meta-Information 1.2, 7: tokens 05 to 16. */
const metinf = words("Anchor EMI Format FreeID FreeMem Last Mark MaxMsgSize Mem MetInf Next NextNonce SharedMem Size Type Version MaxObjSize FieldLevel");

/** Device Description Framework and TNDS 1.2: tokens 05 to 3C. */
const dmddf = words(`
  AccessType ACL Add b64 bin bool chr CaseSense CIS Copy CS date DDFName DefaultValue Delete Description DFFormat DFProperties DFTitle DFType
  Dynamic Exec float Format Get int Man MgmtTree MIME Mod Name Node node NodeName null Occurrence One OneOrMore OneOrN Path Permanent Replace
  RTProperties Scope Size time Title TStamp Type Value VerDTD VerNo xml ZeroOrMore ZeroOrN ZeroOrOne`);

/** The three code pages of device management, by number. */
export const codePages: readonly CodePage[] = [
  { namespace: SYNCML, aliases: ["", "SYNCML:SYNCML1.0", "SYNCML:SYNCML1.1"], tags: syncml.map((word) => (word === "-" ? undefined : word)) },
  { namespace: METINF, tags: metinf },
  { namespace: DMDDF, tags: dmddf },
];

/** Registered public identifiers (WAP's WINA): of messages. */
export const publicIds = { syncml10: 0x0fd1, syncml11: 0x0fd3, syncml12: 0x1201 } as const;

/** Of a description or a serialised tree, which has no number. */
export const ddfPublicId = "-//OMA//DTD-DM-DDF 1.2//EN";
