/** Facts of a TLS client certificate that was accepted. */
export interface CertificateDetails {
  readonly subject: string;
  readonly issuerName: string;
  /** Hex, upper case, no separators. */
  readonly issuerThumbprint: string;
  /** Subject alternative name where present, else the common name. */
  readonly subjectName: string;
}

/** Who is calling. Immutable; fixed for one request even when the connection's state changes later. */
export interface Identity {
  /** As the account is spelled in the users file: `admin`. Compares without case. */
  readonly name: string;
  /** `Basic`, `Negotiate`, `ClientCertificate`, … */
  readonly authenticationType: string;
  /** May list and end other users' shells, see the admin status, and so on. */
  readonly isAdministrator: boolean;
  /** Environment used to expand `%NAME%` in operation plug-in file names. Names upper case. */
  readonly environment: ReadonlyMap<string, string>;
  readonly certificate?: CertificateDetails;
}
