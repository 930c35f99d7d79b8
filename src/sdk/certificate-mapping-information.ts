/** One mapping of client certificates to an account, as `winrm/config/service/certmapping` shows it. It holds for every resource. */
export interface CertificateMappingInformation {
  /** Thumbprint of the certificate that issued the client's, hex. */
  readonly issuer: string;
  /** Whose the client's certificate is: its principal or host name, else its common name. May start with `*` for any beginning. */
  readonly subject: string;
  /** Account in the users file. */
  readonly userName: string;
  readonly enabled: boolean;
}
