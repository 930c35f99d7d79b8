import { cimClass, type PropertyRow } from "../cim-class.js";
import { readShares, type Share } from "../sources/shares.js";

const properties: Readonly<Record<string, PropertyRow<Share>>> = {
  AccessMask: ["uint32"],
  AllowMaximum: ["boolean", ({ mostUsers }) => mostUsers === undefined],
  Caption: ["string", ({ comment }) => comment],
  Description: ["string", ({ comment }) => comment],
  InstallDate: ["datetime"],
  MaximumAllowed: ["uint32", ({ mostUsers }) => mostUsers],
  Name: ["string", ({ name }) => name],
  Path: ["string", ({ path }) => path],
  Status: ["string", "OK"],
  Type: ["uint32", ({ type }) => type],
};

/** What the machine shares with the network as Windows does: Samba's shares, or its own on Windows. */
export const win32Share = cimClass<Share>({ name: "Win32_Share", superClass: "CIM_LogicalElement", keys: ["Name"], properties, sources: (facts) => readShares(facts.machine) });
