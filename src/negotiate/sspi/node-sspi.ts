/** What of the package node-sspi is used: it takes requests and answers of Node, but looks only at these parts of them. */
export type NodeSspi = new (options: NodeSspiOptions) => {
  /** @param done with a text when something went wrong; without one the login may have succeeded, failed or go on: `connection` and `response` tell */
  authenticate(request: NodeSspiRequest, response: NodeSspiResponse, done: (error?: unknown) => void): void;
};

export interface NodeSspiOptions {
  readonly offerSSPI: boolean;
  readonly offerBasic: boolean;
  readonly authoritative: boolean;
  readonly perRequestAuth: boolean;
  readonly retrieveGroups: boolean;
  readonly maxLoginAttemptsPerConnection: number;
  readonly sspiPackagesUsed: readonly string[];
}

export interface NodeSspiRequest {
  readonly headers: { readonly authorization: string };
  readonly connection: object;
}

export interface NodeSspiResponse {
  statusCode: number | undefined;
  setHeader(name: string, value: string | readonly string[]): void;
  end(): void;
}
