/** How one end proves to the other who it is (APPAUTH of w7, AppAuth of DMAcc). */
export interface AccountAuthentication {
  /** `CLCRED`: the device to the server; `SRVCRED`: the server to the device (w7 calls them APPSRV and CLIENT). */
  readonly level: "CLCRED" | "HTTP" | "OBEX" | "SRVCRED";
  /** BASIC, DIGEST, HMAC, X509, …; absent where it is not said. */
  readonly type?: string | undefined;
  readonly name?: string | undefined;
  readonly secret?: string | undefined;
  /** First nonce, in base64 as the specification has it; kept as written. */
  readonly data?: string | undefined;
}

export interface AccountAddress {
  readonly address: string;
  /** URI where it is not said. */
  readonly type?: string | undefined;
  readonly ports: readonly string[];
}

/** How the device reaches the server: a network access point of its own, or a proxy (TO-NAPID and TO-PROXY of w7; DMAcc does not tell them apart). */
export interface AccountConnection {
  readonly kind: "napId" | "proxy";
  readonly id: string;
}

/** A device's account on a server: what a bootstrap document says, and what stands below DMAcc (w7 1.0, OMA DM Standardized Objects 1.2.1). */
export interface DmAccount {
  readonly serverId: string;
  readonly name?: string | undefined;
  readonly addresses: readonly [AccountAddress, ...AccountAddress[]];
  readonly connections: readonly AccountConnection[];
  readonly authentications: readonly AccountAuthentication[];
  /** BASIC, DIGEST or HMAC; of DMAcc only. */
  readonly authenticationPreference?: string | undefined;
  /** Microsoft's and others' parameters of the account, by their names; `undefined` for one that is there without a value. */
  readonly others: ReadonlyMap<string, string | undefined>;
}

/** What Microsoft's parameters of w7 are called below `Ext/Microsoft` of DMAcc. One whose presence says it all is a bool there. */
export const microsoftNodes: Readonly<Record<string, { readonly node: string; readonly isFlag?: true }>> = {
  BACKCOMPATRETRYDISABLED: { node: "BackCompatRetryDisabled", isFlag: true },
  CONNRETRYFREQ: { node: "ConnRetryFreq" },
  CRLCHECK: { node: "CRLCheck" },
  DEFAULTENCODING: { node: "DefaultEncoding" },
  DISABLEONROAMING: { node: "DisableOnRoaming" },
  INITIALBACKOFFTIME: { node: "InitialBackOffTime" },
  MAXBACKOFFTIME: { node: "MaxBackOffTime" },
  PROTOVER: { node: "ProtoVer" },
  ROLE: { node: "Role" },
  SSLCLIENTCERTSEARCHCRITERIA: { node: "SSLCLIENTCERTSEARCHCRITERIA" },
  USEHWDEVID: { node: "UseHwDevID" },
  USENONCERESYNC: { node: "UseNonceResync" },
};
