/** IHttpUser: who a request is served for. */
export interface HttpUser {
  /** As the account is spelled. */
  getUserName(): string;
  getRemoteUserName(): string;
  /** `Basic`, `Negotiate`, `ClientCertificate`, … or what a module said. */
  getAuthenticationType(): string;
  /** This host has no roles: `false`. */
  supportsIsInRole(): boolean;
  /** May list and end what belongs to others. */
  readonly isAdministrator: boolean;
}

/** Somebody whom a module knows to be an account of this host. Rights and environment are the account's. */
export interface AccountUser {
  /** Name of an account of the users file. */
  readonly userName: string;
  /** Default: the module's name. */
  readonly authenticationType?: string;
  readonly isAccount?: true;
  /** The account's own. */
  readonly isAdministrator?: never;
  readonly environment?: never;
}

/** Somebody who has no account here: the module answers for him. */
export interface ForeignUser {
  readonly userName: string;
  /** Default: the module's name. */
  readonly authenticationType?: string;
  readonly isAccount: false;
  /** Default: false. */
  readonly isAdministrator?: boolean;
  /** Expands `%NAME%` in Filenames of operation plug-ins. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** IHttpEventProvider: what goes with every notification. */
export interface HttpEventProvider {
  /** Records why something failed, for other modules (`getStatus`) and the log; changes neither processing nor answer. */
  setErrorStatus(hresult: number): void;
}

/** IAuthenticationProvider: what goes with authenticateRequest. */
export interface AuthenticationProvider extends HttpEventProvider {
  /**
   * Authenticates the request, until this notification is over. `null` leaves everything to the host.
   * @returns S_OK; ERROR_LOGON_FAILURE: there is no such account, and the request is as it was; E_ACCESSDENIED: the notification is over;
   * ERROR_INVALID_PARAMETER: not a user
   */
  setUser(user: AccountUser | ForeignUser | null): Promise<number>;
}

/** What one line of the request log says. Times in milliseconds. */
export interface HttpLogEntry {
  /** Since 1970. */
  readonly time: number;
  readonly activityId: string;
  readonly client: string;
  readonly user: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly site: string | undefined;
  readonly action: string | undefined;
  readonly resourceUri: string | undefined;
  readonly plugin: string | undefined;
  readonly result: string | undefined;
  readonly messageId: string | undefined;
  readonly errorId: string | undefined;
  readonly status: number;
  readonly milliseconds: number;
}

/** What goes with logRequest and its post form. */
export interface LogProvider extends HttpEventProvider {
  /** The line as it would be written now. */
  getLogEntry(): HttpLogEntry;
}
